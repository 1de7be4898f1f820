package accountspec.report;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.recording.Recorded;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A request as a command that anyone can run again. It signs itself from the environment of whoever runs it, and holds no
 * secret.
 *
 * @param signing the argument of curl's {@code --aws-sigv4}; absent where requests are not signed
 */
public record Curl(URI endpoint, Optional<String> signing) {

    private static final int LONGEST_BODY = 4_000;

    /** Headers that curl, or its signature, makes by itself. */
    private static final Set<String> MADE_BY_CURL =
            Set.of("host", "user-agent", "authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256");

    /** With the right number of bytes, where the recording has only the beginning of them. */
    public String of(Recorded recorded) {
        return of(recorded.exchange(), recorded.sentBytes());
    }

    public String of(Exchange exchange) {
        return of(exchange, exchange.sent().body().length);
    }

    private String of(Exchange exchange, long bytes) {
        Sent sent = exchange.sent();
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-i", "-X", sent.method()));
        if (signing.isPresent() && sent.header("Authorization").isPresent()) {
            words.add("--aws-sigv4 " + quoted(signing.get()));
            words.add("--user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"");
            sent.header("X-Amz-Security-Token")
                    .ifPresent(token -> words.add("-H \"X-Amz-Security-Token: $AWS_SESSION_TOKEN\""));
        }
        for (Header header : sent.headers()) {
            if (!MADE_BY_CURL.contains(header.name().toLowerCase(Locale.ROOT))) {
                String line = header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value();
                words.add("-H " + quoted(line));
            }
        }
        if (sent.header("Content-Type").isEmpty()) {
            words.add("-H 'Content-Type:'");
        }
        words.add("--data-raw " + body(sent.body(), bytes));
        words.add(quoted(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + sent.target()));
        return String.join(" ", words);
    }

    private static String body(byte[] body, long bytes) {
        if (bytes > LONGEST_BODY) {
            return "'(a body of " + bytes + " bytes)'";
        }
        String text = new String(body, StandardCharsets.UTF_8);
        boolean plain = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
                && text.codePoints().noneMatch(Character::isISOControl);
        if (plain) {
            return quoted(text);
        }
        StringBuilder escaped = new StringBuilder("$'");
        for (byte b : body) {
            int value = b & 0xff;
            if (value < 0x20 || value > 0x7e || value == '\'' || value == '\\') {
                escaped.append(String.format(Locale.ROOT, "\\x%02x", value));
            } else {
                escaped.append((char) value);
            }
        }
        return escaped.append('\'').toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
