package accountspec.measure;

import accountspec.operation.Documented;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The contract as it is built, beside the documented one. What was not seen is not in it.
 *
 * <p>A tree of maps, lists and plain values, ready to be written.
 */
public final class AsBuilt {

    private static final String AS_DOCUMENTED = "as documented";

    private final Measured measured;
    private final Set<String> conforming;
    private final Set<String> deviating;

    private AsBuilt(Measured measured, Set<String> conforming, Set<String> deviating) {
        this.measured = measured;
        this.conforming = conforming;
        this.deviating = deviating;
    }

    /**
     * @param conforming ids of the clauses that the target was found to keep
     * @param deviating ids of those that it breaks
     */
    public static Map<String, Object> of(Measured measured, Set<String> conforming, Set<String> deviating) {
        return new AsBuilt(measured, conforming, deviating).tree();
    }

    private Map<String, Object> tree() {
        Map<String, Object> members = new LinkedHashMap<>();
        documented().members().forEach((member, rules) -> put(members, member, member(member, rules)));
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "members", members);
        put(tree, "success", success());
        put(tree, "errors", errors());
        effect().ifPresent(effect -> tree.put("effect", effect));
        return tree;
    }

    private Documented documented() {
        return measured.operation().documented();
    }

    private static void put(Map<String, Object> into, String key, Map<String, Object> value) {
        if (!value.isEmpty()) {
            into.put(key, value);
        }
    }

    private static Map<String, Object> beside(Object documented, Object built) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("documented", documented);
        both.put("built", documented.equals(built) ? AS_DOCUMENTED : built);
        return both;
    }

    // ---- members

    private Map<String, Object> member(String member, Documented.Member rules) {
        Map<String, Object> seen = new LinkedHashMap<>();
        Map<String, Boolean> kinds = new LinkedHashMap<>(measured.kinds().getOrDefault(member, Map.of()));
        boolean required = !rules.required().isEmpty();
        Boolean absent = kinds.remove(Kinds.ABSENT);
        if (absent != null) {
            seen.put("required", beside(required, !absent));
        }
        if (measured.lengths().containsKey(member)) {
            length(measured.lengths().get(member), seen);
        }
        if (measured.characters().containsKey(member)) {
            characters(measured.characters().get(member), seen);
        }
        kinds.forEach((kind, accepted) -> seen.put(kind, accepted ? "accepted" : "refused"));
        return seen;
    }

    private static void length(LengthMeasure length, Map<String, Object> seen) {
        length.least().ifPresent(least -> {
            int documented = length.documented().least();
            // What the pattern makes impossible is no limit of the target's.
            seen.put("shortest", beside(documented, least == length.shortestLawful() ? documented : least));
        });
        if (length.isSharp()) {
            seen.put("longest", beside(length.documented().most(), length.most().getAsInt()));
            seen.put("counts", beside("characters", length.unit().orElse("characters")));
        } else if (length.most().isPresent()) {
            String atLeast = LengthMeasure.number(length.most().getAsInt()) + " or more"
                    + (length.refusedFrom().isPresent()
                            ? ", less than "
                                    + LengthMeasure.number(length.refusedFrom().getAsInt())
                            : "");
            seen.put("longest", beside(length.documented().most(), atLeast));
        }
        length.overlooked().ifPresent(overlooked -> seen.put("counting", overlooked));
        length.cutTo().ifPresent(kept -> seen.put("kept", "the first " + LengthMeasure.number(kept)));
    }

    private void characters(CharacterMeasure form, Map<String, Object> seen) {
        boolean kept = form.documented().clauses().stream().anyMatch(conforming::contains);
        if (kept || !form.told().isEmpty()) {
            String pattern = form.documented().pattern().map(Object::toString).orElse("none");
            seen.put("pattern", beside(pattern, form.told().isEmpty() ? pattern : built(form)));
        }
    }

    private static Object built(CharacterMeasure form) {
        if (form.withoutPattern()) {
            return "none";
        }
        Map<String, Object> built = new LinkedHashMap<>();
        lists(built, "accepts also", form.extra());
        lists(built, "refuses", form.missing());
        built.put("told", form.told());
        return built;
    }

    private static void lists(Map<String, Object> built, String what, Map<String, Set<String>> places) {
        Map<String, Object> lists = new LinkedHashMap<>();
        places.forEach((place, characters) -> lists.put(place, List.copyOf(new LinkedHashSet<>(characters))));
        put(built, what, lists);
    }

    // ---- answers

    private Map<String, Object> success() {
        Map<String, Object> seen = new LinkedHashMap<>();
        Answers answers = measured.answers();
        documented().answer().filter(success -> answers.accepted() > 0).ifPresent(success -> {
            seen.put("status", beside(success.status(), one(answers.successes())));
            boolean empty = answers.emptySuccesses() == answers.accepted();
            boolean full = answers.emptySuccesses() == 0;
            seen.put("body", beside(success.body(), empty ? "empty" : full ? "not empty" : "sometimes empty"));
        });
        return seen;
    }

    private Map<String, Object> errors() {
        Map<String, Object> seen = new LinkedHashMap<>();
        measured.answers().refusals().forEach((name, statuses) -> {
            Documented.Error error = documented().errors().get(name);
            Object documented = error == null ? "not on the page" : error.status();
            Map<String, Object> both = new LinkedHashMap<>();
            both.put("documented", documented);
            both.put("built", error != null && one(statuses).equals(documented) ? AS_DOCUMENTED : one(statuses));
            seen.put(name.isEmpty() ? "without a name" : name, both);
        });
        return seen;
    }

    private static Object one(Set<Integer> statuses) {
        return statuses.size() == 1 ? statuses.iterator().next() : List.copyOf(statuses);
    }

    private Optional<Map<String, Object>> effect() {
        return documented().leaves().flatMap(effect -> {
            List<String> told = measured.effect().map(EffectMeasure::told).orElse(List.of());
            if (!told.isEmpty()) {
                return Optional.of(beside(effect.told(), told));
            }
            boolean kept = effect.clauses().stream().anyMatch(conforming::contains)
                    && effect.clauses().stream().noneMatch(deviating::contains);
            return kept ? Optional.of(beside(effect.told(), effect.told())) : Optional.empty();
        });
    }
}
