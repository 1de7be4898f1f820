package accountspec.wire;

import accountspec.exchange.Answer;
import accountspec.exchange.Sent;

/** An end that requests can be sent to: a live endpoint, a recording, an endpoint in memory. */
public interface Wire extends AutoCloseable {

    /**
     * Sends the bytes as they are and waits for the whole answer, within bounds.
     *
     * @return never fails for anything that the other end does: what is not an answer is a {@code Silence}
     */
    Answer send(Sent request);

    @Override
    default void close() {}
}
