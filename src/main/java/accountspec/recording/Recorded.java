package accountspec.recording;

import accountspec.exchange.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An exchange as a recording has it.
 *
 * @param began when the request was sent
 * @param sentBytes how long the request's body really was; the recording keeps the beginning of a very long one
 * @param rest what followed the beginning, where that can be told in few words
 */
public record Recorded(Exchange exchange, Instant began, long sentBytes, List<Run> rest) {

    public Recorded {
        rest = List.copyOf(rest);
    }

    /** Whether the recording has only the beginning of the request's body. */
    public boolean isSentCut() {
        return sentBytes > exchange.sent().body().length;
    }

    /** The whole body of the request; nothing where the recording does not know it. */
    public Optional<List<Run>> sentBody() {
        List<Run> all = Run.joined(Run.of(exchange.sent().body()), rest);
        return Optional.of(all)
                .filter(runs -> runs.stream().mapToLong(Run::length).sum() == sentBytes);
    }
}
