package accountspec.reference;

import static accountspec.reference.Flaw.core;
import static accountspec.reference.Flaw.full;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What can go wrong with an AccountId as text. An id that merely passes its pattern is still nobody's and is refused in
 * the end, which is lawful; so most of these make something of a malformed id that then passes.
 */
final class AccountIdFlaws {

    private static final List<String> PATTERN = List.of("PAC-ACCOUNT-3");
    private static final List<String> PATTERN_AND_ERROR = List.of("PAC-ACCOUNT-3", "PAC-ACCOUNT-5");
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

    private AccountIdFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(
                core(
                        "account-id-is-required",
                        "A request without an AccountId is refused.",
                        List.of("PAC-ACCOUNT-2", "PAC-ORG-1", "PAC-ORG-7", "PAC-EXAMPLE-1"),
                        b -> b.rule(Member.ACCOUNT_ID, MemberRule::mandatory)),
                core(
                        "account-id-malformed-is-overlooked",
                        "A malformed AccountId is taken for none.",
                        PATTERN_AND_ERROR,
                        reading(t -> TWELVE_DIGITS.matcher(t).matches() ? Optional.of(t) : Optional.empty())),
                core(
                        "account-id-empty-is-overlooked",
                        "An empty AccountId is taken for none.",
                        PATTERN_AND_ERROR,
                        reading(t -> t.isEmpty() ? Optional.empty() : Optional.of(t))),
                core(
                        "account-id-wrong-length-is-overlooked",
                        "An AccountId that is not twelve characters long is taken for none.",
                        PATTERN_AND_ERROR,
                        reading(t -> t.length() == 12 ? Optional.of(t) : Optional.empty())),
                core(
                        "account-id-other-than-digits-is-overlooked",
                        "An AccountId that is not only digits is taken for none.",
                        PATTERN_AND_ERROR,
                        reading(t -> t.matches("[0-9]*") ? Optional.of(t) : Optional.empty())),
                full(
                        "account-id-self-is-understood",
                        "The word self is taken for the caller's own account.",
                        PATTERN,
                        reading(t -> t.equals("self") ? Optional.empty() : Optional.of(t))),
                core(
                        "account-id-true-is-overlooked",
                        "An AccountId that is a truth value is taken for none.",
                        List.of("PAC-ACCOUNT-4"),
                        b -> b.rule(
                                Member.ACCOUNT_ID,
                                r -> r.reading(read -> read.but(JsonNode::isBoolean, v -> Optional.empty())))),
                made(
                        "account-id-blanks-around-it-are-overlooked",
                        "White space around an AccountId is overlooked.",
                        Depth.CORE,
                        String::strip),
                made(
                        "account-id-blanks-before-it-are-overlooked",
                        "White space before an AccountId is overlooked.",
                        Depth.CORE,
                        String::stripLeading),
                made(
                        "account-id-blanks-after-it-are-overlooked",
                        "White space after an AccountId is overlooked.",
                        Depth.CORE,
                        String::stripTrailing),
                made(
                        "account-id-line-feed-after-it-is-overlooked",
                        "A line feed after an AccountId is overlooked.",
                        Depth.CORE,
                        t -> t.replaceFirst("\n\\z", "")),
                made(
                        "account-id-more-lines-are-overlooked",
                        "What follows the first line of an AccountId is overlooked.",
                        Depth.CORE,
                        t -> t.replaceFirst("(?s)\n.*", "")),
                made(
                        "account-id-is-cut-to-twelve",
                        "Only the first twelve characters of an AccountId count.",
                        Depth.CORE,
                        t -> Texts.cut(t, 12)),
                made(
                        "account-id-last-twelve-count",
                        "Only the last twelve characters of an AccountId count.",
                        Depth.CORE,
                        t -> t.substring(Math.max(0, t.length() - 12))),
                made(
                        "account-id-zeros-before-it-are-overlooked",
                        "Zeros before an AccountId are overlooked.",
                        Depth.CORE,
                        t -> t.replaceFirst("\\A0+", "")),
                made(
                        "account-id-only-digits-count",
                        "Whatever is not a digit in an AccountId is overlooked.",
                        Depth.CORE,
                        Texts::digits),
                made(
                        "account-id-is-found-in-other-text",
                        "Twelve digits within other text are taken for the AccountId.",
                        Depth.CORE,
                        AccountIdFlaws::found),
                made(
                        "account-id-is-read-as-a-number",
                        "An AccountId is read as a number, in any way to write it.",
                        Depth.CORE,
                        AccountIdFlaws::number),
                made(
                        "account-id-plus-sign-is-overlooked",
                        "A plus sign before an AccountId is overlooked.",
                        Depth.FULL,
                        t -> t.replaceFirst("\\A\\+", "")),
                made(
                        "account-id-fraction-is-overlooked",
                        "A fraction after an AccountId is overlooked.",
                        Depth.FULL,
                        t -> t.replaceFirst("\\.0*\\z", "")),
                made(
                        "account-id-last-part-of-a-path-counts",
                        "The last part of a path is taken for the AccountId.",
                        Depth.FULL,
                        t -> t.substring(t.lastIndexOf('/') + 1)),
                made(
                        "account-id-first-of-several-counts",
                        "The first of several AccountIds with commas between them counts.",
                        Depth.FULL,
                        t -> t.split(",", 2)[0]),
                made(
                        "account-id-sign-after-it-is-overlooked",
                        "Any sign after an AccountId is overlooked.",
                        Depth.FULL,
                        t -> t.replaceFirst("[^0-9A-Za-z\\s]\\z", "")),
                answered("account-id-malformed-is-not-found", "not found", Fault.NOT_FOUND),
                answered(
                        "account-id-malformed-is-an-error-of-its-own",
                        "an error of its own",
                        new Fault("InvalidAccountIdException", 400)),
                answered(
                        "account-id-malformed-is-serialization-exception",
                        "a SerializationException",
                        Fault.SERIALIZATION));
    }

    private static Flaw made(String name, String says, Depth depth, UnaryOperator<String> change) {
        return new Flaw(name, says, PATTERN, depth, reading(t -> Optional.of(change.apply(t))));
    }

    private static Flaw answered(String name, String as, Fault fault) {
        return core(
                name,
                "A malformed AccountId is answered with " + as + ".",
                PATTERN_AND_ERROR,
                b -> b.rule(Member.ACCOUNT_ID, r -> r.answering(fault)));
    }

    private static String found(String text) {
        Matcher matcher = TWELVE_DIGITS.matcher(text);
        return matcher.find() ? matcher.group() : text;
    }

    private static String number(String text) {
        try {
            return new BigDecimal(text).toBigInteger().toString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static UnaryOperator<Behaviour> reading(Function<String, Optional<String>> change) {
        return b -> b.rule(Member.ACCOUNT_ID, r -> r.reading(read -> read.then(change)));
    }
}
