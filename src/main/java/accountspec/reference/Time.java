package accountspec.reference;

import java.time.Duration;
import java.time.Instant;

/** What time it is, and how time passes; imagined time passes at once, so that slow endpoints can be judged quickly. */
public interface Time {

    Instant now();

    /** Lets that much time pass. */
    void pass(Duration duration);

    static Time real() {
        return new Time() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pass(Duration duration) {
                try {
                    Thread.sleep(duration.toMillis());
                } catch (InterruptedException e) {
                    // The server is closing: answer at once instead of waiting the rest.
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    /** Stands still unless it is told to pass. */
    static Time imagined(Instant start) {
        return new Time() {
            private Instant now = start;

            @Override
            public synchronized Instant now() {
                return now;
            }

            @Override
            public synchronized void pass(Duration duration) {
                now = now.plus(duration);
            }
        };
    }
}
