package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

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
                flaw(
                                "account-id-is-required",
                                "A request without an AccountId is refused.",
                                List.of("PAC-ACCOUNT-2"),
                                b -> b.rule(Member.ACCOUNT_ID, MemberRule::mandatory))
                        .diagnosed(),
                flaw(
                        "account-id-malformed-is-overlooked",
                        "A malformed AccountId is taken for none.",
                        PATTERN_AND_ERROR,
                        reading(t -> TWELVE_DIGITS.matcher(t).matches() ? Optional.of(t) : Optional.empty())),
                flaw(
                        "account-id-empty-is-overlooked",
                        "An empty AccountId is taken for none.",
                        PATTERN_AND_ERROR,
                        reading(t -> t.isEmpty() ? Optional.empty() : Optional.of(t))),
                flaw(
                        "account-id-wrong-length-is-overlooked",
                        "An AccountId that is not twelve characters long is taken for none.",
                        PATTERN_AND_ERROR,
                        reading(t -> t.length() == 12 ? Optional.of(t) : Optional.empty())),
                flaw(
                        "account-id-other-than-digits-is-overlooked",
                        "An AccountId that is not only digits is taken for none.",
                        PATTERN_AND_ERROR,
                        reading(t -> t.matches("[0-9]*") ? Optional.of(t) : Optional.empty())),
                flaw(
                        "account-id-true-is-overlooked",
                        "An AccountId that is a truth value is taken for none.",
                        List.of("PAC-ACCOUNT-4"),
                        b -> b.rule(
                                Member.ACCOUNT_ID,
                                r -> r.reading(read -> read.but(JsonNode::isBoolean, v -> Optional.empty())))),
                made(
                        "account-id-blanks-around-it-are-overlooked",
                        "White space around an AccountId is overlooked.",
                        String::strip),
                made(
                        "account-id-blanks-before-it-are-overlooked",
                        "White space before an AccountId is overlooked.",
                        String::stripLeading),
                made(
                        "account-id-blanks-after-it-are-overlooked",
                        "White space after an AccountId is overlooked.",
                        String::stripTrailing),
                made(
                        "account-id-line-feed-after-it-is-overlooked",
                        "A line feed after an AccountId is overlooked.",
                        t -> t.replaceFirst("\n\\z", "")),
                made(
                        "account-id-more-lines-are-overlooked",
                        "What follows the first line of an AccountId is overlooked.",
                        t -> t.replaceFirst("(?s)\n.*", "")),
                made(
                                "account-id-is-cut-to-twelve",
                                "Only the first twelve characters of an AccountId count.",
                                t -> Texts.cut(t, 12))
                        .also("PAC-ACCOUNT-5"),
                made(
                                "account-id-last-twelve-count",
                                "Only the last twelve characters of an AccountId count.",
                                t -> t.substring(Math.max(0, t.length() - 12)))
                        .also("PAC-ACCOUNT-5"),
                made(
                        "account-id-zeros-before-it-are-overlooked",
                        "Zeros before an AccountId are overlooked.",
                        t -> t.replaceFirst("\\A0+", "")),
                made(
                        "account-id-only-digits-count",
                        "Whatever is not a digit in an AccountId is overlooked.",
                        Texts::digits),
                made(
                                "account-id-is-found-in-other-text",
                                "Twelve digits within other text are taken for the AccountId.",
                                AccountIdFlaws::found)
                        .also("PAC-ACCOUNT-5"),
                made(
                        "account-id-is-read-as-a-number",
                        "An AccountId is read as a number, in any way to write it.",
                        AccountIdFlaws::number),
                made(
                        "account-id-plus-sign-is-overlooked",
                        "A plus sign before an AccountId is overlooked.",
                        t -> t.replaceFirst("\\A\\+", "")),
                made(
                        "account-id-fraction-is-overlooked",
                        "A fraction after an AccountId is overlooked.",
                        t -> t.replaceFirst("\\.0*\\z", "")),
                made(
                                "account-id-first-of-several-counts",
                                "The first of several AccountIds with commas between them counts.",
                                t -> t.split(",", 2)[0])
                        .also("PAC-ACCOUNT-5"),
                made(
                        "account-id-sign-after-it-is-overlooked",
                        "Any sign after an AccountId is overlooked.",
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

    private static Flaw made(String name, String says, UnaryOperator<String> change) {
        return flaw(name, says, PATTERN, reading(t -> Optional.of(change.apply(t))));
    }

    private static Flaw answered(String name, String as, Fault fault) {
        return flaw(
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
