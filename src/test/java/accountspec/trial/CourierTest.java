package accountspec.trial;

import static accountspec.doubles.Wires.alwaysAnswering;
import static accountspec.doubles.Wires.answer;
import static accountspec.doubles.Wires.answering;
import static accountspec.doubles.Wires.answeringInTurn;
import static accountspec.doubles.Wires.atFirst;
import static accountspec.doubles.Wires.deaf;
import static accountspec.doubles.Wires.error;
import static accountspec.doubles.Wires.failed;
import static accountspec.doubles.Wires.says;
import static accountspec.doubles.Wires.taking;
import static accountspec.doubles.Wires.throttled;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.doubles.ImaginedTime;
import accountspec.doubles.Recorded;
import accountspec.doubles.UnprovenFails;
import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Silence;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.outcome.Outcome.Unanswered;
import accountspec.outcome.Outcome.Unavailable;
import accountspec.verdict.Unproven;
import accountspec.wire.Pace;
import accountspec.wire.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(UnprovenFails.class)
class CourierTest {

    private static final Received DONE = answer(200, "");
    private static final Silence NOT_THERE = new Silence(Silence.Kind.UNREACHABLE, "connection refused");
    private static final Silence TOO_LATE = new Silence(Silence.Kind.TOO_LATE, "no complete answer within 5000 ms");

    @Test
    void an_answer_that_says_something_is_taken_at_once() {
        for (Received answer : List.of(DONE, error(400, "ValidationException"), answer(302, ""), answer(404, ""))) {
            Errand errand = Errand.to(alwaysAnswering(answer));

            errand.deliver(Stage.valid());

            assertThat(errand.wire.sent(), hasSize(1));
            assertThat(errand.time.waits(), is(empty()));
        }
    }

