package accountspec.wire;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Redaction;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A wire whose answers hold no secret, whatever the target echoes: not the caller's keys, nor the signature of this or an
 * earlier request. So nothing that is made of an answer, whole or in part, can hold one either.
 */
public final class RedactingWire implements Wire {

    private static final String SIGNATURE = "Signature=";

    private final Wire wire;
    private final Redaction redaction;

    public RedactingWire(Wire wire, Redaction redaction) {
        this.wire = wire;
        this.redaction = redaction;
    }

    @Override
    public Answer send(Sent request) {
        request.header("Authorization")
                .filter(value -> value.contains(SIGNATURE))
                .map(value -> value.substring(value.indexOf(SIGNATURE) + SIGNATURE.length()))
                .ifPresent(signature -> redaction.hide(List.of(signature)));
        request.header("X-Amz-Security-Token").ifPresent(token -> redaction.hide(List.of(token)));
        Answer answer = wire.send(request);
        return answer instanceof Received received
                ? clean(received)
                : new Silence(((Silence) answer).kind(), redaction.in(((Silence) answer).detail()));
    }

    private Received clean(Received received) {
        List<Header> headers = received.headers().stream()
                .map(header -> new Header(redaction.in(header.name()), redaction.in(header.value())))
                .toList();
        // One character a byte: the body stays what it is, but for secrets.
        String body = new String(received.body(), StandardCharsets.ISO_8859_1);
        String cleaned = redaction.in(body);
        byte[] bytes = cleaned.equals(body) ? received.body() : cleaned.getBytes(StandardCharsets.ISO_8859_1);
        return new Received(received.status(), headers, bytes, received.cut());
    }

    @Override
    public void close() {
        wire.close();
    }
}
