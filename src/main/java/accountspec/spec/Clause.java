package accountspec.spec;

import java.util.List;
import java.util.Optional;

/**
 * One statement about the operation, in our own words.
 *
 * @param group the heading it stands under
 * @param place where on AWS's page it comes from
 * @param reason why it has its standing, where that needs saying
 * @param readings the words for what an endpoint may make of an open clause; empty for every other
 */
public record Clause(
        ClauseId id,
        String group,
        String text,
        String place,
        Standing standing,
        Optional<String> reason,
        List<Note> notes,
        List<String> readings) {

    public Clause {
        notes = List.copyOf(notes);
        readings = List.copyOf(readings);
    }

    /**
     * What was found out about a clause, and when.
     *
     * @param dated a year and a month, {@code 2026-11}
     */
    public record Note(String dated, String text) {}
}
