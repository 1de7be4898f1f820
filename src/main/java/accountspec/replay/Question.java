package accountspec.replay;

import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.recording.Recorded;
import accountspec.recording.Recording;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a request asks, whenever and in whichever scenario it is sent.
 *
 * @param headers those that mean something, in order
 * @param body as much of it as a recording keeps, one character a byte
 * @param length of the whole body
 */
record Question(
        String caller, boolean signed, String method, String target, List<String> headers, String body, long length) {

    private static final String AUTHORIZATION = "authorization";

    /** Made anew with each request, or for the server's log. */
    private static final Set<String> PASSING =
            Set.of("host", "user-agent", AUTHORIZATION, "x-amz-date", "x-amz-security-token", "x-amz-content-sha256");

    static Question of(Recorded recorded) {
        Sent sent = recorded.exchange().sent();
        boolean signed = sent.header(AUTHORIZATION).isPresent();
        return of(recorded.exchange().caller(), signed, sent, recorded.sentBytes());
    }

    /** @param signed whether it is to be signed, rightly or not */
    static Question of(String caller, boolean signed, Sent unsigned) {
        boolean already = unsigned.header(AUTHORIZATION).isPresent();
        return of(caller, signed || already, unsigned, unsigned.body().length);
    }

    private static Question of(String caller, boolean signed, Sent sent, long length) {
        List<String> headers = sent.headers().stream()
                .filter(header -> !PASSING.contains(header.name().toLowerCase(Locale.ROOT)))
                .map(Question::line)
                .toList();
        byte[] body = sent.body().length > Recording.KEPT_OF_A_REQUEST
                ? Arrays.copyOf(sent.body(), Recording.KEPT_OF_A_REQUEST)
                : sent.body();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return new Question(caller, signed, sent.method(), whole(sent.target()), headers, text, length);
    }

    private static String line(Header header) {
        return whole(header.name()) + ": " + whole(header.value());
    }

    /** As a recording holds it, which has no half surrogate pairs. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
