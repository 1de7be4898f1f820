package accountspec.trial;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
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

        @Override
        public Duration jittered(Duration pause) {
            long half = pause.toNanos() / 2;
            return Duration.ofNanos(half + ThreadLocalRandom.current().nextLong(half + 1));
        }
    };

    /** A pause before another try, somewhat shortened by chance, so that several who wait do not come back as one. */
    default Duration jittered(Duration pause) {
        return pause;
    }

    /** A point in time, comparable with others of the same run. */
    long nanos();

    /** Returns once that much time is over. */
    void pass(Duration time);

    default Duration since(long began) {
        return Duration.ofNanos(nanos() - began);
    }
}
