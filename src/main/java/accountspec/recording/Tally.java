package accountspec.recording;

import accountspec.exchange.Exchange;
import accountspec.exchange.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a run's requests fared, in numbers. */
public final class Tally {

    private long[] micros = new long[1024];
    private int requests;
    private int throttled;
    private int unanswered;
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    public synchronized void count(Exchange exchange) {
        if (requests == micros.length) {
            micros = Arrays.copyOf(micros, requests * 2);
        }
        micros[requests++] = exchange.took().toNanos() / 1_000;
        if (exchange.answer() instanceof Received received) {
            statuses.merge(received.status(), 1, Integer::sum);
            throttled += received.status() == 429 ? 1 : 0;
        } else {
            unanswered++;
        }
    }

    public synchronized int requests() {
        return requests;
    }

    /** Answers with the status 429. */
    public synchronized int throttled() {
        return throttled;
    }

    public synchronized int unanswered() {
        return unanswered;
    }

    /** How many answers had each status. */
    public synchronized Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    /**
     * A stretch of latencies.
     *
     * @param upTo its upper end
     */
    public record Stretch(Duration upTo, int requests) {}

    /** All exchanges by how long they took, in stretches of which each is twice as long as the one before. */
    public synchronized List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        long upTo = 250;
        int counted = 0;
        while (counted < requests) {
            int within = 0;
            for (int i = 0; i < requests; i++) {
                within += micros[i] <= upTo ? 1 : 0;
            }
            if (within > counted || !stretches.isEmpty()) {
                stretches.add(new Stretch(Duration.ofNanos(upTo * 1_000), within - counted));
            }
            counted = within;
            upTo *= 2;
        }
        return stretches;
    }

    /** The time within which so many in a hundred exchanges were over; zero where there were none. */
    public synchronized Duration percentile(double percent) {
        if (requests == 0) {
            return Duration.ZERO;
        }
        long[] sorted = Arrays.copyOf(micros, requests);
        Arrays.sort(sorted);
        int at = (int) Math.ceil(percent / 100 * requests) - 1;
        return Duration.ofNanos(sorted[Math.max(0, at)] * 1_000);
    }
}
