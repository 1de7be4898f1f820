package accountspec.report;

import accountspec.recording.Tally;
import java.time.Duration;
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
    public static Traffic of(Tally tally, Duration took, Duration least) {
        return new Traffic(
                tally.throttled(),
                tally.failed(),
                tally.unanswered(),
                tally.percentileOfAnswers(50),
                tally.percentileOfAnswers(95),
                tally.percentileOfAnswers(100),
                least.isZero() ? Optional.empty() : Optional.of((double) took.toNanos() / least.toNanos()));
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
