package accountspec.exchange;

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
            size += header.name().length() + header.value().length();
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
}
