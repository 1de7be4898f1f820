package accountspec.target;

import java.time.Duration;

/**
 * How long the suite waits.
 *
 * @param throttled for a throttle or a server error to pass
 * @param settle for a contact that was set to be seen
 * @param timeout for a connection, and for an answer
 */
public record Patience(Duration throttled, Duration settle, Duration timeout) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(5));
}
