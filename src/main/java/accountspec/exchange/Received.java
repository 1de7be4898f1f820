package accountspec.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An answer as it came over the wire.
 *
 * @param status the three-digit status
 * @param headers in order, with duplicates
 * @param body the bytes as they came, not decompressed, cut at the wire's limit
 * @param cut whether the body was longer than the wire's limit
 */
public record Received(int status, List<Header> headers, byte[] body, boolean cut) implements Answer {

    /** What each header costs beside its own characters, wherever it is written down. */
    private static final int OF_EACH_HEADER = 32;

    public Received {
        headers = List.copyOf(headers);
    }

    public static Received of(int status, List<Header> headers, byte[] body) {
        return new Received(status, headers, body, false);
    }

    /** Only so many bytes of the headers, and of the body. */
    Received abridged(int bytes) {
        List<Header> kept = new ArrayList<>();
        int size = 0;
        for (Header header : headers) {
            size += OF_EACH_HEADER + header.name().length() + header.value().length();
            if (size <= bytes) {
                kept.add(header);
            }
        }
        boolean tooLong = body.length > bytes;
        return new Received(status, kept, tooLong ? Arrays.copyOf(body, bytes) : body, cut || tooLong);
    }

    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.is(name)).map(Header::value).findFirst();
    }

    /** How long the answer asks to wait, where it asks in whole seconds; what is longer than the limit is cut to it. */
    public Optional<Duration> retryAfter(Duration limit) {
        return header("Retry-After")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(asked -> asked.compareTo(limit) < 0 ? asked : limit)
                .filter(asked -> !asked.isZero());
    }
}
