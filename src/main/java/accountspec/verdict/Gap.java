package accountspec.verdict;

import accountspec.verdict.ScenarioResult.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that stands in the way of a verdict, often on many clauses.
 *
 * @param notOffered whether the profile could offer it
 * @param remedy the YAML to add to the profile, where that is known
 * @param clauses ids, with how much of a clause conforms where some of it does
 */
public record Gap(String reason, boolean notOffered, Optional<String> remedy, List<String> clauses) {

    private static final int SHOWN = 8;

    public Gap {
        clauses = List.copyOf(clauses);
    }

    static List<Gap> among(List<ClauseResult> unproven) {
        Map<Undecided, List<String>> clauses = new LinkedHashMap<>();
        for (ClauseResult clause : unproven) {
            for (Undecided want : clause.undecided()) {
                clauses.computeIfAbsent(want, first -> new ArrayList<>()).add(clause.told());
            }
        }
        return clauses.entrySet().stream()
                .map(entry -> new Gap(
                        entry.getKey().reason(),
                        entry.getKey().notOffered(),
                        entry.getKey().remedy(),
                        entry.getValue()))
                .toList();
    }

    /** In one line. */
    public String told() {
        String more = clauses.size() > SHOWN ? " and " + (clauses.size() - SHOWN) + " more" : "";
        return String.join(", ", clauses.subList(0, Math.min(SHOWN, clauses.size()))) + more + " unproven: " + reason;
    }
}
