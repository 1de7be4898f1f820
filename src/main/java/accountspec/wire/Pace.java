package accountspec.wire;

import accountspec.target.Rate;
import io.github.bucket4j.Bucket;
import java.util.HashMap;
import java.util.Map;

/** Keeps requests to a rate for each operation: a token bucket each, so that a pause is caught up as far as bursts go. */
public final class Pace {

    private final Map<String, Bucket> buckets;

    private Pace(Map<String, Bucket> buckets) {
        this.buckets = buckets;
    }

    /** @param rates by operation name; operations that are not named are not limited */
    public static Pace of(Map<String, Rate> rates) {
        Map<String, Bucket> buckets = new HashMap<>();
        rates.forEach((operation, rate) -> buckets.put(operation, bucket(rate)));
        return new Pace(buckets);
    }

    /** With one token: whether the target has had a rest, nobody knows. */
    private static Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst())
                        .refillGreedy(1, rate.interval())
                        .initialTokens(1))
                .withNanosecondPrecision()
                .build();
    }

    /** Waits until the next request of the operation may be sent. */
    public void await(String operation) {
        Bucket bucket = buckets.get(operation);
        if (bucket != null) {
            try {
                bucket.asBlocking().consume(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while keeping pace", e);
            }
        }
    }
}
