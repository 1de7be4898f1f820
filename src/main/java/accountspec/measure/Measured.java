package accountspec.measure;

import accountspec.operation.Documented;
import accountspec.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a target really does, so far as a run and a few requests more have shown.
 *
 * @param lengths by member
 * @param characters by member
 * @param kinds for each member, whether it may be absent, or null, or JSON other than a string
 */
public record Measured(
        Operation operation,
        Map<String, LengthMeasure> lengths,
        Map<String, CharacterMeasure> characters,
        Optional<EffectMeasure> effect,
        Map<String, Map<String, Boolean>> kinds,
        Answers answers) {

    /** In words, for the findings of each clause. */
    public Map<String, List<String>> byClause() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        lengths.forEach(
                (member, length) -> length.documented().clauses().forEach(clause -> add(told, clause, length.told())));
        characters.forEach(
                (member, form) -> form.documented().clauses().forEach(clause -> add(told, clause, form.told())));
        effect.ifPresent(found -> operation
                .documented()
                .leaves()
                .map(Documented.Group::clauses)
                .orElse(List.of())
                .forEach(clause -> add(told, clause, found.told())));
        return told;
    }

    private static void add(Map<String, List<String>> told, String clause, List<String> words) {
        if (!words.isEmpty()) {
            told.computeIfAbsent(clause, first -> new ArrayList<>()).addAll(words);
        }
    }
}
