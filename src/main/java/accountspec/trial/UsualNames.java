package accountspec.trial;

import accountspec.operation.Draft;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The wrong names that a target has the habit of giving its errors, asked for once for each kind of error. */
final class UsualNames {

    private static final String PURPOSE = "names of errors";

    private final Trial trial;
    private final Map<String, Set<String>> known = new HashMap<>();

    UsualNames(Trial trial) {
        this.trial = trial;
    }

    /** @return empty where the target names the error rightly, or not in any one way */
    Set<String> of(String error) {
        Set<String> names = known.get(error);
        if (names == null) {
            names = switch (error) {
                case "ValidationException" -> misnamed(error, validations());
                case "AccessDeniedException" -> misnamed(error, denials());
                default -> Set.of();
            };
            known.put(error, names);
        }
        return names;
    }

    private static Set<String> misnamed(String error, List<Outcome> outcomes) {
        Map<String, Integer> names = new HashMap<>();
        outcomes.stream()
                .filter(Refused.class::isInstance)
                .forEach(refused -> names.merge(refused.error().orElse(""), 1, Integer::sum));
        if (names.containsKey(error)) {
            return Set.of();
        }
        int refusals = names.values().stream().mapToInt(Integer::intValue).sum();
        Set<String> usual = new HashSet<>();
        names.forEach((name, times) -> {
            if (times * 2 > refusals) {
                usual.add(name);
            }
        });
        return usual;
    }

    /** How the target answers requests that lack a member, one after another. */
    private List<Outcome> validations() {
        List<Outcome> outcomes = new ArrayList<>();
        Caller caller = trial.cast().standalone();
        for (String member : trial.validMembers()) {
            Sending sending = trial.send(asks(caller, draft -> draft.without(member)));
            if (sending.outcome() instanceof Accepted) {
                trial.dispute(sending);
            }
            outcomes.add(sending.outcome());
        }
        return outcomes;
    }

    private List<Outcome> denials() {
        return trial.cast()
                .withoutPermission()
                .map(caller ->
                        trial.send(asks(caller, UnaryOperator.identity())).outcome())
                .map(List::of)
                .orElse(List.of());
    }

    private Request asks(Caller caller, UnaryOperator<Draft> changed) {
        return Request.of(caller, changed.apply(trial.sharedDraft(PURPOSE, caller, Optional.empty())), PURPOSE);
    }
}
