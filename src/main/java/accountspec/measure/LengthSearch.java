package accountspec.measure;

import accountspec.notation.Notation;
import accountspec.operation.Documented;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds how long a member's text may really be, and what is counted. */
final class LengthSearch {

    /** Past this, a limit no longer matters to anybody. */
    private static final int ENOUGH = 4_096;

    /** Limits that programmers choose: asked for before all others. */
    private static final List<Integer> USUAL = List.of(
            2, 5, 8, 10, 12, 15, 16, 20, 24, 25, 30, 32, 40, 45, 48, 50, 60, 63, 64, 70, 80, 96, 100, 120, 127, 128,
            150, 160, 180, 192, 200, 240, 250, 254, 255, 256, 300, 320, 400, 500, 511, 512, 640, 768, 1_000, 1_023,
            1_024, 1_500, 2_000, 2_047, 2_048, 3_000, 4_000, 4_095, ENOUGH);

    private static final Optional<String> ONLY_LETTERS_AND_DIGITS = Optional.of("counts only letters and digits");

    private static final String EMOJI = "\ud83d\ude00";
    private static final String ACCENTED = "é";

    private final Documented.Length documented;
    private final Predicate<String> isLawful;
    private final Questions questions;
    private final int frame;
    private final TreeSet<Integer> accepted = new TreeSet<>();
    private final TreeSet<Integer> refused = new TreeSet<>();

    /** @param isLawful whether the documented pattern, if there is one, allows the text */
    LengthSearch(Documented.Length documented, Predicate<String> isLawful, Questions questions) {
        this.documented = documented;
        this.isLawful = isLawful;
        this.questions = questions;
        this.frame = length(documented.grows()) - 1;
        recall(questions.evidence().accepted(), accepted);
        recall(questions.evidence().refused(), refused);
    }

    private void recall(List<String> texts, TreeSet<Integer> lengths) {
        texts.stream()
                .filter(text -> length(text) >= frame && grown(length(text)).equals(text))
                .forEach(text -> lengths.add(length(text)));
    }

    LengthMeasure found() {
        OptionalInt most = most();
        if (most.isEmpty()) {
            return LengthMeasure.unknown(documented);
        }
        int longest = most.getAsInt();
        OptionalInt refusedFrom = refusedAfter(longest);
        boolean sharp = refusedFrom.isPresent() && refusedFrom.getAsInt() == longest + 1;
        Optional<String> unit = sharp ? unit(longest) : Optional.empty();
        Optional<String> overlooked = sharp ? overlooked(longest) : Optional.empty();
        return new LengthMeasure(
                documented,
                least(longest),
                OptionalInt.of(longest),
                refusedFrom,
                unit,
                overlooked,
                cut(longest, sharp));
    }

    // ---- the longest

    private OptionalInt most() {
        if (accepted.isEmpty() || (accepted.last() < documented.most() && gap())) {
            accepts(documented.most());
        }
        if (accepted.isEmpty()) {
            accepts(Math.max(documented.least(), frame + 1));
        }
        if (accepted.isEmpty()) {
            return OptionalInt.empty();
        }
        if (gap() && accepted.last() >= documented.most() && accepted.last() < ENOUGH) {
            accepts(accepted.last() + 1);
        }
        if (gap() && refusedAfter(accepted.last()).isEmpty() && accepted.last() < ENOUGH) {
            accepts(ENOUGH);
        }
        narrow(USUAL);
        if (gap() && accepted.last() < ENOUGH) {
            accepts(accepted.last() + 1);
        }
        bisect();
        return OptionalInt.of(accepted.last());
    }

    /** Whether there are lengths between the longest accepted and the next refused. */
    private boolean gap() {
        OptionalInt next = refusedAfter(accepted.last());
        return next.isEmpty() || next.getAsInt() > accepted.last() + 1;
    }

    private OptionalInt refusedAfter(int length) {
        Integer next = refused.higher(length);
        return next == null ? OptionalInt.empty() : OptionalInt.of(next);
    }

    private void narrow(List<Integer> usual) {
        List<Integer> open;
        do {
            open = usual.stream()
                    .filter(length -> length > accepted.last())
                    .filter(length -> length < refusedAfter(accepted.last()).orElse(0))
                    .toList();
        } while (!open.isEmpty() && accepts(open.get(open.size() / 2)).isPresent());
    }

