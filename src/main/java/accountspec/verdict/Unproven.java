package accountspec.verdict;

import accountspec.target.Lack;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Thrown where a scenario cannot be decided. Cucumber reports it as skipped, with its message.
 *
 * <p>Never green: a clause with an unproven scenario is unproven itself.
 */
public final class Unproven extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    private final boolean notOffered;
    private final @Nullable String remedy;

    private Unproven(String reason, boolean notOffered, @Nullable String remedy) {
        super(reason);
        this.notOffered = notOffered;
        this.remedy = remedy;
    }

    /** The scenario needs something that the target's profile does not offer. */
    public static Unproven notOffered(String reason) {
        return new Unproven(reason, true, null);
    }

    /** As {@link #notOffered(String)}, where it is known what to add to the profile. */
    public static Unproven notOffered(Lack lack) {
        return new Unproven(lack.reason(), true, lack.remedy());
    }

    /** The profile offers all that is needed, and still nothing can be said. */
    public static Unproven because(String reason) {
        return new Unproven(reason, false, null);
    }

    public boolean isNotOffered() {
        return notOffered;
    }

    /** The YAML to add to the profile. */
    public Optional<String> remedy() {
        return Optional.ofNullable(remedy);
    }
}
