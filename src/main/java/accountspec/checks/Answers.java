package accountspec.checks;

import accountspec.exchange.Printable;
import accountspec.exchange.Received;
import accountspec.outcome.ErrorName;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** What an HTTP answer looks like, whatever it amounts to. */
public final class Answers {

    private Answers() {}

    public static Matcher<Received> hasStatus(int status) {
        return answer(
                "HTTP " + status,
                Corruption.STATUS,
                answer -> answer.status() == status ? null : "HTTP " + answer.status());
    }

    public static Matcher<Received> hasEmptyBody() {
        return answer("an empty body", Corruption.BODY, answer -> {
            byte[] body = answer.body();
            return body.length == 0 ? null : "a body of " + size(answer) + " that begins " + beginning(body);
        });
    }

    /** In the header, or in the body's {@code __type} or {@code code}. */
    public static Matcher<Received> namesItsError() {
        return answer(
                "an error name in the header x-amzn-errortype, or in the body's __type or code",
                Corruption.NO_NAME,
                answer -> ErrorName.of(answer).isPresent()
                        ? null
                        : "no name in any of them (HTTP " + answer.status() + ", " + kind(answer) + ")");
    }

    /** By one of these names, wherever the protocol lets it stand. */
    public static Matcher<Received> isCalled(Set<String> names) {
        return answer(
                "the error " + String.join(" or ", names.stream().sorted().toList()), Corruption.ERROR_NAME, answer -> {
                    Optional<String> name = ErrorName.of(answer);
                    return name.filter(names::contains).isPresent()
                            ? null
                            : name.map(other -> "the error " + other).orElse("no name") + " (HTTP " + answer.status()
                                    + ")";
                });
    }

    public static Matcher<Received> isJsonObject() {
        return answer(
                "a JSON object for a body",
                Corruption.BODY,
                answer -> ErrorName.object(answer).isPresent()
                        ? null
                        : answer.body().length == 0 ? "an empty body" : "no JSON object (" + kind(answer) + ")");
    }

    private static String size(Received answer) {
        return (answer.cut() ? "more than " : "") + answer.body().length + " bytes";
    }

    private static String beginning(byte[] body) {
        byte[] first = Arrays.copyOf(body, Math.min(body.length, 40));
        return Printable.line(Printable.body(first), 40);
    }

    private static String kind(Received answer) {
        Optional<String> type = answer.header("Content-Type");
        return answer.body().length == 0
                ? "an empty body"
                : type.map(t -> "content type " + Printable.line(t, 60)).orElse("no content type");
    }

    /** @param flaw says what is wrong with an answer, null if nothing is */
    private static Matcher<Received> answer(
            String expected, Corruption noticed, Function<Received, @Nullable String> flaw) {
        return new Check<>(Received.class, expected, Set.of(noticed), flaw);
    }
}
