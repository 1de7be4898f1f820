package accountspec.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks for secrets in what is about to be handed out, as they are and in the encodings in which files hold text. It
 * shares nothing with {@link Redaction}, which it is there to check.
 */
public final class SecretSearch {

    /** A shorter value is a word that anyone may use: emulators are often called with "test" for a secret. */
    private static final int SHORTEST = 12;

    /**
     * How far the search may move on where it has looked at the first {@link #SHORTEST} bytes of a place and these are the
     * last two of them, as Wu and Manber do it: to where a form may have those two. Nowhere (0) where a form may end its
     * beginning so.
     */
    private final int[] shifts = new int[1 << 16];

    /** By the last two bytes of their beginning. */
    private final Map<Integer, List<byte[]>> forms = new HashMap<>();

    private SecretSearch(Collection<String> secrets) {
        Arrays.fill(shifts, SHORTEST - 1);
        secrets.stream().filter(secret -> secret.length() >= SHORTEST).forEach(this::add);
    }

    public static SecretSearch of(Collection<String> secrets) {
        return new SecretSearch(secrets);
    }

    private void add(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        Set<String> written = new LinkedHashSet<>(List.of(
                secret,
                url,
                url.replace("+", "%20"),
                lowerEscapes(url),
                hex,
                hex.toUpperCase(Locale.ROOT),
                json(secret),
                json(secret).replace("/", "\\/"),
                secret.replace("/", "\\u002f").replace("+", "\\u002b"),
                secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                secret.replace("+", "&#43;").replace("/", "&#47;")));
        for (int before = 0; before < 3; before++) {
            written.add(base64(bytes, before, Base64.getEncoder()));
            written.add(base64(bytes, before, Base64.getUrlEncoder()));
        }
        for (String form : written) {
            byte[] pattern = form.getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at + 1 < SHORTEST; at++) {
                int pair = pair(pattern, at);
                shifts[pair] = Math.min(shifts[pair], SHORTEST - 2 - at);
            }
            forms.computeIfAbsent(pair(pattern, SHORTEST - 2), key -> new ArrayList<>())
                    .add(pattern);
        }
    }

    /** As it looks within a longer text in base64, which may begin so many bytes earlier. */
    private static String base64(byte[] bytes, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        int begin = before == 0 ? 0 : before + 1;
        int end = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
        return text.substring(begin, end);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String lowerEscapes(String url) {
        StringBuilder lower = new StringBuilder(url);
        for (int at = lower.indexOf("%"); at >= 0; at = lower.indexOf("%", at + 1)) {
            lower.replace(at, at + 3, lower.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    /** Whether any form of any secret is in it. */
    public boolean finds(byte[] content) {
        for (int at = 0; at + SHORTEST <= content.length; ) {
            int pair = pair(content, at + SHORTEST - 2);
            int shift = shifts[pair];
            if (shift == 0 && isAt(content, at, forms.get(pair))) {
                return true;
            }
            at += Math.max(shift, 1);
        }
        return false;
    }

    private static boolean isAt(byte[] content, int at, List<byte[]> patterns) {
        return patterns.stream()
                .anyMatch(pattern -> at + pattern.length <= content.length
                        && Arrays.equals(content, at, at + pattern.length, pattern, 0, pattern.length));
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
