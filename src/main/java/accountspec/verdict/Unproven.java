package accountspec.verdict;

import org.opentest4j.TestAbortedException;

/**
 * Thrown where a scenario cannot be decided. Cucumber reports it as skipped, with its message.
 *
 * <p>Never green: a clause with an unproven scenario is unproven itself.
 */
public final class Unproven extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    private final boolean notOffered;

    private Unproven(String reason, boolean notOffered) {
        super(reason);
        this.notOffered = notOffered;
    }

    /** The scenario needs something that the target's profile does not offer. */
    public static Unproven notOffered(String reason) {
        return new Unproven(reason, true);
    }

    /** The profile offers all that is needed, and still nothing can be said. */
    public static Unproven because(String reason) {
        return new Unproven(reason, false);
    }

    public boolean isNotOffered() {
        return notOffered;
    }
}
