package accountspec.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON in printable ASCII alone: nothing of a target's may steer the terminal that shows a file. */
public final class PlainJson {

    private PlainJson() {}

    public static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .characterEscapes(new Delete())
                .highestNonEscapedChar(127)
                .build();
    }

    /** Half a surrogate pair is no text that JSON could hold. */
    public static String whole(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    /** The one control character that Jackson takes for plain ASCII. */
    private static final class Delete extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] escapes = standardAsciiEscapesForJSON();

        Delete() {
            escapes[0x7f] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null; // the standard one
        }
    }
}