    @Test
    void a_throttle_that_passes_is_waited_out_longer_each_time() {
        Errand errand = Errand.to(atFirst(4, throttled(), alwaysAnswering(DONE)));

        assertThat(errand.deliver(Stage.valid()).outcome(), is(new Accepted(200)));
        assertThat(
                errand.time.waits(),
                contains(
                        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400)));
    }

    @Test
    void failures_and_silence_that_pass_are_waited_out_too() {
        Errand errand = Errand.to(
                answeringInTurn(failed(), answer(503, ""), NOT_THERE, TOO_LATE, error(400, "ValidationException")));

        assertThat(errand.deliver(Stage.valid()).outcome(), is(new Refused(Optional.of("ValidationException"), 400)));
        assertThat(errand.wire.sent(), hasSize(5));
    }

    @Test
    void a_request_that_is_sent_again_is_the_very_same() {
        Errand errand = Errand.to(atFirst(2, throttled(), alwaysAnswering(DONE)));

        errand.deliver(Stage.valid());

        assertThat(
                errand.wire.sent().stream()
                        .map(sent -> new String(sent.body()))
                        .distinct()
                        .toList(),
                hasSize(1));
    }

    @Test
    void the_target_may_say_how_long_to_wait() {
        Errand errand = Errand.to(atFirst(2, answer(429, "", new Header("Retry-After", "7")), alwaysAnswering(DONE)));

        errand.deliver(Stage.valid());

        assertThat(errand.time.waits(), contains(Duration.ofSeconds(7), Duration.ofSeconds(7)));
    }

    @Test
    void the_target_may_not_ask_for_more_than_patience_allows() {
        Errand errand =
                Errand.to(atFirst(1, answer(503, "", new Header("retry-after", "9999")), alwaysAnswering(DONE)));

        errand.deliver(Stage.valid());

        assertThat(errand.time.waits(), contains(Stage.PATIENCE.throttled()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "soon", "-1", "99999", "1.5", "Sun, 22 Nov 2026 17:00:00 GMT"})
    void what_cannot_be_understood_as_seconds_is_overlooked(String asked) {
        Errand errand = Errand.to(atFirst(1, answer(429, "", new Header("Retry-After", asked)), alwaysAnswering(DONE)));

        errand.deliver(Stage.valid());

        assertThat(errand.time.waits(), contains(Duration.ofMillis(50)));
    }

    @Test
    void a_request_that_counts_at_once_is_not_waited_out() {
        Errand errand = Errand.to(alwaysAnswering(throttled()));
        Request once = new Request(
                Stage.theAccount(), Stage.PUT.draft(0, 1), Stage.valid().form(), "a scenario", true);

        assertThat(errand.deliver(once).outcome(), is(new Unavailable(Optional.of("TooManyRequestsException"), 429)));
        assertThat(errand.wire.sent(), hasSize(1));
    }

    // ---- one request only

    @Test
    void a_failure_that_only_one_request_meets_is_that_requests_answer() {
        Errand errand = Errand.to(failingFor("poison", failed()));
        errand.witness = Optional.of(Stage.valid());

        assertThat(
                errand.deliver(Stage.poisoned()).outcome(),
                is(new Unavailable(Optional.of("InternalServerException"), 500)));
        assertThat(errand.courier.gone(), is(Optional.empty()));
    }

    @Test
    void it_takes_four_turns_to_believe_that() {
        Errand errand = Errand.to(failingFor("poison", failed()));
        errand.witness = Optional.of(Stage.valid());

        errand.deliver(Stage.poisoned());

        assertThat(errand.wire.count(sent -> says(sent, "poison")), is(5L));
        assertThat(errand.wire.count(sent -> !says(sent, "poison")), is(4L));
    }

    @Test
    void a_target_that_does_so_again_and_again_is_believed_sooner() {
        Errand errand = Errand.to(failingFor("poison", failed()));
        errand.witness = Optional.of(Stage.valid());
        for (int i = 0; i < 10; i++) {
            errand.deliver(Stage.poisoned());
        }
        int before = errand.wire.sent().size();

        errand.deliver(Stage.poisoned());

        assertThat("the request twice, and a witness", errand.wire.sent().size() - before, is(3));
    }

    @Test
    void silence_that_only_one_request_meets_is_that_requests_answer() {
        ImaginedTime time = new ImaginedTime();
        Errand errand = Errand.to(
                answering(
                        sent -> says(sent, "poison"),
                        new Silence(Silence.Kind.BROKEN, "the connection ended"),
                        alwaysAnswering(DONE)),
                time);
        errand.witness = Optional.of(Stage.valid());

        assertThat(
                errand.deliver(Stage.poisoned()).outcome(),
                is(new Unanswered(new Silence(Silence.Kind.BROKEN, "the connection ended"))));
    }

    @Test
    void a_witness_that_fails_as_well_proves_nothing() {
        Errand errand = Errand.to(atFirst(9, failed(), alwaysAnswering(DONE)));
        errand.witness = Optional.of(Stage.valid());

        assertThat(errand.deliver(Stage.poisoned()).outcome(), is(new Accepted(200)));
    }

    @Test
    void a_throttle_that_passes_between_two_turns_is_forgotten() {
        Errand errand = Errand.to(answeringInTurn(
                // the request, again, its witness, again, its witness, and at last
                throttled(), throttled(), DONE, throttled(), DONE, DONE));
        errand.witness = Optional.of(Stage.valid());

        assertThat(errand.deliver(Stage.poisoned()).outcome(), is(new Accepted(200)));
    }

    @Test
    void patience_begins_anew_whenever_the_witness_is_accepted() {
        Received later = answer(503, "", new Header("Retry-After", "20"));
        Errand errand = Errand.to(answeringInTurn(
                // the request; again, and a witness; again, and a witness that is out too; again, and at last
                later, later, DONE, later, later, later, DONE, DONE));
        errand.witness = Optional.of(Stage.valid());

        assertThat(errand.deliver(Stage.poisoned()).outcome(), is(new Accepted(200)));
    }

    // ---- giving up

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_target_that_is_out_for_longer_than_patience_is_given_up(boolean withWitness) {
        Errand errand = Errand.to(alwaysAnswering(throttled()));
        errand.witness = withWitness ? Optional.of(Stage.valid()) : Optional.empty();

        Unproven unproven = assertThrows(Unproven.class, () -> errand.deliver(Stage.poisoned()));

        assertThat(unproven.isNotOffered(), is(false));
        assertThat(unproven.getMessage(), containsString("the target gave no usable answer for 3"));
        assertThat(
                unproven.getMessage(),
                containsString("the last request, POST /putAlternateContact, Name \"poison\", by the account, was"
                        + " answered with TooManyRequestsException (HTTP 429)"));
        assertThat(errand.courier.gone(), is(Optional.of(unproven.getMessage())));
        assertThat(errand.time.waited(), is(greaterThan(Stage.PATIENCE.throttled())));
        assertThat(errand.time.waited(), is(lessThan(Stage.PATIENCE.throttled().multipliedBy(2))));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_SUCH_HOST, Correct the host name in its endpoint",
        "NO_TLS, its endpoint begins with http://",
    })
    void a_target_that_waiting_will_not_bring_is_given_up_at_once(Silence.Kind kind, String advice) {
        Errand errand = Errand.to(alwaysAnswering(new Silence(kind, "in vain")));

        Unproven unproven = assertThrows(Unproven.class, () -> errand.deliver(Stage.valid()));

        assertThat(unproven.getMessage(), startsWith("the target cannot be reached; the last request, "));
        assertThat(unproven.getMessage(), containsString("was not answered (in vain). "));
        assertThat(unproven.getMessage(), containsString(advice));
        assertThat(errand.wire.sent(), hasSize(1));
        assertThat(errand.time.waits(), is(empty()));
    }

    @Test
    void a_target_that_has_answered_before_is_waited_for_whatever_the_matter() {
        Silence lost = new Silence(Silence.Kind.NO_SUCH_HOST, "no such host: double.test");
        Errand errand = Errand.to(answeringInTurn(throttled(), lost, DONE));

        assertThat(errand.deliver(Stage.valid()).outcome(), is(new Accepted(200)));
    }

    @ParameterizedTest
    @EnumSource(Silence.Kind.class)
    void a_target_that_never_answered_is_given_up_with_what_to_do_about_it(Silence.Kind kind) {
        Errand errand = Errand.to(alwaysAnswering(new Silence(kind, "in vain")));

        Unproven unproven = assertThrows(Unproven.class, () -> errand.deliver(Stage.valid()));

        assertThat(unproven.getMessage(), matchesRegex(".* \\(in vain\\)\\. [A-Z].{20,}"));
    }

    @Test
    void once_given_up_nothing_more_is_sent() {
        Errand errand = Errand.to(deaf());
        assertThrows(Unproven.class, () -> errand.deliver(Stage.valid()));
        int sent = errand.wire.sent().size();

        Unproven again = assertThrows(Unproven.class, () -> errand.deliver(Stage.valid()));
        assertThrows(Unproven.class, () -> errand.courier.once(Stage.valid()));

        assertThat(Optional.of(again.getMessage()), is(errand.courier.gone()));
        assertThat(errand.wire.sent(), hasSize(sent));
    }

    @Test
    void the_time_that_silence_takes_counts_across_requests() {
        ImaginedTime time = new ImaginedTime();
        Wire sulkingAboutOne = answering(sent -> says(sent, "poison"), TOO_LATE, alwaysAnswering(DONE));
        Errand errand = Errand.to(
                request -> says(request, "poison")
                        ? taking(Duration.ofSeconds(5), time, sulkingAboutOne).send(request)
                        : sulkingAboutOne.send(request),
                time);
        errand.witness = Optional.of(Stage.valid());

        Unproven unproven = assertThrows(Unproven.class, () -> {
            while (true) {
                errand.deliver(Stage.poisoned());
            }
        });

        assertThat(unproven.getMessage(), containsString("the target left requests unanswered for 40 s in all"));
        assertThat(errand.wire.count(sent -> says(sent, "poison")), is(8L));
    }

    // ---- what is heard of it

    @Test
    void every_request_is_heard_of_with_its_number_and_its_answer() {
        ImaginedTime time = new ImaginedTime();
        Errand errand =
                Errand.to(taking(Duration.ofMillis(3), time, atFirst(1, throttled(), alwaysAnswering(DONE))), time);

        Sending sending = errand.deliver(Stage.poisoned());

        assertThat(errand.heard, hasSize(2));
        assertThat(errand.courier.requests(), is(2));
        Exchange last = errand.heard.get(1);
        assertThat(sending.exchange(), is(last));
        assertThat(last.number(), is(2));
        assertThat(last.scenario(), is("a scenario"));
        assertThat(last.caller(), is("the account"));
        assertThat(last.told(), is("POST /putAlternateContact, Name \"poison\", by the account"));
        assertThat(last.answer(), is(DONE));
        assertThat(last.took(), is(Duration.ofMillis(3)));
        assertThat(last.sent().header("User-Agent"), is(Optional.of("test (a scenario)")));
    }

    @Test
    void requests_at_once_are_heard_of_in_the_order_of_their_numbers() {
        List<Exchange> heard = new CopyOnWriteArrayList<>();
        TimeThatHoldsUpTheFirst time = new TimeThatHoldsUpTheFirst(heard);
        Courier courier = new Courier(
                alwaysAnswering(DONE), Stage.binding(), Pace.of(Map.of()), Stage.PATIENCE, time, heard::add);

        courier.deliverAll(List.of(Stage.valid(), Stage.valid()), Optional::empty);

        assertThat(heard.stream().map(Exchange::number).toList(), contains(1, 2));
    }

    /** Who looks at the clock first after an answer waits until somebody else was heard of, or for a moment at most. */
    private static final class TimeThatHoldsUpTheFirst implements Time {
        private final List<Exchange> heard;
        private final Map<Thread, Integer> looks = new ConcurrentHashMap<>();
        private final AtomicBoolean held = new AtomicBoolean();

        private TimeThatHoldsUpTheFirst(List<Exchange> heard) {
            this.heard = heard;
        }

        @Override
        public long nanos() {
            if (looks.merge(Thread.currentThread(), 1, Integer::sum) == 2 && held.compareAndSet(false, true)) {
                long until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
                while (heard.isEmpty() && System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            }
            return 0;
        }

        @Override
        public void pass(Duration time) {
            throw new AssertionError("nobody has to wait here");
        }
    }

    @Test
    void nobody_sends_in_the_name_of_a_party_without_credentials() {
        Errand errand = Errand.to(alwaysAnswering(DONE));
        Caller spokenOf = new Caller("an outsider", Optional.of("666666666666"), Optional.empty());

        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> errand.deliver(Request.of(spokenOf, Stage.PUT.draft(0, 1), "a scenario")));

        assertThat(refused.getMessage(), is("an outsider cannot be called as"));
        assertThat(errand.wire.sent(), is(empty()));
    }

    private static Wire failingFor(String text, Received answer) {
        return answering(sent -> says(sent, text), answer, alwaysAnswering(DONE));
    }

    /** A courier on its way to a double. */
    private static final class Errand {
        private final Recorded wire;
        private final ImaginedTime time;
        private final List<Exchange> heard = new CopyOnWriteArrayList<>();
        private final Courier courier;
        private Optional<Request> witness = Optional.empty();

        private Errand(Wire wire, ImaginedTime time) {
            this.wire = Recorded.of(wire);
            this.time = time;
            this.courier = new Courier(this.wire, Stage.binding(), Pace.of(Map.of()), Stage.PATIENCE, time, heard::add);
        }

        static Errand to(Wire wire) {
            return to(wire, new ImaginedTime());
        }

        static Errand to(Wire wire, ImaginedTime time) {
            return new Errand(wire, time);
        }

        Sending deliver(Request request) {
            return courier.deliver(request, () -> witness);
        }
    }
}
