package accountspec.outcome;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Silence;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Odd;
import accountspec.outcome.Outcome.Refused;
import accountspec.outcome.Outcome.Unanswered;
import accountspec.outcome.Outcome.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 206, 299})
    void any_success_without_an_error_is_an_acceptance(int status) {
        assertThat(outcome(status), is(new Accepted(status)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "done", "{\"message\":\"all is well\"}", "{\"code\":\"OK\"}", "[1,2", "<html>"})
    void what_a_success_has_for_a_body_does_not_matter(String body) {
        assertThat(Outcome.of(bodied(200, body)), is(new Accepted(200)));
    }

    @ParameterizedTest
    @CsvSource({"ValidationException", "AccessDeniedException", "SomeOtherException"})
    void a_success_that_names_an_exception_is_a_refusal(String name) {
        assertThat(Outcome.of(bodied(200, "{\"__type\":\"" + name + "\"}")), is(refused(name, 200)));
        assertThat(Outcome.of(named(204, name)), is(refused(name, 204)));
    }

    @ParameterizedTest
    @CsvSource({"TooManyRequestsException", "SlowDown", "InternalFailure", "ServiceUnavailable"})
    void a_success_that_names_a_throttle_or_a_failure_is_no_answer_yet(String name) {
        assertThat(Outcome.of(bodied(200, "{\"code\":\"" + name + "\"}")), is(unavailable(name, 200)));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 304, 307, 399})
    void a_redirect_is_odd(int status) {
        assertThat(outcome(status), is(new Odd(status)));
    }

    @Test
    void a_redirect_that_names_an_error_is_a_refusal() {
        assertThat(Outcome.of(named(302, "ValidationException")), is(refused("ValidationException", 302)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 415, 418, 499, 501, 505})
    void an_error_of_the_callers_is_a_refusal_named_or_not(int status) {
        assertThat(outcome(status), is(new Refused(Optional.empty(), status)));
        assertThat(Outcome.of(named(status, "ValidationException")), is(refused("ValidationException", status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 599})
    void a_throttle_or_a_failure_is_no_answer_yet_named_or_not(int status) {
        assertThat(outcome(status), is(new Unavailable(Optional.empty(), status)));
        assertThat(Outcome.of(named(status, "SomethingElse")), is(unavailable("SomethingElse", status)));
    }

    @ParameterizedTest
    @MethodSource("namesOfThrottlesAndFailures")
    void a_throttle_or_a_failure_is_one_by_its_name_whatever_the_status(String name) {
        for (int status : new int[] {200, 400, 403, 429, 500, 503}) {
            assertThat(Outcome.of(named(status, name)), is(unavailable(name, status)));
        }
    }

    static List<String> namesOfThrottlesAndFailures() {
        return List.of("TooManyRequestsException", "ThrottlingException", "InternalServerException", "InternalError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValidationException", "AccessDeniedException", "SerializationException"})
    void a_name_that_blames_the_caller_is_a_refusal_whatever_the_status(String name) {
        for (int status : new int[] {200, 302, 400, 403, 404, 429, 500, 503}) {
            assertThat(Outcome.of(named(status, name)), is(refused(name, status)));
        }
    }

    @ParameterizedTest
    @EnumSource(Silence.Kind.class)
    void silence_is_no_answer(Silence.Kind kind) {
        assertThat(Outcome.of(new Silence(kind, "nothing came")), instanceOf(Unanswered.class));
    }

    @Test
    void each_is_told_in_words_that_follow_was() {
        assertThat(new Accepted(202).told(), is("accepted (HTTP 202)"));
        assertThat(refused("ValidationException", 400).told(), is("refused with ValidationException (HTTP 400)"));
        assertThat(new Refused(Optional.empty(), 404).told(), is("refused without naming an error (HTTP 404)"));
        assertThat(unavailable("SlowDown", 503).told(), is("answered with SlowDown (HTTP 503)"));
        assertThat(new Unavailable(Optional.empty(), 500).told(), is("answered with HTTP 500"));
        assertThat(new Odd(302).told(), is("answered with HTTP 302"));
        assertThat(silent().told(), is("not answered (connection refused)"));
    }

    @Test
    void only_errors_have_names() {
        assertThat(refused("ValidationException", 400).error(), is(Optional.of("ValidationException")));
        assertThat(unavailable("SlowDown", 503).error(), is(Optional.of("SlowDown")));
        assertThat(new Refused(Optional.empty(), 400).error(), is(Optional.empty()));
        assertThat(new Accepted(200).error(), is(Optional.empty()));
        assertThat(new Odd(302).error(), is(Optional.empty()));
        assertThat(silent().error(), is(Optional.empty()));
    }

    @Test
    void only_what_says_nothing_about_the_request_may_pass() {
        assertThat(unavailable("SlowDown", 503).mayPass(), is(true));
        assertThat(silent().mayPass(), is(true));
        assertThat(new Accepted(200).mayPass(), is(false));
        assertThat(refused("ValidationException", 400).mayPass(), is(false));
        assertThat(new Odd(302).mayPass(), is(false));
    }

    @Test
    void bodies_that_cannot_be_read_leave_the_status_to_speak() {
        String deep =
                "{\"__type\":\"ValidationException\",\"a\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_001);

        assertThat(Outcome.of(bodied(400, deep)), is(new Refused(Optional.empty(), 400)));
        assertThat(Outcome.of(bodied(200, deep)), is(new Accepted(200)));
        assertThat(
                Outcome.of(Received.of(500, List.of(), new byte[] {'{', (byte) 0xff, '}'})),
                is(new Unavailable(Optional.empty(), 500)));
    }

    private static Outcome outcome(int status) {
        return Outcome.of(bodied(status, ""));
    }

    private static Received bodied(int status, String body) {
        return Received.of(status, List.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Received named(int status, String name) {
        return Received.of(status, List.of(new Header("X-Amzn-ErrorType", name)), new byte[0]);
    }

    private static Refused refused(String name, int status) {
        return new Refused(Optional.of(name), status);
    }

    private static Unavailable unavailable(String name, int status) {
        return new Unavailable(Optional.of(name), status);
    }

    private static Unanswered silent() {
        return new Unanswered(new Silence(Silence.Kind.UNREACHABLE, "connection refused"));
    }
}
