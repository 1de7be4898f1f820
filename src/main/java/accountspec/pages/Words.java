package accountspec.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of our own text: what stands between backticks is code.
 *
 * @param text without its backticks
 */
public record Words(String text, boolean code) {

    public static List<Words> of(String text) {
        List<Words> words = new ArrayList<>();
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean closed = i % 2 == 1 && i < parts.length - 1;
            String part = i % 2 == 1 && !closed ? "`" + parts[i] : parts[i];
            if (!part.isEmpty()) {
                words.add(new Words(part, closed));
            }
        }
        return words;
    }
}
