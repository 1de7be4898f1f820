package accountspec.doubles;

import accountspec.trial.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes at once, and remembers who waited how long. */
public final class ImaginedTime implements Time {

    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private long now;

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void pass(Duration time) {
        waits.add(time);
        now += time.toNanos();
    }

    /** Time goes by without anybody waiting: the target takes it. */
    public synchronized void goBy(Duration time) {
        now += time.toNanos();
    }

    public List<Duration> waits() {
        return List.copyOf(waits);
    }

    public Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
