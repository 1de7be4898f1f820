package accountspec.operation;

import accountspec.notation.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request in the making; every change gives a new one.
 *
 * @param members in the order in which they will be written
 * @param changes in words, what sets this request apart from a valid one
 */
public record Draft(Operation operation, Map<String, Value> members, List<String> changes) {

    public Draft {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        changes = List.copyOf(changes);
    }

    public Draft with(String member, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(members);
        changed.put(member, value);
        return new Draft(operation, inOrder(changed), and(member + " " + value.told()));
    }

    public Draft without(String member) {
        Map<String, Value> changed = new LinkedHashMap<>(members);
        changed.remove(member);
        return new Draft(operation, changed, and("without " + member));
    }

    /** The same values; in words, something else sets the request apart. */
    public Draft changed(String words) {
        return new Draft(operation, members, and(words));
    }

    /** With an account given that is the caller's business, not the scenario's point. */
    public Draft about(String account) {
        Map<String, Value> changed = new LinkedHashMap<>(members);
        changed.put(Operation.ACCOUNT, new Value.Text(account));
        return new Draft(operation, inOrder(changed), changes);
    }

    public Draft ofType(String type) {
        Map<String, Value> changed = new LinkedHashMap<>(members);
        changed.put(Operation.TYPE, new Value.Text(type));
        return new Draft(operation, changed, changes);
    }

    /** The member's text, if it has one that is a string. */
    public Optional<String> text(String member) {
        return members.get(member) instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    /** Whether this member's value, and nothing else, sets the request apart from a valid one. */
    public boolean differsOnlyIn(String member) {
        return changes.size() == 1 && changes.get(0).startsWith(member + " ");
    }

    public boolean has(String member) {
        return members.containsKey(member);
    }

    private Map<String, Value> inOrder(Map<String, Value> values) {
        Map<String, Value> ordered = new LinkedHashMap<>();
        operation.members().forEach(member -> {
            if (values.containsKey(member)) {
                ordered.put(member, values.get(member));
            }
        });
        values.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private List<String> and(String change) {
        List<String> all = new ArrayList<>(changes);
        all.add(change);
        return all;
    }
}
