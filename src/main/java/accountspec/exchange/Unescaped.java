package accountspec.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a reader of JSON, of a query or of HTML would take it, without white space; and where in the text each of its
 * characters came from.
 */
final class Unescaped {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(?<decimal>[0-9]{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>amp|lt|gt|quot|apos));");

    private final String text;
    private final StringBuilder characters;
    private final int[] begins;
    private final int[] ends;

    private Unescaped(String text) {
        this.text = text;
        this.characters = new StringBuilder(text.length());
        this.begins = new int[text.length()];
        this.ends = new int[text.length()];
        for (int at = 0; at < text.length(); ) {
            at = read(at);
        }
    }

    static Unescaped of(String text) {
        return new Unescaped(text);
    }

    /** What is left to read. */
    String text() {
        return characters.toString();
    }

    /** Where in the text the character begins. */
    int begin(int character) {
        return begins[character];
    }

    /** Where in the text the character is over. */
    int end(int character) {
        return ends[character];
    }

    /** @return where to read on */
    private int read(int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '\\' -> backslash(at);
            case '%' -> hex(at, 1, 2);
            case '&' -> entity(at);
            default -> Character.isWhitespace(c) ? at + 1 : add(c, at, at + 1);
        };
    }

    private int backslash(int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return switch (next) {
            case 'u' -> hex(at, 2, 4);
            case '/', '"', '\\' -> add(next, at, at + 2);
            case 'n', 'r', 't' -> at + 2;
            default -> add('\\', at, at + 1);
        };
    }

    /** A character's number in so many digits, which begin so far behind. */
    private int hex(int at, int before, int digits) {
        int end = at + before + digits;
        int number = 0;
        for (int i = at + before; i < end; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return add(text.charAt(at), at, at + 1);
            }
            number = number << 4 | digit;
        }
        return add((char) number, at, end);
    }

    private int entity(int at) {
        Matcher entity = ENTITY.matcher(text).region(at, Math.min(at + 10, text.length()));
        if (!entity.lookingAt()) {
            return add('&', at, at + 1);
        }
        return add((char) number(entity), at, entity.end());
    }

    private static int number(Matcher entity) {
        if (entity.group("decimal") != null) {
            return Integer.parseInt(entity.group("decimal"));
        }
        if (entity.group("hex") != null) {
            return Integer.parseInt(entity.group("hex"), 16);
        }
        return switch (entity.group("name")) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            default -> '\'';
        };
    }

    private int add(char c, int begin, int end) {
        begins[characters.length()] = begin;
        ends[characters.length()] = end;
        characters.append(c);
        return end;
    }
}
