package accountspec.reference;

import java.nio.charset.StandardCharsets;

/** What endpoints do to texts, rightly or not. */
final class Texts {

    static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Texts() {}

    /** No more than that many code points of a text. */
    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
