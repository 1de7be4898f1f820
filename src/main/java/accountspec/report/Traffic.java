package accountspec.report;

import accountspec.exchange.Answer;
import accountspec.exchange.Exchange;
import accountspec.exchange.Received;
import accountspec.exchange.Silence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What crossed the wire, in numbers.
 *
 * @param throttled answers with HTTP 429
 * @param failed answers with HTTP 500 and above
 * @param unanswered requests without an answer
 * @param median of the time from a request to its answer
 * @param ninetyFifth the time that one answer of twenty exceeds
 * @param longest of all
 * @param paceRatio the time that the run took, as a multiple of the least that the profile's pace allows
 */
public record Traffic(
        int throttled,
        int failed,
        int unanswered,
        Duration median,
        Duration ninetyFifth,
        Duration longest,
        Optional<Double> paceRatio) {

    static final Traffic NONE = new Traffic(0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Optional.empty());

    /**
     * @param took the time from the first request to the last
     * @param least what the profile's pace allows for as many requests; zero where it has none
     */
    public static Traffic of(List<Exchange> exchanges, Duration took, Duration least) {
        List<Duration> answers = exchanges.stream()
                .filter(exchange -> exchange.answer() instanceof Received)
                .map(Exchange::took)
                .sorted()
                .toList();
        return new Traffic(
                count(exchanges, 429, 429),
                count(exchanges, 500, 999),
                (int) exchanges.stream()
                        .map(Exchange::answer)
                        .filter(Silence.class::isInstance)
                        .count(),
                percentile(answers, 50),
                percentile(answers, 95),
                percentile(answers, 100),
                least.isZero() ? Optional.empty() : Optional.of((double) took.toNanos() / least.toNanos()));
    }

    private static int count(List<Exchange> exchanges, int from, int to) {
        return (int) exchanges.stream()
                .map(Exchange::answer)
                .filter(answer -> status(answer) >= from && status(answer) <= to)
                .count();
    }

    private static int status(Answer answer) {
        return answer instanceof Received received ? received.status() : 0;
    }

    /** The nearest rank: a time that was measured, not one in between. */
    private static Duration percentile(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** In one line. */
    String told() {
        String line = String.format(
                Locale.ROOT,
                "answers after %s ms at the median, %s at the 95th percentile, %s at most; %d throttled, %d failed, %d"
                        + " unanswered",
                millis(median),
                millis(ninetyFifth),
                millis(longest),
                throttled,
                failed,
                unanswered);
        return line
                + paceRatio
                        .map(ratio ->
                                String.format(Locale.ROOT, "; %.2f times the least time that the pace allows", ratio))
                        .orElse("");
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, time.toMillis() < 10 ? "%.1f" : "%.0f", time.toNanos() / 1e6);
    }
}
