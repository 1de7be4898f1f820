package accountspec.notation;

import java.util.HexFormat;

/** What a member of a request is given. A member that is left out has no value at all. */
public sealed interface Value {

    /** A JSON string. */
    record Text(String text) implements Value {
        @Override
        public String told() {
            int length = text.codePointCount(0, text.length());
            if (length == 0) {
                return "empty";
            }
            return length > 60 ? "of " + length + " characters" : "\"" + Notation.show(text) + "\"";
        }
    }

    /** Any JSON, as written: {@code null}, a number, a list. */
    record Json(String json) implements Value {
        @Override
        public String told() {
            return "as the JSON " + json;
        }
    }

    /** A JSON string of raw bytes that need not be UTF-8. */
    record Bytes(byte[] bytes) implements Value {
        @Override
        public String told() {
            return "as the bytes " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
        }
    }

    /** In a few words, as it follows the member's name: {@code of 255 characters}. */
    String told();
}
