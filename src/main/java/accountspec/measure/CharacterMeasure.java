package accountspec.measure;

import accountspec.notation.Notation;
import accountspec.notation.Value;
import accountspec.operation.Documented;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which characters a member's text may really have.
 *
 * @param withoutPattern whether any text will do
 * @param extra characters that are accepted although the pattern does not allow them, by place
 * @param missing characters that are refused although nothing is against them, by place
 * @param around where else strange text may stand
 * @param wronglyAccepted whole texts, the shortest first
 * @param wronglyRefused whole texts, the shortest first
 */
public record CharacterMeasure(
        Documented.Form documented,
        boolean withoutPattern,
        Map<String, Set<String>> extra,
        Map<String, Set<String>> missing,
        List<String> around,
        List<String> wronglyAccepted,
        List<String> wronglyRefused) {

    private static final int LETTERS = 52;
    private static final int EXAMPLES = 4;

    static CharacterMeasure asDocumented(Documented.Form documented) {
        return new CharacterMeasure(documented, false, Map.of(), Map.of(), List.of(), List.of(), List.of());
    }

    static CharacterMeasure withoutPattern(Documented.Form documented) {
        return new CharacterMeasure(documented, true, Map.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /** Whether this is why such a text is refused. */
    public boolean refuses(String text) {
        return wronglyRefused.contains(text)
                || missing.values().stream().flatMap(Set::stream).anyMatch(text::contains);
    }

    /** Where it departs from what is documented. */
    public List<String> told() {
        if (withoutPattern) {
            return List.of("accepts any text");
        }
        List<String> told = new ArrayList<>();
        told.addAll(byPlace("accepts these extra characters", extra));
        told.addAll(byPlace("refuses these characters", missing));
        if (!around.isEmpty()) {
            told.add("lets other text stand " + String.join(" and ", around));
        }
        if (extra.isEmpty() && around.isEmpty() && !wronglyAccepted.isEmpty()) {
            told.add("accepts " + examples(wronglyAccepted));
        }
        if (missing.isEmpty() && !wronglyRefused.isEmpty()) {
            told.add("refuses " + examples(wronglyRefused));
        }
        return told;
    }

    private static String examples(List<String> texts) {
        String examples = texts.stream()
                .limit(EXAMPLES)
                .map(text -> new Value.Text(text).told())
                .collect(Collectors.joining(", "));
        return examples + (texts.size() > EXAMPLES ? " and the like" : "");
    }

    /** Places with the same characters are told together; the only place there is goes without saying. */
    private List<String> byPlace(String what, Map<String, Set<String>> found) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        found.forEach((place, characters) -> places.computeIfAbsent(
                        isAllOfTheKeyboard(documented, place, characters) ? "all on a keyboard" : list(characters),
                        same -> new ArrayList<>())
                .add(place));
        List<String> told = new ArrayList<>();
        places.forEach((characters, where) -> {
            boolean everywhere = where.size() == documented.places().size();
            told.add(what + (everywhere ? "" : " in " + String.join(" and ", where)) + ": " + characters);
        });
        return told;
    }

    /** Whether these are all the characters of a keyboard that the pattern does not allow in the place, or more. */
    static boolean isAllOfTheKeyboard(Documented.Form documented, String place, Set<String> characters) {
        List<String> forbidden = CharacterSearch.KEYBOARD.stream()
                .filter(character ->
                        documented.forbids(documented.places().get(place).replace(Notation.PLACE_HOLDER, character)))
                .toList();
        // An at sign or a full stop may be refused for what it divides.
        return forbidden.size() > 3
                && characters.containsAll(
                        forbidden.stream().filter(sign -> !"@.".contains(sign)).toList());
    }

    /** As short as may be: all letters are "letters". */
    static String list(Collection<String> characters) {
        Set<String> rest = new LinkedHashSet<>(characters);
        List<String> words = new ArrayList<>();
        take(rest, words, "letters", c -> c.matches("[A-Za-z]"), LETTERS);
        take(rest, words, "capital letters", c -> c.matches("[A-Z]"), LETTERS / 2);
        take(rest, words, "small letters", c -> c.matches("[a-z]"), LETTERS / 2);
        take(rest, words, "digits", c -> c.matches("[0-9]"), 10);
        take(rest, words, "control characters", c -> c.codePointAt(0) < 0x20 || c.codePointAt(0) == 0x7f, 6);
        take(rest, words, "all that is not ASCII", c -> c.codePointAt(0) > 0x7e, 5);
        rest.stream().map(CharacterMeasure::sign).forEach(words::add);
        return String.join(" ", words);
    }

    private static void take(
            Set<String> rest, List<String> words, String word, java.util.function.Predicate<String> which, int all) {
        if (rest.stream().filter(which).count() >= all) {
            rest.removeIf(which);
            words.add(word + (rest.isEmpty() ? "" : ","));
        }
    }

    private static String sign(String character) {
        return character.equals(" ") ? "␠" : Notation.show(character);
    }
}
