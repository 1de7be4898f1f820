package accountspec.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
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

    /** Three bits for each character of a beginning. */
    private static final int BEGINNINGS = 1 << 3 * SHORTEST_SECRET;

    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "x-amz-security-token", "proxy-authorization");

    private static final String SIGNATURE = "Signature=";

    /** The forms in which secrets may turn up, by their first characters: much text is searched for few of them. */
    private final Map<String, List<String>> forms = new HashMap<>();

    /** Whether any form may have such a beginning, by the sum of its characters that {@link #rolled} makes. */
    private final BitSet beginnings = new BitSet(BEGINNINGS);

    /** Remembers values that must never be shown; short ones are ignored. */
    public synchronized void hide(Collection<String> values) {
        for (String value : values) {
            if (value.length() >= SHORTEST_SECRET) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                String plain = Unescaped.of(value).text();
                add(plain);
                add(plain.toUpperCase(Locale.ROOT));
                add(plain.toLowerCase(Locale.ROOT));
                add(HexFormat.of().formatHex(bytes));
                add(HexFormat.of().withUpperCase().formatHex(bytes));
                add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
                for (int before = 0; before < 3; before++) {
                    add(base64(bytes, before, Base64.getEncoder()));
                    add(base64(bytes, before, Base64.getUrlEncoder()));
                }
            }
        }
    }

    /** What of it is the same in base64 whatever stands around it, if so many bytes, modulo 3, stand before it. */
    private static String base64(byte[] bytes, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        return text.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private void add(String form) {
        if (form.length() < SHORTEST_SECRET) {
            return;
        }
        int sum = 0;
        for (int at = 0; at < SHORTEST_SECRET; at++) {
            sum = rolled(sum, form.charAt(at));
        }
        beginnings.set(sum);
        List<String> alike = forms.computeIfAbsent(form.substring(0, SHORTEST_SECRET), beginning -> new ArrayList<>());
        if (!alike.contains(form)) {
            alike.add(form);
        }
    }

    /** The sum with one more character, and without the one that was added {@link #SHORTEST_SECRET} earlier. */
    private static int rolled(int sum, char next) {
        return (sum << 3 ^ next & 0xff) & BEGINNINGS - 1;
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
        if (forms.isEmpty() || text.length() < SHORTEST_SECRET || isInnocent(text)) {
            return text;
        }
        Unescaped read = Unescaped.of(text);
        String plain = read.text();
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        int sum = 0;
        int summed = 0;
        for (int at = 0; at + SHORTEST_SECRET <= plain.length(); at++) {
            while (summed < at + SHORTEST_SECRET) {
                sum = rolled(sum, plain.charAt(summed++));
            }
            int length = beginnings.get(sum) ? lengthOfFormAt(plain, at) : 0;
            if (length > 0) {
                masked.append(text, copied, read.begin(at)).append(MASK);
                at += length - 1;
                copied = read.end(at);
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    /** Whether a glance shows that no secret is in it; most texts are so. */
    private boolean isInnocent(String text) {
        int sum = 0;
        int summed = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' || c == '%' || c == '&') {
                return false; // it may read otherwise than it stands there
            }
            if (!Character.isWhitespace(c)) {
                sum = rolled(sum, c);
                if (++summed >= SHORTEST_SECRET && beginnings.get(sum)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How long the longest form of a secret is that stands there; 0 if none does. */
    private int lengthOfFormAt(String text, int at) {
        return forms.getOrDefault(text.substring(at, at + SHORTEST_SECRET), List.of()).stream()
                .filter(form -> text.startsWith(form, at))
                .mapToInt(String::length)
                .max()
                .orElse(0);
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
