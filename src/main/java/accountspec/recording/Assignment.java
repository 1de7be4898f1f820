package accountspec.recording;

import java.util.List;

/**
 * What a run was asked to do, so that it can be judged again.
 *
 * @param profile of the target, without anything secret
 * @param clauses ids; none for all
 * @param tags an expression; empty for none
 * @param requests that it was to keep within; 0 for no limit
 * @param readOnly whether it sent nothing that was to be accepted
 * @param measured whether it measured what a target that deviates does instead
 */
public record Assignment(
        String profile, List<String> clauses, String tags, int requests, boolean readOnly, boolean measured) {

    /** Nothing is known of it. */
    public static final Assignment UNKNOWN = new Assignment("", List.of(), "", 0, false, true);

    public Assignment {
        clauses = List.copyOf(clauses);
    }

    public boolean isKnown() {
        return !profile.isEmpty();
    }
}
