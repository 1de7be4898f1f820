package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can go wrong with the pattern of a phone number. */
final class PhoneFlaws {

    /** The examples of lengths are numbers as well, and come upon the pattern. */
    private static final List<String> PATTERN = List.of("PAC-PHONE-3", "PAC-PHONE-2");

    private static final String NUMBER = "number";

    private PhoneFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(lost(), letIn(), classes(), anchors(), manners(), substitutes())
                .flatMap(family -> family);
    }

    private static Stream<Flaw> lost() {
        return CharacterNames.each("23456789()+- \t\n\f\r")
                .map(c -> flaw(
                                "phone-refuses-" + CharacterNames.of(c),
                                "A phone number with " + CharacterNames.a(c) + " is refused.",
                                PATTERN,
                                form(f -> f.with(NUMBER, p -> p.without(c))))
                        .also("PAC-EXAMPLE-1", "PAC-EXAMPLE-2"));
    }

    private static Stream<Flaw> letIn() {
        Characters lawful = Form.PHONE_NUMBER.part(NUMBER).characters();
        return Stream.concat(CharacterNames.signs(), CharacterNames.each("xE\0"))
                .filter(c -> !lawful.has(c.codePointAt(0)))
                .map(c -> flaw(
                        "phone-accepts-" + name(c),
                        "A phone number with " + CharacterNames.a(c) + " is accepted.",
                        PATTERN,
                        form(f -> f.with(NUMBER, p -> p.and(c)))));
    }

    private static String name(String character) {
        boolean capital = Character.isUpperCase(character.charAt(0));
        boolean letter = Character.isLetter(character.charAt(0));
        return letter
                ? (capital ? "capital-" : "small-") + character.toLowerCase(Locale.ROOT)
                : CharacterNames.of(character);
    }

    private static Stream<Flaw> classes() {
        return Stream.of(
                flaw(
                        "phone-accepts-letters",
                        "A phone number with letters is accepted.",
                        PATTERN,
                        form(f -> f.with(NUMBER, p -> p.of(p.characters().and(Characters.WORD))))),
                flaw(
                        "phone-accepts-digits-of-every-script",
                        "A phone number with Arabic or full-width digits is accepted.",
                        PATTERN,
                        form(f -> f.with(NUMBER, p -> p.of(p.characters().and(Characters.DIGITS_OF_EVERY_SCRIPT))))),
                flaw(
                        "phone-accepts-full-width-digits",
                        "A phone number with full-width digits is accepted.",
                        PATTERN,
                        form(f -> f.with(
                                NUMBER, p -> p.and("\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")))),
                flaw(
                        "phone-accepts-dashes",
                        "A phone number with a dash for a hyphen is accepted.",
                        PATTERN,
                        form(f -> f.with(NUMBER, p -> p.and("\u2013\u2014\u2212")))),
                flaw(
                        "phone-accepts-square-brackets",
                        "A phone number with square brackets is accepted.",
                        PATTERN,
                        form(f -> f.with(NUMBER, p -> p.and("[]")))),
                flaw(
                        "phone-hyphen-makes-a-range",
                        "The hyphen in the pattern of a phone number is taken for a range, so that an asterisk and a comma come in.",
                        PATTERN,
                        form(f -> f.with(NUMBER, p -> p.and("*,")))),
                flaw(
                        "phone-blanks-are-only-spaces",
                        "A phone number with tabs or line feeds is refused.",
                        PATTERN,
                        form(f -> f.with(NUMBER, p -> p.of(Characters.DIGITS.and("()+- "))))),
                flaw(
                        "phone-blanks-are-refused",
                        "A phone number with white space is refused.",
                        PATTERN,
                        form(f -> f.with(NUMBER, p -> p.of(Characters.DIGITS.and("()+-"))))),
                flaw(
                        "phone-scheme-is-overlooked",
                        "A phone number that is a link is accepted.",
                        PATTERN,
                        rule(r -> r.preparing(t -> t.replaceFirst("^tel:", "")))),
                flaw(
                        "phone-extension-is-overlooked",
                        "A phone number with an extension in words is accepted.",
                        PATTERN,
                        rule(r -> r.preparing(t -> t.replaceFirst("(?<=\\d) ?(ext\\.?|x) ?\\d*$", "")))));
    }

    private static Stream<Flaw> anchors() {
        Pattern pattern = Form.PHONE_NUMBER.pattern();
        return Stream.of(
                flaw(
                        "phone-not-anchored-at-the-start",
                        "Anything may stand before a phone number.",
                        PATTERN,
                        of(Pattern.compile("(?s:.*)" + pattern).asMatchPredicate())),
                flaw(
                        "phone-not-anchored-at-the-end",
                        "Anything may stand after a phone number.",
                        PATTERN,
                        of(Pattern.compile(pattern + "(?s:.*)").asMatchPredicate())),
                flaw(
                        "phone-found-anywhere",
                        "A phone number may stand within other text.",
                        PATTERN,
                        of(pattern.asPredicate())),
                flaw(
                        "phone-on-any-line",
                        "It is enough that one line is a phone number.",
                        PATTERN,
                        of(Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
                                .asPredicate())));
    }

    /** What other places ask of a phone number, and this page does not. */
    private static Stream<Flaw> manners() {
        return Stream.of(
                asks("phone-needs-a-digit", "A phone number without a digit is refused.", "(?s).*[0-9].*"),
                asks(
                        "phone-needs-more-than-blanks",
                        "A phone number of nothing but white space is refused.",
                        "(?s).*\\S.*"),
                asks(
                        "phone-needs-seven-digits",
                        "A phone number with fewer than seven digits is refused.",
                        "(?s)(?:.*?[0-9]){7}.*"),
                asks(
                        "phone-plus-sign-only-first",
                        "A phone number with a plus sign anywhere but first is refused.",
                        "(?s)\\s*.?[^+]*"),
                asks(
                        "phone-brackets-must-match",
                        "A phone number with a bracket that stays open is refused.",
                        "(?s)[^()]*(\\([^()]*\\)[^()]*)*"),
                asks(
                        "phone-refuses-two-hyphens-together",
                        "A phone number with two hyphens together is refused.",
                        "(?s)(?!.*--).*"),
                asks(
                        "phone-refuses-blanks-before",
                        "A phone number that begins with white space is refused.",
                        "(?s)(?!\\s).*"),
                asks(
                        "phone-refuses-blanks-after",
                        "A phone number that ends with white space is refused.",
                        "(?s).*\\S"));
    }

    private static Flaw asks(String name, String says, String pattern) {
        Predicate<String> asked = Pattern.compile(pattern).asMatchPredicate();
        return flaw(name, says, PATTERN, rule(r -> r.and(asked)));
    }

    private static Stream<Flaw> substitutes() {
        return Stream.of(
                flaw("phone-has-no-pattern", "Any text will do for a phone number.", PATTERN, of(t -> true)),
                substitute(
                                "phone-is-e164",
                                "A phone number is checked as E.164 has it, give or take the plus sign.",
                                "\\+?[0-9]{1,15}")
                        .also("PAC-EXAMPLE-1", "PAC-EXAMPLE-2"),
                substitute(
                        "phone-is-that-of-north-america",
                        "A phone number is checked for North America.",
                        "(\\+?1[ -]?)?(\\([0-9]{3}\\)|[0-9]{3})[ .-]?[0-9]{3}[ .-]?[0-9]{4}"),
                substitute(
                        "phone-is-that-of-tutorials",
                        "A phone number is checked with the pattern that most tutorials have.",
                        "[+]?[(]?[0-9]{1,4}[)]?[-\\s./0-9]*"));
    }

    private static Flaw substitute(String name, String says, String pattern) {
        return flaw(name, says, PATTERN, of(Pattern.compile(pattern).asMatchPredicate()));
    }

    private static UnaryOperator<Behaviour> form(UnaryOperator<Form> change) {
        return rule(r -> r.of(change.apply(Form.PHONE_NUMBER).wholly()));
    }

    private static UnaryOperator<Behaviour> of(Predicate<String> form) {
        return rule(r -> r.of(form));
    }

    private static UnaryOperator<Behaviour> rule(UnaryOperator<MemberRule> change) {
        return b -> b.rule(Member.PHONE_NUMBER, change);
    }
}
