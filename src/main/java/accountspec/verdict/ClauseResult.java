package accountspec.verdict;

import accountspec.spec.Clause;
import accountspec.spec.Standing;
import accountspec.verdict.ScenarioResult.Undecided;
import java.util.List;
import java.util.Optional;

/**
 * What a run says about one clause.
 *
 * @param scenarios how many were run
 * @param reading what the target makes of it, if it is open
 * @param because why the verdict is no plain one
 * @param notOffered whether it is unproven only for want of something that the profile does not offer
 * @param conforming how many of its scenarios came out as the clause has it
 * @param undecided why others could not be told, each reason once
 */
public record ClauseResult(
        Clause clause,
        Verdict verdict,
        int scenarios,
        Optional<String> reading,
        boolean waived,
        Optional<String> because,
        boolean notOffered,
        int conforming,
        List<Undecided> undecided) {

    public ClauseResult {
        undecided = List.copyOf(undecided);
    }

    /** Whether the target does not conform for its sake. */
    public boolean fails() {
        return verdict == Verdict.DEVIATES && clause.standing() != Standing.ADVISED && !waived;
    }

    /** Its id, and how much of it conforms where that is neither all nor nothing. */
    String told() {
        return verdict == Verdict.UNPROVEN && conforming > 0
                ? clause.id() + " (" + conforming + " of its " + scenarios + " scenarios conform)"
                : clause.id().text();
    }
}
