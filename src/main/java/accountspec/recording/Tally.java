package accountspec.recording;

import accountspec.exchange.Exchange;
import accountspec.exchange.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a run's requests fared, in numbers. */
public final class Tally {

    private final List<Duration> answered = new ArrayList<>();
    private final List<Duration> unanswered = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> calls = new TreeMap<>();

    public synchronized void count(Exchange exchange) {
        calls.merge(exchange.sent().target(), 1, Integer::sum);
        if (exchange.answer() instanceof Received received) {
            answered.add(exchange.took());
            statuses.merge(received.status(), 1, Integer::sum);
        } else {
            unanswered.add(exchange.took());
        }
    }

    public synchronized int requests() {
        return answered.size() + unanswered.size();
    }

    /** Answers with the status 429. */
    public synchronized int throttled() {
        return statuses.getOrDefault(429, 0);
    }

    /** Answers with the status 500 and above. */
    public synchronized int failed() {
        return statuses.entrySet().stream()
                .filter(status -> status.getKey() >= 500)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public synchronized int unanswered() {
        return unanswered.size();
    }

    /** How many answers had each status. */
    public synchronized Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    /** How many requests went to each path, with its query. */
    public synchronized Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }

    /**
     * A stretch of latencies.
     *
     * @param upTo its upper end
     */
    public record Stretch(Duration upTo, int requests) {}

    /** All exchanges by how long they took, in stretches of which each is twice as long as the one before. */
    public synchronized List<Stretch> stretches() {
        List<Duration> all = all();
        List<Stretch> stretches = new ArrayList<>();
        Duration upTo = Duration.ofNanos(250_000);
        for (int counted = 0; counted < all.size(); upTo = upTo.multipliedBy(2)) {
            Duration end = upTo;
            int within =
                    (int) all.stream().filter(took -> took.compareTo(end) <= 0).count();
            if (within > counted || !stretches.isEmpty()) {
                stretches.add(new Stretch(end, within - counted));
            }
            counted = within;
        }
        return stretches;
    }

    /** The time within which so many in a hundred exchanges were over; zero where there were none. */
    public synchronized Duration percentile(double percent) {
        return percentile(all(), percent);
    }

    /** As {@link #percentile}, of the exchanges that had an answer. */
    public synchronized Duration percentileOfAnswers(double percent) {
        return percentile(answered, percent);
    }

    private List<Duration> all() {
        return Stream.concat(answered.stream(), unanswered.stream()).toList();
    }

    /** The nearest rank: a time that was measured, not one in between. */
    private static Duration percentile(List<Duration> times, double percent) {
        int rank = (int) Math.ceil(percent / 100 * times.size());
        return times.stream().sorted().skip(Math.max(rank, 1) - 1).findFirst().orElse(Duration.ZERO);
    }
}
