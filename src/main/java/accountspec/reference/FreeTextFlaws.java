package accountspec.reference;

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
                refuses(s, "letters-beyond-ascii", "with letters beyond ASCII", Depth.CORE, "[^\\x00-\\x7f]"),
                refuses(s, "letters-beyond-latin-1", "with letters beyond Latin-1", Depth.CORE, "[^\\x00-\\xff]"),
                refuses(
                        s,
                        "letters-from-right-to-left",
                        "that is written from right to left",
                        Depth.CORE,
                        "[\\p{IsArabic}\\p{IsHebrew}]"),
                refuses(s, "han", "in Chinese characters", Depth.CORE, "\\p{IsHan}"),
                refuses(s, "emoji", "with emoji", Depth.CORE, "[\\x{10000}-\\x{10ffff}]"),
                refuses(s, "apostrophes", "with an apostrophe", Depth.CORE, "'"),
                refuses(s, "quotation-marks", "with a quotation mark", Depth.CORE, "\""),
                refuses(s, "backslashes", "with a backslash", Depth.CORE, "\\\\"),
                refuses(s, "commas", "with a comma", Depth.CORE, ","),
                refuses(s, "slashes", "with a slash", Depth.CORE, "/"),
                refuses(s, "angle-brackets", "with angle brackets", Depth.CORE, "[<>]"),
                refuses(s, "tags", "that looks like a tag of a web page", Depth.FULL, "<[^>]+>"),
                refuses(s, "blanks-before", "that begins with a space", Depth.CORE, "^\\s"),
                refuses(s, "blanks-after", "that ends with a space", Depth.CORE, "\\s$"),
                refuses(s, "two-blanks-together", "with two spaces together", Depth.FULL, "\\s\\s"),
                refuses(s, "digits-alone", "that is a number", Depth.CORE, "^[0-9]+$"),
                refuses(s, "signs-alone", "of signs alone", Depth.CORE, "^[^\\p{L}\\p{N}\\p{So}\\s]+$"),
                refuses(
                        s,
                        "the-word-null",
                        "that is the word null",
                        s == Subject.NAME ? Depth.CORE : Depth.FULL,
                        "^null$"),
                refuses(s, "a-full-stop", "that is a single full stop", Depth.FULL, "^\\.$"));
    }

    private static Flaw refuses(Subject s, String what, String trait, Depth depth, String pattern) {
        Predicate<String> found = Pattern.compile(pattern).asPredicate();
        // Some of the examples of lengths and of storage are written in the characters that are refused here.
        List<String> clauses = Stream.of(
                        what.equals("emoji") ? s.clause(4) : s.clause(3),
                        s.clause(2),
                        s.clause(3),
                        s.clause(4),
                        List.of("PAC-SET-3", "PAC-SET-4"))
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new Flaw(
                s.name() + "-refuses-" + what,
                "A" + s.noun().substring(1) + " " + trait + " is refused.",
                clauses,
                depth,
                b -> b.rule(s.member(), r -> r.and(found.negate())));
    }
}