    private void bisect() {
        boolean told = true;
        while (told && gap() && refusedAfter(accepted.last()).isPresent()) {
            int next = refusedAfter(accepted.last()).getAsInt();
            told = accepts((accepted.last() + next) >>> 1).isPresent();
        }
    }

    private Optional<Boolean> accepts(int length) {
        Optional<Boolean> told = questions.accepts(grown(length));
        told.ifPresent(yes -> (yes ? accepted : refused).add(length));
        return told;
    }

    private String grown(int length) {
        return grown(length, documented.by());
    }

    private String grown(int length, String by) {
        return documented.grows().replace(Notation.PLACE_HOLDER, by.repeat(Math.max(0, length - frame)));
    }

    // ---- the shortest

    private OptionalInt least(int longest) {
        if (questions.surelyAccepts("")) {
            return OptionalInt.of(0);
        }
        int shortest = Math.max(documented.least(), frame + 1);
        if (longest < shortest || accepts(shortest).isEmpty()) {
            return OptionalInt.empty();
        }
        while (!accepted.contains(shortest)) {
            int next = accepted.higher(shortest);
            int below = refused.lower(next) == null ? shortest : refused.lower(next);
            if (next == below + 1) {
                return OptionalInt.of(next);
            }
            int middle = next - below > 8 && below - frame < 4 ? below + 1 : (below + next) >>> 1;
            if (accepts(middle).isEmpty()) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(shortest);
    }

    // ---- what is counted

    private Optional<String> unit(int longest) {
        if (!isLawful.test(grown(longest, EMOJI)) || questions.surelyAccepts(grown(longest, EMOJI))) {
            return Optional.empty();
        }
        boolean halfTheEmoji = questions.surelyAccepts(grown(longest / 2, EMOJI));
        boolean asManyAccents = questions.surelyAccepts(grown(longest, ACCENTED));
        if (halfTheEmoji && asManyAccents) {
            return Optional.of("UTF-16 units");
        }
        boolean halfTheAccents = !asManyAccents && questions.surelyAccepts(grown(longest / 2, ACCENTED));
        return halfTheAccents && questions.surelyRefuses(grown(longest / 2 + 1, ACCENTED))
                ? Optional.of("UTF-8 bytes")
                : Optional.empty();
    }

    private Optional<String> overlooked(int longest) {
        String full = grown(longest);
        boolean after = isLawful.test(full + " ") && questions.surelyAccepts(full + " ");
        boolean before = isLawful.test(" " + full) && questions.surelyAccepts(" " + full);
        if ((after || before) && countsOnlyLettersAndDigits(longest)) {
            return ONLY_LETTERS_AND_DIGITS;
        }
        if (after || before) {
            return Optional.of(
                    after && before
                            ? "trims before it counts"
                            : "does not count blanks " + (after ? "after it" : "before it"));
        }
        if (longest < documented.most()) {
            return Optional.empty();
        }
        String by = documented.by();
        String blanks = documented.grows().replace(Notation.PLACE_HOLDER, by + "  " + by.repeat(longest - frame - 2));
        if (isLawful.test(blanks) && questions.surelyAccepts(blanks)) {
            return Optional.of("counts several blanks as one");
        }
        return countsOnlyLettersAndDigits(longest) ? ONLY_LETTERS_AND_DIGITS : Optional.empty();
    }

    private boolean countsOnlyLettersAndDigits(int longest) {
        String signs = grown(longest + 1, "-");
        return isLawful.test(signs) && questions.surelyAccepts(signs);
    }

    // ---- what is kept

    /** How much of a text that should have been refused is kept, where that can be read back and is not all of it. */
    private OptionalInt cut(int longest, boolean sharp) {
        Probes probes = questions.probes();
        if (sharp || longest <= documented.most() || !probes.trial().cast().canReadBack()) {
            return OptionalInt.empty();
        }
        String sent = grown(documented.most() * 2);
        return Stored.after(probes, questions.member(), sent)
                .filter(kept -> !kept.isEmpty() && length(kept) < length(sent) && sent.startsWith(kept))
                .map(kept -> OptionalInt.of(length(kept)))
                .orElse(OptionalInt.empty());
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
