package accountspec.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes files beside the run, in a thread of its own, in the order in which it is told to: a file takes longer than a
 * request. Once something could not be written, nothing more is.
 */
public final class BackgroundWriter {

    /** All comes to its end; on a busy machine that may take a while. */
    private static final int MINUTES_TO_FINISH = 10;

    /** Handed over at a time: to wake a thread takes as long as to write a file. */
    private static final int AT_ONCE = 32;

    private final ExecutorService thread;
    private List<Writing> atHand = new ArrayList<>();
    private volatile @Nullable IOException failed;

    /** @param name of the thread, for those who look at a running JVM */
    public BackgroundWriter(String name) {
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Something that is to be written. */
    @FunctionalInterface
    public interface Writing {
        void write() throws IOException;
    }

    /** Whether it could be written is known to {@link #check} and {@link #finish}. */
    public synchronized void later(Writing writing) {
        atHand.add(writing);
        if (atHand.size() == AT_ONCE) {
            handOver();
        }
    }

    private void handOver() {
        List<Writing> writings = atHand;
        atHand = new ArrayList<>();
        thread.execute(() -> writings.forEach(this::write));
    }

    private void write(Writing writing) {
        if (failed == null) {
            try {
                writing.write();
            } catch (IOException e) {
                failed = e;
            } catch (RuntimeException | Error e) { // nobody else would hear of it
                failed = new IOException(e.getMessage(), e);
            }
        }
    }

    /** @throws IOException the first that was thrown so far, if any */
    public void check() throws IOException {
        IOException first = failed;
        if (first != null) {
            throw new IOException(first.getMessage(), first);
        }
    }

    /**
     * Waits until all is written; more cannot be.
     *
     * @throws IOException as of {@link #check}
     */
    public void finish() throws IOException {
        synchronized (this) {
            if (!atHand.isEmpty()) {
                handOver();
            }
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(MINUTES_TO_FINISH, TimeUnit.MINUTES)) {
                throw new IOException("not written within " + MINUTES_TO_FINISH + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it was written", e);
        }
        check();
    }
}
