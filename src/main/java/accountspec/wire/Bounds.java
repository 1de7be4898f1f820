package accountspec.wire;

import java.time.Duration;

/**
 * How much of a target's answer the suite is willing to take.
 *
 * @param time from connecting to the last byte
 * @param body bytes kept of an answer's body; what comes after is not read
 */
public record Bounds(Duration time, int body) {

    public static Bounds within(Duration time) {
        return new Bounds(time, 1 << 20);
    }
}
