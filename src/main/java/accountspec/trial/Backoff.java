package accountspec.trial;

import accountspec.exchange.Answer;
import accountspec.exchange.Received;
import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before another try: twice as long each time, up to a bound.
 *
 * @param pause before the next try
 * @param longest that any pause becomes
 */
public record Backoff(Duration pause, Duration longest) {

    private static final Backoff TRIES = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
    private static final Backoff LOOKS = new Backoff(Duration.ofMillis(10), Duration.ofMillis(500));

    /** For a target that is busy, or failed. */
    public static Backoff betweenTries() {
        return TRIES;
    }

    /** For something that is about to show. */
    public static Backoff betweenLooks() {
        return LOOKS;
    }

    /** How long to wait after this answer: as long as it asks for, if patience lasts so long; else the pause, about. */
    public Duration after(Answer answer, Duration patience, Time time) {
        Optional<Duration> asked =
                answer instanceof Received received ? received.retryAfter(patience) : Optional.empty();
        return asked.orElseGet(() -> time.jittered(pause));
    }

    public Backoff longer() {
        Duration twice = pause.multipliedBy(2);
        return new Backoff(twice.compareTo(longest) < 0 ? twice : longest, longest);
    }
}
