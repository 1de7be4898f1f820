package accountspec.measure;

import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.trial.Sending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a member may be absent, or may be something else than a JSON string. */
final class Kinds {

    static final String ABSENT = "absent";
    static final String EMPTY = "empty";

    private Kinds() {}

    static Map<String, Map<String, Boolean>> of(Operation operation, List<Sending> met) {
        Map<String, Map<String, Boolean>> kinds = new LinkedHashMap<>();
        for (String member : operation.documented().members().keySet()) {
            Map<String, Boolean> seen = new LinkedHashMap<>();
            met.stream()
                    .filter(sending -> sending.outcome() instanceof Accepted || sending.outcome() instanceof Refused)
                    .forEach(sending -> kind(member, sending.request().draft())
                            .ifPresent(kind -> seen.merge(
                                    kind, sending.outcome() instanceof Accepted, (before, now) -> before || now)));
            kinds.put(member, seen);
        }
        return kinds;
    }

    private static Optional<String> kind(String member, Draft draft) {
        if (draft.changes().equals(List.of("without " + member))) {
            return Optional.of(ABSENT);
        }
        if (!draft.differsOnlyIn(member)) {
            return Optional.empty();
        }
        if (draft.text(member).filter(String::isEmpty).isPresent()) {
            return Optional.of(EMPTY);
        }
        return draft.members().get(member) instanceof Value.Json json
                ? Optional.of(kind(json.json().strip()))
                : Optional.empty();
    }

    private static String kind(String json) {
        return switch (json.charAt(0)) {
            case 'n' -> "null";
            case 't', 'f' -> "a truth value";
            case '[' -> "a list";
            case '{' -> "an object";
            default -> "a number";
        };
    }
}
