package accountspec.cli;

import accountspec.exchange.Answer;
import accountspec.exchange.Exchange;
import accountspec.exchange.Received;
import accountspec.exchange.Silence;
import accountspec.outcome.Outcome;
import java.time.Duration;

/** Notices from the exchanges that a target keeps the run waiting, so that nobody wonders at a silent terminal. */
final class Waiting {

    /** A throttle that passes sooner is not worth a word. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private final Listener listener;
    private long began;
    private boolean waits;

    Waiting(Listener listener) {
        this.listener = listener;
    }

    /** Told of each answer that is none, or none yet. */
    interface Listener {
        void waiting(String why, Duration soFar);
    }

    void hear(Exchange exchange) {
        if (!Outcome.of(exchange.answer()).mayPass()) {
            waits = false;
            return;
        }
        long now = System.nanoTime();
        if (!waits) {
            waits = true;
            began = now - exchange.took().toNanos();
        }
        Duration soFar = Duration.ofNanos(now - began);
        if (exchange.answer() instanceof Silence || soFar.compareTo(WORTH_TELLING) > 0) {
            listener.waiting(why(exchange.answer()), soFar);
        }
    }

    private static String why(Answer answer) {
        return answer instanceof Silence silence ? silence.detail() : "HTTP " + ((Received) answer).status();
    }
}
