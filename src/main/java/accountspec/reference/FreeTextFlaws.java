package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Patterns that names and titles have elsewhere; on the page they have none. */
final class FreeTextFlaws {

    private FreeTextFlaws() {}

    static Stream<Flaw> all() {
        return Subject.FREE.stream().flatMap(FreeTextFlaws::of);
    }

    private static Stream<Flaw> of(Subject s) {
        return Stream.of(
                refuses(s, "letters-beyond-ascii", "with letters beyond ASCII", "[^\\x00-\\x7f]"),
                refuses(s, "letters-beyond-latin-1", "with letters beyond Latin-1", "[^\\x00-\\xff]"),
                refuses(
                        s,
                        "letters-from-right-to-left",
                        "that is written from right to left",
                        "[\\p{IsArabic}\\p{IsHebrew}]"),
                refuses(s, "han", "in Chinese characters", "\\p{IsHan}"),
                refuses(s, "emoji", "with emoji", "[\\x{10000}-\\x{10ffff}]"),
                refuses(s, "apostrophes", "with an apostrophe", "'"),
                refuses(s, "quotation-marks", "with a quotation mark", "\""),
                refuses(s, "backslashes", "with a backslash", "\\\\"),
                refuses(s, "commas", "with a comma", ","),
                refuses(s, "slashes", "with a slash", "/"),
                refuses(s, "angle-brackets", "with angle brackets", "[<>]"),
                refuses(s, "tags", "that looks like a tag of a web page", "<[^>]+>"),
                refuses(s, "blanks-before", "that begins with a space", "^\\s"),
                refuses(s, "blanks-after", "that ends with a space", "\\s$"),
                refuses(s, "two-blanks-together", "with two spaces together", "\\s\\s"),
                refuses(s, "digits-alone", "that is a number", "^[0-9]+$"),
                refuses(s, "signs-alone", "of signs alone", "^[^\\p{L}\\p{N}\\p{So}\\s]+$"),
                refuses(s, "the-word-null", "that is the word null", "^null$"));
    }

    private static Flaw refuses(Subject s, String what, String trait, String pattern) {
        Predicate<String> found = Pattern.compile(pattern).asPredicate();
        // Some of the examples of lengths and of storage are written in the characters that are refused here.
        List<String> clauses = Stream.of(s.clause(3), s.clause(2), s.clause(4), List.of("PAC-SET-3", "PAC-SET-4"))
                .flatMap(List::stream)
                .distinct()
                .toList();
        return flaw(
                s.name() + "-refuses-" + what,
                "A" + s.noun().substring(1) + " " + trait + " is refused.",
                clauses,
                b -> b.rule(s.member(), r -> r.and(found.negate())));
    }
}
