package accountspec.verdict;

import accountspec.spec.Clause;
import java.util.Optional;

/**
 * What a run says about one clause.
 *
 * @param scenarios how many were run
 * @param reading what the target makes of it, if it is open
 * @param because why the verdict is no plain one
 * @param notOffered whether it is unproven only for want of something that the profile does not offer
 */
public record ClauseResult(
        Clause clause,
        Verdict verdict,
        int scenarios,
        Optional<String> reading,
        boolean waived,
        Optional<String> because,
        boolean notOffered) {}
