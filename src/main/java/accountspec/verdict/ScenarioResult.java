package accountspec.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one scenario.
 *
 * @param feature the feature file's name, below {@code features/}
 * @param clauses ids of the clauses that it answers for
 */
public record ScenarioResult(
        String feature, int line, String name, List<String> clauses, Result result, Duration took, int requests) {

    /** The ways for a scenario to end. */
    public sealed interface Result {}

    /** The target did as the clause says. */
    public record Conforms() implements Result {}

    /** It did not. */
    public record Deviates(Deviation deviation) implements Result {}

    /**
     * It could not be told.
     *
     * @param notOffered whether the profile does not offer what is needed
     * @param remedy the YAML to add to the profile, where that is known
     */
    public record Undecided(String reason, boolean notOffered, Optional<String> remedy) implements Result {

        public Undecided(String reason, boolean notOffered) {
            this(reason, notOffered, Optional.empty());
        }
    }

    /** @param reading what the target makes of an open clause */
    public record Noted(String reading) implements Result {}

    /** The suite failed, not the target. */
    public record Broken(String message) implements Result {}

    public ScenarioResult {
        clauses = List.copyOf(clauses);
    }

    /** Where it stands, as an editor understands it. */
    public String at() {
        return "features/" + feature + ":" + line;
    }
}
