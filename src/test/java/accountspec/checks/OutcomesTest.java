package accountspec.checks;

import static accountspec.checks.Outcomes.accepted;
import static accountspec.checks.Outcomes.notAccepted;
import static accountspec.checks.Outcomes.refusedAsMalformed;
import static accountspec.checks.Outcomes.refusedAsMalformedOrDenied;
import static accountspec.checks.Outcomes.refusedWith;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Silence;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Odd;
import accountspec.outcome.Outcome.Refused;
import accountspec.outcome.Outcome.Unanswered;
import accountspec.outcome.Outcome.Unavailable;
import java.util.Optional;
import java.util.Set;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {

    private static final Set<String> VALIDATION = Set.of("ValidationException");
    private static final Set<String> EITHER = Set.of("ValidationException", "AccessDeniedException");
    private static final Set<String> NO_OTHERS = Set.of();

    @Test
    void accepted_is_any_success_and_nothing_else() {
        assertThat(accepted().matches(new Accepted(200)), is(true));
        assertThat(accepted().matches(new Accepted(204)), is(true));
        assertThat(accepted().matches(refused("ValidationException", 400)), is(false));
        assertThat(accepted().matches(unavailable("SlowDown", 503)), is(false));
        assertThat(accepted().matches(new Odd(302)), is(false));
        assertThat(accepted().matches(unanswered()), is(false));
    }

    @Test
    void accepted_tells_what_it_was_instead() {
        assertThat(Told.expected(accepted()), is("accepted"));
        assertThat(
                Told.was(accepted(), refused("ValidationException", 400)),
                is("refused with ValidationException (HTTP 400)"));
    }

    @Test
    void refused_with_an_error_judges_the_name_and_not_the_status() {
        Matcher<Outcome> refused = refusedWith(VALIDATION, NO_OTHERS);

        assertThat(refused.matches(refused("ValidationException", 400)), is(true));
        assertThat(refused.matches(refused("ValidationException", 403)), is(true));
        assertThat(refused.matches(refused("AccessDeniedException", 403)), is(false));
        assertThat(refused.matches(unnamed(400)), is(false));
        assertThat(refused.matches(new Accepted(200)), is(false));
        assertThat(refused.matches(new Odd(302)), is(false));
        assertThat(refused.matches(unanswered()), is(false));
    }

    @Test
    void one_of_several_errors_will_do() {
        assertThat(refusedWith(EITHER, NO_OTHERS).matches(refused("AccessDeniedException", 403)), is(true));
        assertThat(refusedWith(EITHER, NO_OTHERS).matches(refused("ValidationException", 400)), is(true));
        assertThat(refusedWith(EITHER, NO_OTHERS).matches(refused("ConflictException", 409)), is(false));
    }

    @Test
    void throttles_and_failures_are_refusals_where_they_are_asked_for() {
        Matcher<Outcome> throttled = refusedWith(Set.of("TooManyRequestsException"), NO_OTHERS);

        assertThat(throttled.matches(unavailable("TooManyRequestsException", 429)), is(true));
        assertThat(throttled.matches(unavailable("SlowDown", 503)), is(false));
    }

    @Test
    void the_usual_names_of_a_target_will_do_as_well() {
        Matcher<Outcome> refused = refusedWith(VALIDATION, Set.of("InvalidParameterException"));

        assertThat(refused.matches(refused("InvalidParameterException", 400)), is(true));
        assertThat(refused.matches(refused("ValidationException", 400)), is(true));
        assertThat(refused.matches(unnamed(400)), is(false));
        assertThat(refused.matches(unavailable("InvalidParameterException", 500)), is(false));
    }

    @Test
    void a_target_may_usually_name_nothing_at_all() {
        Matcher<Outcome> refused = refusedWith(VALIDATION, Set.of(""));

        assertThat(refused.matches(unnamed(400)), is(true));
        assertThat(refused.matches(refused("AccessDeniedException", 403)), is(false));
        assertThat(refused.matches(new Accepted(200)), is(false));
    }

    @Test
    void refused_with_an_error_tells_the_errors_in_order_and_not_the_usual_names() {
        assertThat(
                Told.expected(refusedWith(VALIDATION, Set.of("InvalidParameterException"))),
                is("refused with ValidationException"));
        assertThat(
                Told.expected(refusedWith(EITHER, NO_OTHERS)),
                is("refused with AccessDeniedException or ValidationException"));
        assertThat(Told.was(refusedWith(VALIDATION, NO_OTHERS), new Accepted(200)), is("accepted (HTTP 200)"));
        assertThat(
                Told.was(refusedWith(VALIDATION, NO_OTHERS), unnamed(400)),
                is("refused without naming an error (HTTP 400)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValidationException", "SerializationException", "UnknownOperationException", "Anything"})
    void malformed_is_any_refusal_that_may_be_about_the_form(String name) {
        assertThat(refusedAsMalformed(Set.of()).matches(refused(name, 400)), is(true));
        assertThat(refusedAsMalformed(Set.of()).matches(unnamed(400)), is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "ResourceNotFoundException", "ConflictException"})
    void malformed_is_no_refusal_that_is_about_something_else(String name) {
        assertThat(refusedAsMalformed(Set.of()).matches(refused(name, 400)), is(false));
    }

    @Test
    void malformed_is_neither_success_nor_failure_nor_silence() {
        assertThat(refusedAsMalformed(Set.of()).matches(new Accepted(200)), is(false));
        assertThat(refusedAsMalformed(Set.of()).matches(unavailable("InternalFailure", 500)), is(false));
        assertThat(refusedAsMalformed(Set.of()).matches(new Odd(302)), is(false));
        assertThat(refusedAsMalformed(Set.of()).matches(unanswered()), is(false));
    }

    @Test
    void malformed_or_denied_is_the_same_or_a_denial() {
        assertThat(refusedAsMalformedOrDenied(Set.of()).matches(refused("SerializationException", 400)), is(true));
        assertThat(refusedAsMalformedOrDenied(Set.of()).matches(refused("AccessDeniedException", 403)), is(true));
        assertThat(refusedAsMalformedOrDenied(Set.of()).matches(refused("ConflictException", 409)), is(false));
        assertThat(refusedAsMalformedOrDenied(Set.of()).matches(unavailable("InternalFailure", 500)), is(false));
        assertThat(refusedAsMalformedOrDenied(Set.of()).matches(new Accepted(200)), is(false));
        assertThat(Told.expected(refusedAsMalformedOrDenied(Set.of("X"))), is("refused as malformed or denied"));
    }

    @Test
    void malformed_tells_what_it_was_instead() {
        assertThat(Told.expected(refusedAsMalformed(Set.of())), is("refused as malformed"));
        assertThat(
                Told.was(refusedAsMalformed(Set.of()), unavailable("InternalFailure", 500)),
                is("answered with InternalFailure (HTTP 500)"));
    }

    @Test
    void not_accepted_is_any_refusal_a_redirect_or_a_closed_connection() {
        assertThat(notAccepted().matches(refused("AccessDeniedException", 403)), is(true));
        assertThat(notAccepted().matches(unnamed(404)), is(true));
        assertThat(notAccepted().matches(new Odd(302)), is(true));
        assertThat(notAccepted().matches(unanswered()), is(true));
    }

    @Test
    void not_accepted_is_anything_but_success() {
        assertThat(notAccepted().matches(new Accepted(200)), is(false));
        assertThat(notAccepted().matches(unavailable("InternalFailure", 500)), is(true));
        assertThat(notAccepted().matches(new Unavailable(Optional.empty(), 503)), is(true));
    }

    @Test
    void not_accepted_tells_what_it_was_instead() {
        assertThat(Told.expected(notAccepted()), is("not accepted"));
        assertThat(Told.was(notAccepted(), new Accepted(204)), is("accepted (HTTP 204)"));
    }

    private static Outcome refused(String name, int status) {
        return new Refused(Optional.of(name), status);
    }

    private static Outcome unnamed(int status) {
        return new Refused(Optional.empty(), status);
    }

    private static Outcome unavailable(String name, int status) {
        return new Unavailable(Optional.of(name), status);
    }

    private static Outcome unanswered() {
        return new Unanswered(new Silence(Silence.Kind.BROKEN, "the connection ended"));
    }
}
