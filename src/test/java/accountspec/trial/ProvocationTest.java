package accountspec.trial;

import static accountspec.doubles.Wires.answer;
import static accountspec.doubles.Wires.answering;
import static accountspec.doubles.Wires.answeringInTurn;
import static accountspec.doubles.Wires.atFirst;
import static accountspec.doubles.Wires.error;
import static accountspec.doubles.Wires.isPut;
import static accountspec.doubles.Wires.right;
import static accountspec.doubles.Wires.text;
import static accountspec.doubles.Wires.throttled;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.checks.Contacts;
import accountspec.doubles.UnprovenFails;
import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.operation.Draft;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Unavailable;
import accountspec.wire.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(UnprovenFails.class)
class ProvocationTest {

    private static final Slot BILLING = new Slot("555555555555", "BILLING");
    private static final Provocation BY_HEADER = new Provocation.ByHeaders(
            "TooManyRequestsException", List.of(new Header("X-Fault", "TooManyRequestsException")));

    // ---- by header

    @Test
    void a_valid_request_with_the_header_is_sent_once() {
        Stage stage = Stage.with(right());

        Sending sending = provoke(BY_HEADER, stage);

        assertThat(sending.outcome(), is(new Unavailable(Optional.of("TooManyRequestsException"), 429)));
        assertThat(
                sending.exchange().sent().headers().stream()
                        .filter(header -> header.is("X-Fault"))
                        .toList(),
                contains(new Header("X-Fault", "TooManyRequestsException")));
        assertThat(
                sending.request().told(),
                is(
                        "POST /putAlternateContact, so that it provokes the error TooManyRequestsException, by the account"));
        assertThat("the basis, and the one", stage.wire().sent(), hasSize(2));
        assertThat(BY_HEADER.isBurst(), is(false));
    }

    @Test
    void a_target_that_is_busy_for_reasons_of_its_own_is_asked_again() {
        Stage busy = Stage.with(
                answeringInTurn(answer(200, ""), error(503, "ServiceUnavailable"), answer(500, ""), throttled()));

        Sending sending = provoke(BY_HEADER, busy);

        assertThat(sending.outcome(), is(new Unavailable(Optional.of("TooManyRequestsException"), 429)));
        assertThat(busy.wire().sent(), hasSize(4));
        assertThat(busy.time().waits(), contains(Duration.ofMillis(50), Duration.ofMillis(100)));
    }

    @Test
    void a_target_that_does_not_understand_the_order_is_not_asked_for_ever() {
        Stage stage = Stage.with(answeringInTurn(answer(200, ""), error(503, "ServiceUnavailable")));

        Sending sending = provoke(BY_HEADER, stage);

        assertThat(sending.outcome(), is(new Unavailable(Optional.of("ServiceUnavailable"), 503)));
        assertThat("the basis, and six tries", stage.wire().sent(), hasSize(7));
    }

    @Test
    void what_a_target_accepts_all_the_same_is_taken_for_stored() {
        Stage stage = Stage.with(deafToHeaders(right()));

        Sending sending = provoke(BY_HEADER, stage);

        assertThat(sending.outcome(), instanceOf(Accepted.class));
        assertThat(
                stage.trial().memory().of(BILLING),
                is(Optional.of(Memory.contact(sending.request().draft()))));
    }

    @Test
    void what_was_provoked_is_looked_back_on_at_the_end() {
        Stage stage = Stage.with(right());

        Sending sending = provoke(BY_HEADER, stage);

        assertThat(stage.trial().met().get(1), is(sending));
    }

    // ---- by burst

    @Test
    void a_burst_ends_with_the_round_in_which_one_was_too_many() {
        Stage stage = Stage.with(tolerating(11, right()));

        Sending sending = provoke(new Provocation.ByBurst(40), stage);

        assertThat(sending.outcome(), is(new Unavailable(Optional.of("TooManyRequestsException"), 429)));
        assertThat(
                "the basis, and two rounds of eight",
                stage.wire().sent().stream().filter(sent -> isPut(sent)).toList(),
                hasSize(17));
    }

    @Test
    void a_burst_that_nobody_minds_gives_the_last_acceptance() {
        Stage stage = Stage.with(right());

        Sending sending = provoke(new Provocation.ByBurst(16), stage);

        assertThat(sending.outcome(), is(new Accepted(200)));
        assertThat(new Provocation.ByBurst(16).isBurst(), is(true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 10, 17})
    void a_burst_is_as_long_as_the_profile_says(int requests) {
        Stage stage = Stage.with(right());
        stage.trial().validDraft();
        long before = stage.wire().count(sent -> isPut(sent));

        provoke(new Provocation.ByBurst(requests), stage);

        assertThat(stage.wire().count(sent -> isPut(sent)) - before, is((long) requests));
    }

    @Test
    void no_two_requests_of_a_burst_are_alike() {
        Stage stage = Stage.with(right());

        provoke(new Provocation.ByBurst(16), stage);

        assertThat(
                stage.wire().sent().stream()
                        .filter(sent -> isPut(sent))
                        .map(sent -> text(sent))
                        .distinct()
                        .toList(),
                hasSize(17));
    }

    @Test
    void which_of_a_burst_was_stored_last_is_read_and_remembered() {
        Stage stage = Stage.withSiblings(tolerating(11, right()));

        provoke(new Provocation.ByBurst(40), stage);

        Map<String, String> remembered = stage.trial().memory().of(BILLING).orElseThrow();
        Map<String, String> stored = stage.trial()
                .reader()
                .settled(stage.trial().cast().standalone(), "BILLING", Contacts.contact(remembered));
        assertThat(stored, is(remembered));
    }

    @Test
    void a_burst_of_refusals_stores_nothing() {
        Stage stage = Stage.with(right());
        Draft before = stage.trial().validDraft();
        stage.trial().send(Stage.request(before));
        Stage throttled = Stage.with(atFirst(1, answer(200, ""), answering(sent -> isPut(sent), throttled(), right())));
        throttled.trial().validDraft();
        Optional<Map<String, String>> known = throttled.trial().memory().of(BILLING);

        provoke(new Provocation.ByBurst(40), throttled);

        assertThat(throttled.trial().memory().of(BILLING), is(known));
        assertThat(known, is(not(Optional.empty())));
    }

    @Test
    void anything_but_success_ends_a_burst() {
        Stage stage = Stage.with(atFirst(1, answer(200, ""), request -> error(503, "ServiceUnavailable")));

        Sending sending = provoke(new Provocation.ByBurst(40), stage);

        assertThat(sending.outcome(), is(new Unavailable(Optional.of("ServiceUnavailable"), 503)));
        assertThat(stage.wire().sent(), hasSize(9));
    }

    private static Sending provoke(Provocation provocation, Stage stage) {
        return provocation.provoke(stage.trial(), stage.trial().cast().standalone(), "a scenario");
    }

    /** So many puts, and the basis; every other one after that is too many. */
    private static Wire tolerating(int puts, Wire of) {
        AtomicInteger asked = new AtomicInteger();
        return request -> {
            Answer answer = throttled();
            return isPut(request) && asked.incrementAndGet() > puts ? answer : of.send(request);
        };
    }

    private static Wire deafToHeaders(Wire of) {
        return request -> of.send(new Sent(
                request.method(),
                request.target(),
                request.headers().stream()
                        .filter(header -> !header.is("X-Fault"))
                        .toList(),
                request.body()));
    }
}
