package accountspec.trial;

import java.time.Duration;

/**
 * How long the suite waits for a target.
 *
 * @param throttled for a target that throttles, fails or does not answer to come back
 * @param settle for a stored contact to become readable
 * @param timeout for one answer
 */
public record Patience(Duration throttled, Duration settle, Duration timeout) {}
