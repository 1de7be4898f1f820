package accountspec.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.outcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

class PositiveControlsTest {

    private static final Received ACCEPTED = Received.of(200, List.of(), new byte[0]);
    private static final Received REFUSED = Received.of(
            400,
            List.of(new Header("x-amzn-ErrorType", "ValidationException")),
            "{\"message\":\"no\"}".getBytes(UTF_8));
    private static final Map<String, String> CONTACT = Map.of("Name", "Ana");

    private final PositiveControls controls = new PositiveControls();

    @Test
    void each_of_the_suites_checks_notices_what_was_corrupted() {
        controls.outcomePassed(Outcomes.accepted(), ACCEPTED);
        controls.outcomePassed(Outcomes.refusedWith(Set.of("ValidationException"), Set.of()), REFUSED);
        controls.outcomePassed(Outcomes.refusedWith(Set.of("ValidationException"), Set.of("")), REFUSED);
        controls.outcomePassed(Outcomes.refusedAsMalformed(Set.of()), REFUSED);
        controls.outcomePassed(Outcomes.notAccepted(), REFUSED);
        controls.answerPassed(Answers.hasStatus(200), ACCEPTED);
        controls.answerPassed(Answers.hasStatus(400), REFUSED);
        controls.answerPassed(Answers.hasEmptyBody(), ACCEPTED);
        controls.answerPassed(Answers.namesItsError(), REFUSED);
        controls.answerPassed(Answers.isJsonObject(), REFUSED);
        controls.contactPassed(Contacts.contact(CONTACT), CONTACT);
        controls.contactPassed(Contacts.contact(Map.of()), Map.of());

        assertThat(controls.unnoticed(), is(empty()));
        assertThat(controls.count(), is(14));
    }

    @Test
    void an_error_that_comes_with_a_status_of_success_is_corrupted_into_a_success() {
        Received odd = Received.of(200, REFUSED.headers(), REFUSED.body());
        controls.outcomePassed(Outcomes.refusedWith(Set.of("ValidationException"), Set.of()), odd);
        controls.outcomePassed(Outcomes.refusedAsMalformed(Set.of()), odd);
        controls.outcomePassed(Outcomes.notAccepted(), odd);

        assertThat(controls.unnoticed(), is(empty()));
    }

    @Test
    void a_target_that_calls_its_errors_corrupted_does_not_make_the_checks_look_blind() {
        Received named =
                Received.of(400, List.of(new Header("x-amzn-ErrorType", "CorruptedException")), "{}".getBytes(UTF_8));
        controls.outcomePassed(
                Outcomes.refusedWith(Set.of("ValidationException"), Set.of("CorruptedException")), named);

        assertThat(controls.unnoticed(), is(empty()));
    }

    @Test
    void a_check_that_lets_anything_pass_is_found_out() {
        controls.outcomePassed(anything(Outcome.class, Corruption.STATUS), ACCEPTED);
        controls.answerPassed(anything(Received.class, Corruption.BODY), ACCEPTED);
        controls.contactPassed(anything(Map.class, Corruption.BODY), CONTACT);

        assertThat(
                controls.unnoticed(),
                contains(
                        "anything, given another status",
                        "anything, given another body",
                        "the stored contact, given another text"));
    }

    @Test
    void a_few_samples_of_each_kind_will_do() {
        for (int i = 0; i < 100; i++) {
            controls.answerPassed(Answers.hasStatus(200), ACCEPTED);
        }

        assertThat(controls.count(), is(3));
    }

    private static <T> Matcher<T> anything(Class<?> judged, Corruption corruption) {
        return new Check<>(judged, "anything", Set.of(corruption), right -> null);
    }
}
