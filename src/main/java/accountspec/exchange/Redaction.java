package accountspec.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes secrets, and what is derived from them, out of text that people or files will get to see. */
public final class Redaction {

    static final String MASK = "[redacted]";

    /** Shorter values would mask innocent text, and are no secrets worth the name. */
    private static final int SHORTEST_SECRET = 6;

    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "x-amz-security-token", "proxy-authorization");

    private static final String SIGNATURE = "Signature=";

    /** The forms in which secrets may turn up, by their first characters: much text is searched for few of them. */
    private final Map<String, List<String>> forms = new HashMap<>();

    /** Remembers values that must never be shown; short ones are ignored. */
    public synchronized void hide(Collection<String> values) {
        for (String value : values) {
            if (value.length() >= SHORTEST_SECRET) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                add(value);
                add(HexFormat.of().formatHex(bytes));
                add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
                add(URLEncoder.encode(value, StandardCharsets.UTF_8));
                add(value.replace("/", "\\/"));
            }
        }
    }

    private void add(String form) {
        List<String> alike = forms.computeIfAbsent(form.substring(0, SHORTEST_SECRET), beginning -> new ArrayList<>());
        if (!alike.contains(form)) {
            alike.add(form);
        }
    }

    /**
     * Text of an exchange's own making: the run's secrets, and the signature of the request at hand, which a target may
     * have sent back, are masked.
     */
    public String in(String text, Sent request) {
        String masked = text;
        for (Header header : request.headers()) {
            if (isSecret(header)) {
                masked = without(header.value(), masked);
                int signature = header.value().indexOf(SIGNATURE);
                if (signature >= 0) {
                    masked = without(header.value().substring(signature + SIGNATURE.length()), masked);
                }
            }
        }
        return in(masked);
    }

    private static String without(String secret, String text) {
        return secret.isEmpty() ? text : text.replace(secret, MASK);
    }

    /** Masks the run's secrets, as they are and in the encodings a careless target would echo them in. */
    public synchronized String in(String text) {
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (int at = 0; at + SHORTEST_SECRET <= text.length(); at++) {
            String found = formAt(text, at);
            if (!found.isEmpty()) {
                masked.append(text, copied, at).append(MASK);
                copied = at + found.length();
                at = copied - 1;
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    /** The longest form of a secret that stands there; empty if none does. */
    private String formAt(String text, int at) {
        String longest = "";
        for (String form : forms.getOrDefault(text.substring(at, at + SHORTEST_SECRET), List.of())) {
            if (form.length() > longest.length() && text.startsWith(form, at)) {
                longest = form;
            }
        }
        return longest;
    }

    /** A request as people may see it. */
    public Sent in(Sent request) {
        List<Header> headers = request.headers().stream()
                .map(header -> new Header(header.name(), in(header)))
                .toList();
        return new Sent(request.method(), request.target(), headers, request.body());
    }

    /** A header's value as people may see it. */
    public String in(Header header) {
        return isSecret(header) ? MASK : in(header.value());
    }

    private static boolean isSecret(Header header) {
        return SECRET_HEADERS.contains(header.name().toLowerCase(Locale.ROOT));
    }
}
