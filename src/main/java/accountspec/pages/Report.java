package accountspec.pages;

import accountspec.spec.Clause;
import java.util.List;
import java.util.Optional;

/**
 * All that the page of a run says, ready to be shown: text is in words, numbers are formatted, nothing is left to decide.
 *
 * @param operation by its name at AWS
 * @param verdict the result's word, with a capital
 * @param css the class that colours it
 * @param reason why, in one line
 * @param reasons why, one by one
 * @param facts of the run, by name
 * @param counts how many clauses got each verdict
 * @param findingsLeft how many more there are, for which there is no room
 * @param power how well the features are known to catch mistakes, if it is known
 * @param commands how to run it again, with what each is for
 */
public record Report(
        Sheet sheet,
        String operation,
        String verdict,
        String css,
        String reason,
        List<String> reasons,
        List<Fact> facts,
        List<Count> counts,
        Optional<String> advice,
        List<Cause> causes,
        List<ShownFinding> findings,
        int findingsLeft,
        List<Group> groups,
        List<Reading> readings,
        List<Want> wants,
        List<Fact> traffic,
        List<Bar> latencies,
        Optional<String> power,
        List<Fact> commands,
        boolean masked) {

    /** A name and what goes with it. */
    public record Fact(String name, String text) {}

    /** How many clauses got a verdict. */
    public record Count(Mark mark, long clauses) {}

    /**
     * A stretch of latencies.
     *
     * @param percent of the tallest bar
     */
    public record Bar(String label, int requests, int percent) {}

    /**
     * A finding, with all that is needed to see it again.
     *
     * @param kind {@code deviation}, {@code advice} or {@code waived}
     * @param exchange absent if no single one shows it, or if there is no room for it
     */
    public record ShownFinding(
            String anchor,
            String clause,
            String statement,
            String standing,
            String kind,
            String expected,
            String was,
            String sent,
            String measured,
            String at,
            String scenario,
            int more,
            String curl,
            String again,
            Optional<ShownExchange> exchange) {}

    /** A part of the page. */
    public record Group(String anchor, String title, List<ShownClause> clauses) {}

    /** A statement of the page and what came of it. */
    public record ShownClause(
            Clause clause,
            Mark mark,
            boolean waived,
            String because,
            String reading,
            List<ShownScenario> scenarios,
            Optional<ShownExchange> sample) {

        public String id() {
            return clause.id().text();
        }

        public String standing() {
            return clause.standing().word();
        }
    }

    /** @param told what there is to say of its result; empty for nothing */
    public record ShownScenario(Mark mark, String name, String at, int requests, String told) {

        /** Where it stands, without the folders. */
        public String place() {
            return at.substring(at.lastIndexOf('/') + 1);
        }
    }

    /** What the target makes of a clause that the page leaves open. */
    public record Reading(String clause, String statement, String reading) {}

    /** Something that was missing, and the clauses that are unproven for want of it. */
    public record Want(String reason, List<String> clauses) {}

    public long statements() {
        return groups.stream().mapToLong(group -> group.clauses().size()).sum();
    }
}
