package accountspec.recording;

import accountspec.exchange.Exchange;
import java.time.Instant;

/**
 * An exchange as a recording has it.
 *
 * @param began when the request was sent
 * @param sentBytes how long the request's body really was; the recording keeps the beginning of a very long one
 */
public record Recorded(Exchange exchange, Instant began, long sentBytes) {

    /** Whether the recording has only the beginning of the request's body. */
    public boolean isSentCut() {
        return sentBytes > exchange.sent().body().length;
    }
}
