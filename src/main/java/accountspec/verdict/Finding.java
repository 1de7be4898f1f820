package accountspec.verdict;

/**
 * A deviation, and the scenarios that came upon it.
 *
 * @param clause the id of the clause that is broken
 * @param scenario the first of them
 * @param more how many others came upon the very same
 * @param advisory whether the clause only advises
 */
public record Finding(
        String clause, ScenarioResult scenario, int more, Deviation deviation, boolean advisory, boolean waived) {

    public String severity() {
        return advisory ? "advisory" : "deviation";
    }
}
