package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can go wrong with the pattern of an email address. */
final class EmailFlaws {

    /** The examples of lengths and of white space are addresses as well, and come upon the pattern. */
    private static final List<String> PATTERN = List.of("PAC-EMAIL-3", "PAC-EMAIL-2", "PAC-EMAIL-4");

    private EmailFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(
                        lost("mailbox", "_+=.#|!&-"),
                        lost("host", "_.-"),
                        lost("label", "_"),
                        lost("before", "\t\n"),
                        lost("after", "\t\n\f\r "),
                        letIn("mailbox", "\0\n"),
                        letIn("host", ""),
                        letIn("label", ""),
                        classes(),
                        anchors(),
                        quantifiers(),
                        manners(),
                        substitutes())
                .flatMap(family -> family);
    }

    private static Stream<Flaw> lost(String part, String characters) {
        return CharacterNames.each(characters)
                .map(c -> flaw(
                        "email-" + part + "-refuses-" + CharacterNames.of(c),
                        "An email address with " + CharacterNames.a(c) + where(part) + " is refused.",
                        PATTERN,
                        part(part, p -> p.without(c))));
    }

    /** Every sign on a keyboard that does not belong there, and a few characters that are on none. */
    private static Stream<Flaw> letIn(String part, String others) {
        Characters lawful = Form.EMAIL_ADDRESS.part(part).characters();
        return Stream.concat(CharacterNames.signs(), CharacterNames.each(others))
                .filter(c -> !lawful.has(c.codePointAt(0)))
                .map(c -> flaw(
                        "email-" + part + "-accepts-" + CharacterNames.of(c),
                        "An email address with " + CharacterNames.a(c) + where(part) + " is accepted.",
                        PATTERN,
                        part(part, p -> p.and(c))));
    }

    private static String where(String part) {
        return switch (part) {
            case "before" -> " before it";
            case "after" -> " after it";
            case "label" -> " after the last dot";
            default -> " in the " + part;
        };
    }

    private static Stream<Flaw> classes() {
        return Stream.of(
                flaw(
                        "email-mailbox-refuses-capitals",
                        "An email address with capital letters in the mailbox is refused.",
                        PATTERN,
                        part("mailbox", p -> p.without(Texts.CAPITALS))),
                flaw(
                        "email-host-refuses-capitals",
                        "An email address with capital letters in the host is refused.",
                        PATTERN,
                        part("host", p -> p.without(Texts.CAPITALS))),
                flaw(
                        "email-label-refuses-capitals",
                        "An email address with capital letters after the last dot is refused.",
                        PATTERN,
                        part("label", p -> p.without(Texts.CAPITALS))),
                flaw(
                        "email-label-refuses-digits",
                        "An email address with digits after the last dot is refused.",
                        PATTERN,
                        part("label", p -> p.without("0123456789"))),
                flaw(
                        "email-blanks-are-only-spaces",
                        "An email address with tabs or line feeds around it is refused.",
                        PATTERN,
                        change(f -> f.with("before", p -> p.of(Characters.of(" ")))
                                .with("after", p -> p.of(Characters.of(" "))))),
                flaw(
                        "email-dot-is-any-character",
                        "Any character will do for the last dot of an email address.",
                        PATTERN,
                        part("dot", p -> p.of(Characters.ANY))),
                flaw(
                        "email-host-has-the-mailbox-signs",
                        "The host of an email address may have the signs of a mailbox.",
                        PATTERN,
                        part("host", p -> p.and("+=#|!&"))),
                flaw(
                        "email-label-is-like-the-host",
                        "What follows the last dot of an email address may have hyphens and dots as well.",
                        PATTERN,
                        part("label", p -> p.and(".-"))),
                flaw(
                        "email-blanks-within-are-overlooked",
                        "White space anywhere in an email address is overlooked.",
                        PATTERN,
                        rule(r -> r.preparing(t -> t.replaceAll("\\s", "").isEmpty() ? t : t.replaceAll("\\s", "")))),
                flaw(
                        "email-blanks-around-the-at-are-overlooked",
                        "White space around the @ of an email address is overlooked.",
                        PATTERN,
                        rule(r -> r.preparing(t -> t.replaceAll("\\s*@\\s*", "@")))),
                flaw(
                        "email-nul-ends-it",
                        "Whatever follows a NUL character in an email address is overlooked.",
                        PATTERN,
                        // Of "carlos NUL salazar@example.com" nothing lawful would be left, so look behind the NUL.
                        rule(r -> r.preparing(t -> t.substring(t.indexOf('\0') + 1)))));
    }

    private static Stream<Flaw> anchors() {
        Pattern pattern = Form.EMAIL_ADDRESS.pattern();
        return Stream.of(
                flaw(
                        "email-not-anchored-at-the-start",
                        "Anything may stand before an email address.",
                        PATTERN,
                        form(Pattern.compile("(?s:.*)" + pattern).asMatchPredicate())),
                flaw(
                        "email-not-anchored-at-the-end",
                        "Anything may stand after an email address.",
                        PATTERN,
                        form(Pattern.compile(pattern + "(?s:.*)").asMatchPredicate())),
                flaw(
                        "email-found-anywhere",
                        "An email address may stand within other text.",
                        PATTERN,
                        form(pattern.asPredicate())),
                flaw(
                        "email-on-any-line",
                        "It is enough that one line is an email address.",
                        PATTERN,
                        form(Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
                                .asPredicate())));
    }

    private static Stream<Flaw> quantifiers() {
        return Stream.of(
                times("email-mailbox-may-be-empty", "An email address may have no mailbox.", "mailbox", 0, Form.MANY),
                times(
                        "email-mailbox-of-two-or-more",
                        "The mailbox of an email address has at least two characters.",
                        "mailbox",
                        2,
                        Form.MANY),
                times(
                        "email-mailbox-up-to-64",
                        "The mailbox of an email address has at most 64 characters, as RFC 5321 has it.",
                        "mailbox",
                        1,
                        64),
                times(
                        "email-host-may-be-empty",
                        "An email address may have nothing between the @ and the last dot.",
                        "host",
                        0,
                        Form.MANY),
                times(
                        "email-host-of-two-or-more",
                        "The host of an email address has at least two characters before the last dot.",
                        "host",
                        2,
                        Form.MANY),
                times(
                        "email-host-up-to-240",
                        "The host of an email address has at most 240 characters before the last dot.",
                        "host",
                        1,
                        240),
                times("email-label-may-be-empty", "An email address may end in its last dot.", "label", 0, Form.MANY),
                times(
                        "email-label-of-two-or-more",
                        "An email address has at least two characters after the last dot.",
                        "label",
                        2,
                        Form.MANY),
                times(
                        "email-label-up-to-63",
                        "An email address has at most 63 characters after the last dot, as DNS has it.",
                        "label",
                        1,
                        63),
                times(
                        "email-label-up-to-6",
                        "An email address has at most six characters after the last dot.",
                        "label",
                        1,
                        6),
                times("email-at-is-optional", "An email address may do without an @.", "at", 0, 1)
                        .also("PAC-VALIDATION-1"),
                times("email-may-have-two-ats", "An email address may have two @ together.", "at", 1, 2),
                times("email-last-dot-is-optional", "An email address may have no dot after the @.", "dot", 0, 1),
                times(
                        "email-refuses-blanks-before",
                        "An email address with white space before it is refused.",
                        "before",
                        0,
                        0),
                times(
                        "email-refuses-blanks-after",
                        "An email address with white space after it is refused.",
                        "after",
                        0,
                        0),
                times(
                        "email-one-blank-before",
                        "An email address may have one blank before it, but no more.",
                        "before",
                        0,
                        1));
    }

    private static Flaw times(String name, String says, String part, int least, int most) {
        return flaw(name, says, PATTERN, part(part, p -> p.times(least, most)));
    }

    /** Rules of good manners that other places have for addresses, and this page has not. */
    private static Stream<Flaw> manners() {
        return Stream.of(
                manner(
                        "email-refuses-two-dots-together",
                        "An email address with two dots together is refused.",
                        "\\.\\."),
                manner(
                        "email-refuses-two-dots-in-the-host",
                        "An email address with two dots together in its host is refused.",
                        "@.*\\.\\."),
                manner("email-refuses-a-dot-first", "An email address that begins with a dot is refused.", "^\\s*\\."),
                manner(
                        "email-refuses-a-dot-before-the-at",
                        "An email address with a dot before the @ is refused.",
                        "\\.@"),
                manner(
                        "email-refuses-a-dot-after-the-at",
                        "An email address with a dot after the @ is refused.",
                        "@\\."),
                manner(
                        "email-refuses-a-hyphen-after-the-at",
                        "An email address with a hyphen after the @ is refused.",
                        "@-"),
                manner(
                        "email-refuses-an-address-for-a-host",
                        "An email address with a bare IP address for a host is refused.",
                        "@[0-9.]+\\s*$"),
                manner(
                        "email-refuses-a-sign-first",
                        "An email address that begins with a sign is refused.",
                        "^\\s*\\W"),
                manner(
                        "email-refuses-long-parts-of-a-host",
                        "An email address with more than 63 characters between dots of its host is refused, as DNS has it.",
                        "@.*[\\w-]{64}"));
    }

    private static Flaw manner(String name, String says, String unmannered) {
        Predicate<String> found = Pattern.compile(unmannered, Pattern.DOTALL).asPredicate();
        return flaw(name, says, PATTERN, rule(r -> r.and(found.negate())));
    }

    private static Stream<Flaw> substitutes() {
        return Stream.of(
                flaw("email-has-no-pattern", "Any text will do for an email address.", PATTERN, form(t -> true))
                        .also("PAC-VALIDATION-1"),
                flaw(
                        "email-only-has-an-at",
                        "Any text with an @ in it will do for an email address.",
                        PATTERN,
                        form(t -> t.contains("@"))),
                substitute(
                        "email-is-anything-around-an-at", "An email address is checked with \\S+@\\S+.", "\\S+@\\S+"),
                substitute(
                        "email-is-anything-around-an-at-and-a-dot",
                        "An email address is checked with \\S+@\\S+\\.\\S+.",
                        "\\S+@\\S+\\.\\S+"),
                substitute(
                        "email-is-that-of-forms-on-the-web",
                        "An email address is checked as HTML has it for forms.",
                        "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                                + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"),
                substitute(
                        "email-is-that-of-rfc-5322",
                        "An email address is checked as RFC 5322 has it.",
                        "(?:[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*|\"[^\"\\\\\\r\\n]*\")"
                                + "@(?:[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+|\\[[0-9.]+\\])"),
                substitute(
                        "email-is-that-of-tutorials",
                        "An email address is checked with the pattern that most tutorials have.",
                        "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}"),
                substitute(
                        "email-is-that-of-words-and-dots",
                        "An email address is checked with \\w+([.-]?\\w+)*@\\w+([.-]?\\w+)*(\\.\\w{2,3})+.",
                        "\\w+([.-]?\\w+)*@\\w+([.-]?\\w+)*(\\.\\w{2,3})+"));
    }

    private static Flaw substitute(String name, String says, String pattern) {
        return flaw(name, says, PATTERN, form(Pattern.compile(pattern).asMatchPredicate()));
    }

    private static UnaryOperator<Behaviour> part(String part, UnaryOperator<Form.Part> change) {
        return change(f -> f.with(part, change));
    }

    private static UnaryOperator<Behaviour> change(UnaryOperator<Form> change) {
        return rule(r -> r.of(change.apply(Form.EMAIL_ADDRESS).wholly()));
    }

    private static UnaryOperator<Behaviour> form(Predicate<String> form) {
        return rule(r -> r.of(form));
    }

    private static UnaryOperator<Behaviour> rule(UnaryOperator<MemberRule> change) {
        return b -> b.rule(Member.EMAIL_ADDRESS, change);
    }
}
