package accountspec.exchange;

import java.util.List;
import java.util.Optional;

/**
 * A request as it goes over the wire.
 *
 * @param method the method, in any spelling
 * @param target the raw request target: path and query, with the endpoint's path prefix, never normalised
 * @param headers in order; Host, Content-Length and Connection are the transport's to add
 * @param body the exact bytes; empty when there is none
 */
public record Sent(String method, String target, List<Header> headers, byte[] body) {

    public Sent {
        headers = List.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.is(name)).map(Header::value).findFirst();
    }
}
