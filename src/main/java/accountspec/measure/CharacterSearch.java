package accountspec.measure;

import accountspec.notation.Notation;
import accountspec.operation.Documented;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds which characters a member's text may really have, and where. */
final class CharacterSearch {

    /** Texts against the pattern that were accepted, one and all, before it is thought that there is no pattern. */
    private static final int TELLING = 5;

    /** Nothing that anybody would take for an address, a number or one of a few words. */
    private static final String ANY_TEXT = "§ any text, <at all>";

    /** Single suspects that are asked about, before it is asked about many at once. */
    private static final int SUSPECTS = 6;

    static final List<String> KEYBOARD =
            IntStream.rangeClosed(0x20, 0x7e).mapToObj(Character::toString).toList();
    private static final List<String> BLANKS = List.of("\t", "\n", "\f", "\r");
    private static final List<String> BEYOND_ASCII = List.of("é", "ж", "ا", "王", "\ud83d\ude00");

    private final Documented.Form documented;
    private final int longest;

    private final Questions questions;
    private final List<String> wronglyAccepted;
    private final List<String> wronglyRefused;

    /**
     * @param longest the documented limit of such a text
     */
    CharacterSearch(Documented.Form documented, int longest, Questions questions) {
        this.documented = documented;
        this.longest = longest;

        this.questions = questions;
        this.wronglyAccepted = shortestFirst(
                questions.evidence().accepted().stream().filter(text -> fits(text) && documented.forbids(text)));
        this.wronglyRefused = shortestFirst(
                questions.evidence().refused().stream().filter(text -> fits(text) && documented.allows(text)));
    }

    private boolean fits(String text) {
        return !text.isEmpty() && LengthSearch.length(text) <= longest;
    }

    private static List<String> shortestFirst(Stream<String> texts) {
        return texts.sorted(Comparator.comparing(String::length)).toList();
    }

    CharacterMeasure found() {
        if (wronglyAccepted.isEmpty() && wronglyRefused.isEmpty()) {
            return CharacterMeasure.asDocumented(documented);
        }
        if (isWithoutPattern()) {
            return CharacterMeasure.withoutPattern(documented);
        }
        Map<String, Set<String>> extra = new LinkedHashMap<>();
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        documented.places().forEach((place, text) -> {
            learn(text);
            extra.put(place, in(text, true));
            missing.put(place, in(text, false));
        });
        extra.values().removeIf(Set::isEmpty);
        missing.values().removeIf(Set::isEmpty);
        boolean all = !extra.isEmpty()
                && extra.entrySet().stream()
                        .allMatch(found ->
                                CharacterMeasure.isAllOfTheKeyboard(documented, found.getKey(), found.getValue()));
        List<String> around = extra.isEmpty() || all ? around() : List.of();
        if (around.size() == 1) {
            extra.clear(); // what seems to be allowed within only stands before, or after, what is looked at
        }
        return new CharacterMeasure(
                documented,
                false,
                extra,
                missing,
                all && around.size() > 1 ? List.of() : around,
                wronglyAccepted,
                wronglyRefused);
    }

    private boolean isWithoutPattern() {
        boolean noneRefused =
                questions.evidence().refused().stream().noneMatch(text -> fits(text) && documented.forbids(text));
        return noneRefused
                && !wronglyAccepted.isEmpty()
                && questions.accepts(ANY_TEXT).orElse(wronglyAccepted.size() >= TELLING);
    }

