package accountspec.reference;

import static accountspec.reference.Flaw.core;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can go wrong with the pattern of an email address. */
final class EmailFlaws {

    private static final List<String> PATTERN = List.of("PAC-EMAIL-3");

    private EmailFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(
                        lost("mailbox", "_+=.#|!&-", ""),
                        lost("host", "_.-", ""),
                        lost("label", "_", ""),
                        lost("before", "\t\n", ""),
                        lost("after", "\t\n\f\r ", ""),
                        letIn("mailbox", " \",%'()*/:@", "\0\n\t\u007f"),
                        letIn("host", " +@", "\n"),
                        letIn("label", " ,-.:", ""),
                        classes(),
                        anchors(),
                        quantifiers(),
                        manners(),
                        substitutes())
                .flatMap(family -> family);
    }

    private static Stream<Flaw> lost(String part, String characters, String onlyFull) {
        return CharacterNames.each(characters)
                .map(c -> new Flaw(
                        "email-" + part + "-refuses-" + CharacterNames.of(c),
                        "An email address with " + CharacterNames.a(c) + where(part) + " is refused.",
                        PATTERN,
                        onlyFull.contains(c) ? Depth.FULL : Depth.CORE,
                        part(part, p -> p.without(c))));
    }

    /** Every sign on a keyboard that does not belong there, and a few characters that are on none. */
    private static Stream<Flaw> letIn(String part, String core, String others) {
        Characters lawful = Form.EMAIL_ADDRESS.part(part).characters();
        return Stream.concat(CharacterNames.signs(), CharacterNames.each(others))
                .filter(c -> !lawful.has(c.codePointAt(0)))
                .map(c -> new Flaw(
                        "email-" + part + "-accepts-" + CharacterNames.of(c),
                        "An email address with " + CharacterNames.a(c) + where(part) + " is accepted.",
                        PATTERN,
                        core.contains(c) || c.equals("\0") || c.equals("\n") ? Depth.CORE : Depth.FULL,
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
                core(
                        "email-mailbox-refuses-capitals",
                        "An email address with capital letters in the mailbox is refused.",
                        PATTERN,
                        part("mailbox", p -> p.without(Texts.CAPITALS))),
                core(
                        "email-host-refuses-capitals",
                        "An email address with capital letters in the host is refused.",
                        PATTERN,
                        part("host", p -> p.without(Texts.CAPITALS))),
                core(
                        "email-label-refuses-capitals",
                        "An email address with capital letters after the last dot is refused.",
                        PATTERN,
                        part("label", p -> p.without(Texts.CAPITALS))),
                core(
                        "email-label-refuses-digits",
                        "An email address with digits after the last dot is refused.",
                        PATTERN,
                        part("label", p -> p.without("0123456789"))),
                core(
                        "email-blanks-are-only-spaces",
                        "An email address with tabs or line feeds around it is refused.",
                        PATTERN,
                        change(f -> f.with("before", p -> p.of(Characters.of(" ")))
                                .with("after", p -> p.of(Characters.of(" "))))),
                core(
                        "email-dot-is-any-character",
                        "Any character will do for the last dot of an email address.",
                        PATTERN,
                        part("dot", p -> p.of(Characters.ANY))),
                core(
                        "email-host-has-the-mailbox-signs",
                        "The host of an email address may have the signs of a mailbox.",
                        PATTERN,
                        part("host", p -> p.and("+=#|!&"))),
                core(
                        "email-label-is-like-the-host",
                        "What follows the last dot of an email address may have hyphens and dots as well.",
                        PATTERN,
                        part("label", p -> p.and(".-"))),
                core(
                        "email-blanks-within-are-overlooked",
                        "White space anywhere in an email address is overlooked.",
                        PATTERN,
                        rule(r -> r.preparing(t -> t.replaceAll("\\s", "").isEmpty() ? t : t.replaceAll("\\s", "")))),
                core(
                        "email-blanks-around-the-at-are-overlooked",
                        "White space around the @ of an email address is overlooked.",
                        PATTERN,
                        rule(r -> r.preparing(t -> t.replaceAll("\\s*@\\s*", "@")))),
                core(
                        "email-nul-ends-it",
                        "Whatever follows a NUL character in an email address is overlooked.",
                        PATTERN,
                        // Of "carlos NUL salazar@example.com" nothing lawful would be left, so look behind the NUL.
                        rule(r -> r.preparing(t -> t.substring(t.indexOf('\0') + 1)))));
    }

    private static Stream<Flaw> anchors() {
        Pattern pattern = Form.EMAIL_ADDRESS.pattern();
        return Stream.of(
                core(
                        "email-not-anchored-at-the-start",
                        "Anything may stand before an email address.",
                        PATTERN,
                        form(Pattern.compile("(?s:.*)" + pattern).asMatchPredicate())),
                core(
                        "email-not-anchored-at-the-end",
                        "Anything may stand after an email address.",
                        PATTERN,
                        form(Pattern.compile(pattern + "(?s:.*)").asMatchPredicate())),
                core(
                        "email-found-anywhere",
                        "An email address may stand within other text.",
                        PATTERN,
                        form(pattern.asPredicate())),
                core(
                        "email-on-any-line",
                        "It is enough that one line is an email address.",
                        PATTERN,
                        form(Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
                                .asPredicate())));
    }

    private static Stream<Flaw> quantifiers() {
        return Stream.of(
                times(
                        "email-mailbox-may-be-empty",
                        "An email address may have no mailbox.",
                        "mailbox",
                        0,
                        Form.MANY,
                        Depth.CORE),
                times(
                        "email-mailbox-of-two-or-more",
                        "The mailbox of an email address has at least two characters.",
                        "mailbox",
                        2,
                        Form.MANY,
                        Depth.CORE),
                times(
                        "email-mailbox-up-to-64",
                        "The mailbox of an email address has at most 64 characters, as RFC 5321 has it.",
                        "mailbox",
                        1,
                        64,
                        Depth.CORE),
                times(
                        "email-host-may-be-empty",
                        "An email address may have nothing between the @ and the last dot.",
                        "host",
                        0,
                        Form.MANY,
                        Depth.CORE),
                times(
                        "email-host-of-two-or-more",
                        "The host of an email address has at least two characters before the last dot.",
                        "host",
                        2,
                        Form.MANY,
                        Depth.CORE),
                times(
                        "email-host-up-to-240",
                        "The host of an email address has at most 240 characters before the last dot.",
                        "host",
                        1,
                        240,
                        Depth.FULL),
                times(
                        "email-label-may-be-empty",
                        "An email address may end in its last dot.",
                        "label",
                        0,
                        Form.MANY,
                        Depth.CORE),
                times(
                        "email-label-of-two-or-more",
                        "An email address has at least two characters after the last dot.",
                        "label",
                        2,
                        Form.MANY,
                        Depth.CORE),
                times(
                        "email-label-up-to-63",
                        "An email address has at most 63 characters after the last dot, as DNS has it.",
                        "label",
                        1,
                        63,
                        Depth.FULL),
                times(
                        "email-label-up-to-6",
                        "An email address has at most six characters after the last dot.",
                        "label",
                        1,
                        6,
                        Depth.CORE),
                times("email-at-is-optional", "An email address may do without an @.", "at", 0, 1, Depth.CORE),
                times("email-may-have-two-ats", "An email address may have two @ together.", "at", 1, 2, Depth.CORE),
                times(
                        "email-last-dot-is-optional",
                        "An email address may have no dot after the @.",
                        "dot",
                        0,
                        1,
                        Depth.CORE),
                times(
                        "email-refuses-blanks-before",
                        "An email address with white space before it is refused.",
                        "before",
                        0,
                        0,
                        Depth.CORE),
                times(
                        "email-refuses-blanks-after",
                        "An email address with white space after it is refused.",
                        "after",
                        0,
                        0,
                        Depth.CORE),
                times(
                        "email-one-blank-before",
                        "An email address may have one blank before it, but no more.",
                        "before",
                        0,
                        1,
                        Depth.CORE));
    }

    private static Flaw times(String name, String says, String part, int least, int most, Depth depth) {
        return new Flaw(name, says, PATTERN, depth, part(part, p -> p.times(least, most)));
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
        Depth depth = name.contains("long-parts") ? Depth.FULL : Depth.CORE;
        return new Flaw(name, says, PATTERN, depth, rule(r -> r.and(found.negate())));
    }

    private static Stream<Flaw> substitutes() {
        return Stream.of(
                core("email-has-no-pattern", "Any text will do for an email address.", PATTERN, form(t -> true)),
                core(
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
        return core(name, says, PATTERN, form(Pattern.compile(pattern).asMatchPredicate()));
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
