package accountspec.reference;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The signs on a keyboard by names that can stand in the name of a flaw. */
final class CharacterNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(" ", "space"),
            Map.entry("!", "exclamation-mark"),
            Map.entry("\"", "quotation-mark"),
            Map.entry("#", "number-sign"),
            Map.entry("$", "dollar-sign"),
            Map.entry("%", "percent-sign"),
            Map.entry("&", "ampersand"),
            Map.entry("'", "apostrophe"),
            Map.entry("(", "opening-bracket"),
            Map.entry(")", "closing-bracket"),
            Map.entry("*", "asterisk"),
            Map.entry("+", "plus-sign"),
            Map.entry(",", "comma"),
            Map.entry("-", "hyphen"),
            Map.entry(".", "dot"),
            Map.entry("/", "slash"),
            Map.entry(":", "colon"),
            Map.entry(";", "semicolon"),
            Map.entry("<", "less-than-sign"),
            Map.entry("=", "equals-sign"),
            Map.entry(">", "greater-than-sign"),
            Map.entry("?", "question-mark"),
            Map.entry("@", "at-sign"),
            Map.entry("[", "opening-square-bracket"),
            Map.entry("\\", "backslash"),
            Map.entry("]", "closing-square-bracket"),
            Map.entry("^", "caret"),
            Map.entry("_", "underscore"),
            Map.entry("`", "backtick"),
            Map.entry("{", "opening-brace"),
            Map.entry("|", "bar"),
            Map.entry("}", "closing-brace"),
            Map.entry("~", "tilde"),
            Map.entry("\t", "tab"),
            Map.entry("\n", "line-feed"),
            Map.entry("\f", "form-feed"),
            Map.entry("\r", "carriage-return"),
            Map.entry("\0", "nul"),
            Map.entry("\u007f", "delete"));

    private CharacterNames() {}

    /** A letter or a digit is its own name. */
    static String of(String character) {
        return NAMES.getOrDefault(character, character);
    }

    /** The printable ASCII characters that are neither letters nor digits. */
    static Stream<String> signs() {
        return IntStream.rangeClosed(' ', '~')
                .filter(c -> !Character.isLetterOrDigit(c))
                .mapToObj(Character::toString);
    }

    static Stream<String> each(String characters) {
        return characters.codePoints().mapToObj(Character::toString);
    }

    /** The name with its article. */
    static String a(String character) {
        String name = of(character).replace('-', ' ');
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
