package accountspec.wire;

import accountspec.target.Rate;
import dev.failsafe.RateLimiter;
import java.util.HashMap;
import java.util.Map;

/** Keeps requests to a rate for each operation. */
public final class Pace {

    private final Map<String, RateLimiter<Object>> limits;

    private Pace(Map<String, RateLimiter<Object>> limits) {
        this.limits = limits;
    }

    /** @param rates by operation name; operations that are not named are not limited */
    public static Pace of(Map<String, Rate> rates) {
        Map<String, RateLimiter<Object>> limits = new HashMap<>();
        rates.forEach((operation, rate) ->
                limits.put(operation, RateLimiter.smoothBuilder(rate.interval()).build()));
        return new Pace(limits);
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
