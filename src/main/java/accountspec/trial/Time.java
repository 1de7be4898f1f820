package accountspec.trial;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time as a trial sees it, so that a trial in memory need not wait for real. */
public interface Time {

    /** The wall's. */
    Time REAL = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pass(Duration time) {
            try {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the target", e);
            }
        }
    };

    /** A point in time, comparable with others of the same run. */
    long nanos();

    /** Returns once that much time is over. */
    void pass(Duration time);

    default Duration since(long began) {
        return Duration.ofNanos(nanos() - began);
    }
}
