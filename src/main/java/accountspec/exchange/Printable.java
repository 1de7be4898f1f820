package accountspec.exchange;

import java.nio.charset.StandardCharsets;

/** Makes text from the wire safe to show: no control characters, no escapes, no mile-long lines. */
public final class Printable {

    private static final int LONGEST = 4_000;

    private Printable() {}

    /** A body as text, line breaks kept, everything else that steers a terminal shown as its code point. */
    public static String body(byte[] bytes) {
        return safe(new String(bytes, 0, Math.min(bytes.length, LONGEST * 4), StandardCharsets.UTF_8), LONGEST);
    }

    /** One line of at most {@code longest} characters. */
    public static String line(String text, int longest) {
        return safe(harmless(text.replace('\n', ' ').replace('\r', ' ')), longest);
    }

    /** Some CI servers take orders from what a program prints. */
    private static String harmless(String text) {
        return text.replaceAll(":(?=:)", ": ").replaceAll("#(?=#)", "# ");
    }

    private static String safe(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        int[] points = text.codePoints().limit(longest).toArray();
        for (int point : points) {
            if (point == '\n' || point == '\t' || !steers(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format("\\u%04x", point));
            }
        }
        if (text.codePointCount(0, text.length()) > longest) {
            shown.append("… (cut)");
        }
        return shown.toString();
    }

    private static boolean steers(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point)
                || (point & 0xfffe) == 0xfffe // no characters at all, and none that XML may hold
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
