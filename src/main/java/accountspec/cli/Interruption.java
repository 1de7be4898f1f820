package accountspec.cli;

import accountspec.trial.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ctrl-C and SIGTERM while a run is under way: the run is told to stop and is given the time to put the contacts back and
 * to write its reports. Also the run's time, since a run that is to stop waits for nothing more.
 */
final class Interruption implements Time, AutoCloseable {

    /** How long a run may take to come to its end; what waits for longer than that will kill it anyway. */
    private static final int MINUTES_TO_END = 10;

    private final CountDownLatch signalled = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;
    private volatile int status;

    private Interruption(Consumer<String> stop) {
        hook = new Thread(() -> interrupt(stop), "interruption");
    }

    static Interruption tells(Consumer<String> stop) {
        Interruption interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt(Consumer<String> stop) {
        System.err.println("accountspec: interrupted; putting the contacts back (kill -9 would leave that to"
                + " 'accountspec restore')");
        stop.accept("the run was interrupted");
        signalled.countDown();
        try {
            if (over.await(MINUTES_TO_END, TimeUnit.MINUTES) && status == Main.NOT_RESTORED) {
                Runtime.getRuntime().halt(status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has come to its end, with this exit status. */
    void over(int exitStatus) {
        status = exitStatus;
    }

    @Override
    public long nanos() {
        return Time.REAL.nanos();
    }

    @Override
    public Duration jittered(Duration pause) {
        return Time.REAL.jittered(pause);
    }

    @Override
    public void pass(Duration time) {
        try {
            signalled.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the target", e);
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyRunning) {
            // the hook is what waited for this
        }
    }
}
