package accountspec.report;

import accountspec.verdict.Repeat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run went, apart from what it judged.
 *
 * @param restored in a word, whether the target's contacts are as they were
 * @param contacts the same at length, for people
 * @param journal where the contacts are kept, as long as they are not known to be as they were
 * @param traffic what crossed the wire
 * @param repeats what became of failed scenarios that were run again, by clause
 */
public record Course(
        String restored,
        List<String> contacts,
        Optional<String> journal,
        Traffic traffic,
        Map<String, Repeat> repeats) {

    /** Before anything was sent. */
    public static final Course NONE = new Course("not needed", List.of(), Optional.empty(), Traffic.NONE, Map.of());

    public Course {
        contacts = List.copyOf(contacts);
        repeats = Map.copyOf(repeats);
    }
}
