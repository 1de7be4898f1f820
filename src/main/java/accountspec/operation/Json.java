package accountspec.operation;

import accountspec.notation.Value;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Ways to write a draft as a JSON object, all of which mean the same, or are one step away from JSON.
 *
 * <p>Written by hand and not by a JSON library, which would refuse half of them.
 */
public final class Json {

    private Json() {}

    /** As anyone would. */
    public static byte[] plain(Draft draft) {
        return object(entries(draft), "");
    }

    public static byte[] reversed(Draft draft) {
        List<byte[]> entries = entries(draft);
        Collections.reverse(entries);
        return object(entries, "");
    }

    /** With white space around every token. */
    public static byte[] spaced(Draft draft) {
        List<byte[]> entries = new ArrayList<>();
        draft.members().forEach((member, value) -> entries.add(bytes(" \t" + string(member) + "\r\n : ", value, "\n")));
        return object(entries, " \n");
    }

    /** With every character of every string as a {@code \}{@code u} escape. */
    public static byte[] escaped(Draft draft) {
        List<byte[]> entries = new ArrayList<>();
        draft.members().forEach((member, value) -> {
            Value written = value instanceof Value.Text text ? new Value.Json(escapes(text.text())) : value;
            entries.add(bytes(escapes(member) + ":", written, ""));
        });
        return object(entries, "");
    }

    public static byte[] afterByteOrderMark(Draft draft) {
        return join(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, plain(draft));
    }

    /** With a member that the operation does not know. */
    public static byte[] withUnknown(Draft draft, String member) {
        List<byte[]> entries = entries(draft);
        entries.add(utf8(string(member) + ":\"none of the documented ones\""));
        return object(entries, "");
    }

    /** With a member twice: first with another value that would do as well, then with its own. */
    public static byte[] withTwice(Draft draft, String member, String first) {
        List<byte[]> entries = entries(draft);
        entries.add(0, utf8(string(member) + ":" + string(first)));
        return object(entries, "");
    }

    /** Followed by white space up to {@code size} bytes. */
    public static byte[] padded(Draft draft, int size) {
        byte[] object = plain(draft);
        return join(object, " ".repeat(Math.max(0, size - object.length)).getBytes(StandardCharsets.US_ASCII));
    }

    private static List<byte[]> entries(Draft draft) {
        List<byte[]> entries = new ArrayList<>();
        for (Map.Entry<String, Value> member : draft.members().entrySet()) {
            entries.add(bytes(string(member.getKey()) + ":", member.getValue(), ""));
        }
        return entries;
    }

    private static byte[] bytes(String before, Value value, String after) {
        byte[] written;
        if (value instanceof Value.Text text) {
            written = utf8(string(text.text()));
        } else if (value instanceof Value.Json json) {
            written = utf8(json.json());
        } else {
            written = join(utf8("\""), ((Value.Bytes) value).bytes(), utf8("\""));
        }
        return join(utf8(before), written, utf8(after));
    }

    private static byte[] object(List<byte[]> entries, String space) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(utf8(space + "{"));
        for (int i = 0; i < entries.size(); i++) {
            out.writeBytes(i == 0 ? new byte[0] : utf8(","));
            out.writeBytes(entries.get(i));
        }
        out.writeBytes(utf8("}" + space));
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String string(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static String escapes(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        return escaped.append('"').toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
