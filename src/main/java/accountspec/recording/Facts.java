package accountspec.recording;

import java.time.Instant;

/**
 * What the head of a recording says of its run.
 *
 * @param suite the version that made it
 * @param target the profile's name for it
 * @param masked whether members of contacts that are not the run's own were masked
 * @param assignment what the run was asked to do
 */
public record Facts(
        String suite,
        String target,
        String endpoint,
        String depth,
        Instant began,
        boolean masked,
        Assignment assignment) {

    public Facts(String suite, String target, String endpoint, String depth, Instant began, boolean masked) {
        this(suite, target, endpoint, depth, began, masked, Assignment.UNKNOWN);
    }
}
