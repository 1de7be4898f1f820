package accountspec.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of the contacts that a run wrote over.
 *
 * @param contacts how many were read to be as they were
 * @param amiss what is not as it was, or is not known to be
 * @param beyond what nobody promised to undo, since the profile does not offer the means
 * @param lost whether that is worth an exit status of its own
 * @param journal where what was there is kept
 */
public record Restoration(
        Status status, int contacts, List<String> amiss, List<String> beyond, boolean lost, Optional<Path> journal) {

    /** In a word. */
    public enum Status {
        PROVEN("proven"),
        NOT_PROVEN("not proven"),
        NOT_PROMISED("not promised"),
        NOT_NEEDED("not needed");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Restoration {
        amiss = List.copyOf(amiss);
        beyond = List.copyOf(beyond);
    }

    /** Nothing was written over that anybody could miss. */
    public static final Restoration NOT_NEEDED =
            new Restoration(Status.NOT_NEEDED, 0, List.of(), List.of(), false, Optional.empty());

    /** Whoever reads it knows what to do next. */
    public List<String> told() {
        return switch (status) {
            case PROVEN -> List.of(contacts + " contacts read again, and found as they were before the run");
            case NOT_NEEDED -> List.of();
            case NOT_PROMISED -> beyond;
            case NOT_PROVEN -> amiss;
        };
    }
}
