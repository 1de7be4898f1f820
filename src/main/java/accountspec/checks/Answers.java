package accountspec.checks;

import accountspec.exchange.Printable;
import accountspec.exchange.Received;
import accountspec.outcome.ErrorName;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeDiagnosingMatcher;
import org.jspecify.annotations.Nullable;

/** What an HTTP answer looks like, whatever it amounts to. */
public final class Answers {

    private Answers() {}

    public static Matcher<Received> hasStatus(int status) {
        return answer("HTTP " + status, answer -> answer.status() == status ? null : "HTTP " + answer.status());
    }

    public static Matcher<Received> hasEmptyBody() {
        return answer("an empty body", answer -> {
            byte[] body = answer.body();
            return body.length == 0 ? null : "a body of " + size(answer) + " that begins " + beginning(body);
        });
    }

    /** In the header, or in the body's {@code __type} or {@code code}. */
    public static Matcher<Received> namesItsError() {
        return answer(
                "an error name in the header x-amzn-errortype, or in the body's __type or code",
                answer -> ErrorName.of(answer).isPresent()
                        ? null
                        : "no name in any of them (HTTP " + answer.status() + ", " + kind(answer) + ")");
    }

    public static Matcher<Received> isJsonObject() {
        return answer(
                "a JSON object for a body",
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
    private static Matcher<Received> answer(String expected, Function<Received, @Nullable String> flaw) {
        return new TypeSafeDiagnosingMatcher<>(Received.class) {
            @Override
            protected boolean matchesSafely(Received answer, Description mismatch) {
                String was = flaw.apply(answer);
                if (was != null) {
                    mismatch.appendText(was);
                }
                return was == null;
            }

            @Override
            public void describeTo(Description description) {
                description.appendText(expected);
            }
        };
    }
}
