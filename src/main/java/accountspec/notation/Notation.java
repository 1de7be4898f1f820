package accountspec.notation;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the features write text: literally, but for visible signs of what is hard to see.
 *
 * <pre>
 * ␠ ␉ ␊ ␍            space, tab, line feed, carriage return
 * (empty)            nothing at all
 * (U+00A0)           one character by its code point
 * (a × 64)           a, 64 times
 * (the AccountId of a member)
 * </pre>
 *
 * Other parentheses are literal.
 */
public final class Notation {

    /** Stands for each character of an alphabet in turn. */
    public static final String PLACE_HOLDER = "◌";

    private static final Pattern SIGN = Pattern.compile("[␠␉␊␍]"
            + "|\\(empty\\)"
            + "|\\(U\\+(?<point>[0-9A-Fa-f]{4,6})\\)"
            + "|\\((?<repeated>(?:\\(U\\+[0-9A-Fa-f]{4,6}\\)|[^()])+?) × (?<times>\\d{1,7})\\)"
            + "|\\(the AccountId of (?<party>[^()]+)\\)");

    private Notation() {}

    /**
     * The text that a cell stands for.
     *
     * @param accounts gives the account number of a party by its name
     */
    public static String read(String cell, UnaryOperator<String> accounts) {
        Matcher sign = SIGN.matcher(cell);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (sign.find()) {
            text.append(cell, from, sign.start()).append(meaning(sign, accounts));
            from = sign.end();
        }
        return text.append(cell, from, cell.length()).toString();
    }

    private static String meaning(Matcher sign, UnaryOperator<String> accounts) {
        if (sign.group("point") != null) {
            return Character.toString(Integer.parseInt(sign.group("point"), 16));
        }
        if (sign.group("repeated") != null) {
            return read(sign.group("repeated"), accounts).repeat(Integer.parseInt(sign.group("times")));
        }
        if (sign.group("party") != null) {
            return accounts.apply(sign.group("party"));
        }
        return switch (sign.group()) {
            case "␠" -> " ";
            case "␉" -> "\t";
            case "␊" -> "\n";
            case "␍" -> "\r";
            default -> "";
        };
    }

    /** Writes text in this notation, so that a reader sees all of it. */
    public static String show(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case ' ' -> shown.append(shown.isEmpty() ? "␠" : " ");
                case '\t' -> shown.append('␉');
                case '\n' -> shown.append('␊');
                case '\r' -> shown.append('␍');
                default -> shown.append(isPlain(point) ? Character.toString(point) : "(U+%04X)".formatted(point));
            }
        });
        if (shown.length() > 1 && shown.charAt(shown.length() - 1) == ' ') {
            shown.setCharAt(shown.length() - 1, '␠');
        }
        return shown.toString();
    }

    private static boolean isPlain(int point) {
        return Character.isLetterOrDigit(point)
                || (point > 0x20 && point < 0x7f)
                || Character.getType(point) == Character.OTHER_SYMBOL
                || Character.getType(point) == Character.OTHER_PUNCTUATION;
    }
}
