package accountspec.wire;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps requests to a rate for each operation. */
public final class Pace {

    private final Map<String, RateLimiter<Object>> limits;

    private Pace(Map<String, RateLimiter<Object>> limits) {
        this.limits = limits;
    }

    /** @param perSecond requests a second, by operation name; operations that are not named are not limited */
    public static Pace of(Map<String, Double> perSecond) {
        return new Pace(perSecond.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        limit -> RateLimiter.smoothBuilder(Duration.ofNanos((long) (1e9 / limit.getValue())))
                                .build())));
    }

    /** Waits until the next request of the operation may be sent. */
    public void await(String operation) {
        RateLimiter<Object> limit = limits.get(operation);
        if (limit != null) {
            try {
                limit.acquirePermit();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while keeping pace", e);
            }
        }
    }
}
