package accountspec.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes secrets, and what is derived from them, out of text that people or files will get to see. */
public final class Redaction {

    static final String MASK = "[redacted]";

    /** Shorter values would mask innocent text, and are no secrets worth the name. */
    private static final int SHORTEST_SECRET = 6;

    private static final List<String> SECRET_HEADERS =
            List.of("authorization", "x-amz-security-token", "proxy-authorization");

    private final Set<String> secrets = new LinkedHashSet<>();

    /** Remembers values that must never be shown; short ones are ignored. */
    public synchronized void hide(Collection<String> values) {
        for (String value : values) {
            if (value.length() >= SHORTEST_SECRET) {
                secrets.add(value);
            }
        }
    }

    /**
     * Text of an exchange's own making: the run's secrets, and the signature of the request at hand, which a target may
     * have sent back, are masked.
     */
    public synchronized String in(String text, Sent request) {
        String masked = text;
        for (Header header : request.headers()) {
            if (isSecret(header)) {
                masked = masked.replace(header.value(), MASK);
                int signature = header.value().indexOf("Signature=");
                if (signature >= 0) {
                    masked = masked.replace(header.value().substring(signature + "Signature=".length()), MASK);
                }
            }
        }
        return in(masked);
    }

    /** Masks the run's secrets, as they are and in the encodings a careless target would echo them in. */
    public synchronized String in(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK).replace(hex(secret), MASK);
            String encoded =
                    Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            masked = masked.replace(encoded, MASK)
                    .replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), MASK)
                    .replace(secret.replace("/", "\\/"), MASK);
        }
        return masked;
    }

    /** A header's value as people may see it. */
    public String in(Header header) {
        return isSecret(header) ? MASK : in(header.value());
    }

    private static boolean isSecret(Header header) {
        return SECRET_HEADERS.contains(header.name().toLowerCase(Locale.ROOT));
    }

    private static String hex(String secret) {
        return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
