package accountspec.reference;

import accountspec.reference.Answers.ErrorForm;
import accountspec.reference.Conduct.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How endpoints conduct themselves beside what they answer: in haste or slowly, now and then out of order. */
final class ConductVariants {

    private static final String PASSING = "It goes away when the request is sent again";

    private ConductVariants() {}

    static Stream<Variant> all() {
        return Stream.of(
                gate(
                        "slow",
                        "Every answer takes a tenth of a second.",
                        () -> time -> time.pass(Duration.ofMillis(100))),
                gate(
                        "sometimes-very-slow",
                        "Every fortieth answer takes two seconds.",
                        () -> every(40, time -> time.pass(Duration.ofSeconds(2)))),
                gate(
                        "throttled-to-20-a-second",
                        "More than twenty requests a second are throttled.",
                        () -> new Bucket(20)),
                gate(
                        "throttled-to-5-a-second",
                        "More than five requests a second are throttled, as on AWS.",
                        () -> new Bucket(5)),
                gate(
                        "fails-now-and-then",
                        "Every fifteenth request fails with an InternalServerException, and does nothing.",
                        () -> failing(15, Fault.INTERNAL)),
                gate(
                        "unavailable-now-and-then",
                        "Every fifteenth request is answered with 503, and does nothing.",
                        () -> failing(15, new Fault("ServiceUnavailable", 503))),
                gate(
                        "throttles-now-and-then",
                        "Every fifteenth request is throttled, whatever came before.",
                        () -> failing(15, Fault.TOO_MANY_REQUESTS)),
                gate(
                        "throttles-now-and-then-with-a-common-error",
                        "Every fifteenth request is throttled with one of AWS's common errors.",
                        () -> failing(15, new Fault("ThrottlingException", 400))),
                gate(
                        "fails-now-and-then-with-a-common-error",
                        "Every fifteenth request fails with one of AWS's common errors.",
                        () -> failing(15, new Fault("InternalFailure", 500))),
                new Variant(
                        "unavailable-now-and-then-with-a-page",
                        "Every fifteenth request meets a page of HTML that says 503, as proxies have it.",
                        b -> nowAndThen(
                                b,
                                new Fault("ServiceUnavailable", 503),
                                (fault, reason) -> Answers.answer(fault.status(), "text/html", "<h1>Sorry</h1>"))),
                new Variant(
                        "stale-reads",
                        "A contact that is read is that of a second ago.",
                        b -> b.keeping(k -> k.getting((shelf, slot) -> shelf.at(slot, Duration.ofSeconds(1))))),
                framed("answers-in-chunks", "Answers are sent in chunks.", Framing.CHUNKED),
                framed("answers-end-with-the-connection", "Answers end where the connection ends.", Framing.BY_CLOSING),
                framed("answers-in-http-1-0", "Answers are those of HTTP/1.0.", Framing.HTTP_1_0));
    }

    private static Variant gate(String name, String says, Supplier<Gate> gate) {
        return new Variant(name, says, b -> b.conduct(c -> c.gate(gate)));
    }

    private static Variant framed(String name, String says, Framing framing) {
        return new Variant(name, says, b -> b.conduct(c -> c.framing(framing)));
    }

    /** Every fifteenth request meets a fault, which is told in a form of its own. */
    static Behaviour nowAndThen(Behaviour usual, Fault fault, ErrorForm form) {
        return usual.conduct(c -> c.gate(() -> failing(15, fault)))
                .answers(a ->
                        a.errors(others -> (met, reason) -> (reason.equals(PASSING) ? form : others).of(met, reason)));
    }

    private static Gate failing(int interval, Fault fault) {
        return every(interval, time -> {
            throw fault.because(PASSING);
        });
    }

    private static Gate every(int interval, Gate gate) {
        AtomicLong requests = new AtomicLong();
        return time -> {
            if (requests.incrementAndGet() % interval == 0) {
                gate.admit(time);
            }
        };
    }

    /** A token bucket that holds as much as it is filled with in a second. */
    private static final class Bucket implements Gate {

        private static final double NANOS = 1e9;

        private final int rate;
        private double tokens;
        private Instant filled = Instant.MIN;

        Bucket(int rate) {
            this.rate = rate;
        }

        @Override
        public synchronized void admit(Time time) {
            Instant now = time.now();
            double more = filled.equals(Instant.MIN)
                    ? rate
                    : rate * Duration.between(filled, now).toNanos() / NANOS;
            tokens = Math.min(rate, tokens + more);
            filled = now;
            if (tokens < 1) {
                throw Fault.TOO_MANY_REQUESTS.because("More than " + rate + " requests a second");
            }
            tokens--;
        }
    }
}