    /** The characters that are known to be accepted, or else refused, against what is documented. */
    private Set<String> in(String place, boolean accepted) {
        return candidates().stream()
                .filter(character -> isWrong(at(place, character), accepted))
                .filter(character -> questions
                        .evidence()
                        .of(at(place, character))
                        .filter(known -> known == accepted)
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isWrong(String text, boolean accepted) {
        return accepted ? documented.forbids(text) : documented.allows(text);
    }

    private Collection<String> candidates() {
        Set<String> all = new LinkedHashSet<>(KEYBOARD);
        all.addAll(BLANKS);
        all.addAll(suspects());
        if (documented.pattern().isEmpty()) {
            all.removeAll(BLANKS); // the page does not say whether it means these
            all.addAll(BEYOND_ASCII);
        }
        return all;
    }

    /** The characters that set what was treated wrongly apart from what was treated rightly. */
    private Set<String> suspects() {
        Set<String> suspects = new LinkedHashSet<>();
        Set<String> innocent = new LinkedHashSet<>();
        questions.evidence().accepted().stream()
                .filter(documented::allows)
                .forEach(text -> innocent.addAll(characters(text)));
        Stream.concat(wronglyRefused.stream(), wronglyAccepted.stream())
                .flatMap(text -> characters(text).stream())
                .filter(character -> !innocent.contains(character))
                .forEach(suspects::add);
        return suspects;
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).distinct().toList();
    }

    private static String at(String place, String character) {
        return place.replace(Notation.PLACE_HOLDER, character);
    }

    // ---- asking

    /** Asks about what the run has left open: a few suspects one by one, then all others many at a time. */
    private void learn(String place) {
        List<String> suspects = suspects().stream()
                .filter(character -> isWrongIfSo(at(place, character)))
                .filter(character -> isOpen(place, character))
                .toList();
        if (suspects.size() <= SUSPECTS) {
            suspects.forEach(character -> questions.accepts(at(place, character)));
        }
        List<String> others = candidates().stream()
                .filter(character -> isWrongIfSo(at(place, character)))
                .filter(character -> isOpen(place, character) && !suspects.contains(character))
                .toList();
        for (List<String> some : List.of(suspects, others)) {
            for (boolean lawful : List.of(true, false)) {
                narrow(
                        place,
                        some.stream()
                                .filter(character -> documented.allows(at(place, character)) == lawful)
                                .filter(character -> isOpen(place, character))
                                .toList());
            }
        }
    }

    private boolean isOpen(String place, String character) {
        return questions.evidence().of(at(place, character)).isEmpty();
    }

    private boolean isWrongIfSo(String text) {
        return documented.allows(text) && !wronglyRefused.isEmpty()
                || documented.forbids(text) && !wronglyAccepted.isEmpty();
    }

    private void narrow(String place, List<String> characters) {
        int room = Math.max(1, Math.min(40, longest - LengthSearch.length(place) + 1));
        for (int from = 0; from < characters.size(); from += room) {
            areAccepted(place, characters.subList(from, Math.min(characters.size(), from + room)), false);
        }
    }

    /**
     * Halves what is refused as long as there are requests to spend; all of what is accepted together is accepted.
     *
     * @param hasOneRefused whether it is known already that there is one among them that is not
     */
    private boolean areAccepted(String place, List<String> group, boolean hasOneRefused) {
        if (questions.probes().left() <= 0) {
            return false;
        }
        boolean one = group.size() == 1;
        if ((one || !hasOneRefused) && questions.surelyAccepts(at(place, String.join("", group)))) {
            group.forEach(character -> questions.evidence().add(at(place, character), true));
            return true;
        }
        if (!one) {
            int half = group.size() / 2;
            boolean firstHalf = areAccepted(place, group.subList(0, half), false);
            areAccepted(place, group.subList(half, group.size()), firstHalf);
        }
        return false;
    }

    /** Whether what may not stand within the text may stand around it. */
    private List<String> around() {
        if (documented.places().isEmpty() || wronglyAccepted.isEmpty()) {
            return List.of();
        }
        String place = documented.places().values().iterator().next();
        String whole = at(place, "");
        List<String> around = new ArrayList<>();
        suspects().stream()
                .filter(character -> documented.forbids(character + whole) && documented.forbids(whole + character))
                .findFirst()
                .ifPresent(stranger -> {
                    if (questions.surelyAccepts(stranger + whole)) {
                        around.add("before it");
                    }
                    if (questions.surelyAccepts(whole + stranger)) {
                        around.add("after it");
                    }
                    if (around.isEmpty() && questions.surelyAccepts(stranger + "\n" + whole)) {
                        around.add("on another line");
                    }
                });
        return around;
    }
}
