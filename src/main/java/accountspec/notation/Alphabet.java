package accountspec.notation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A set of characters in words: {@code printable ASCII character but letters, digits and "_+="}.
 *
 * @param characters each as text, in code point order or as listed
 */
public record Alphabet(List<String> characters) {

    /** What an alphabet looks like in a step. */
    public static final String FORM =
            "(?:printable ASCII character|control character|ASCII letter|digit|of \"[^\"]+\")(?: but .+)?";

    private static final Pattern ITEM = Pattern.compile("letters|digits|\"([^\"]+|\")\"|(, | and )");

    public Alphabet {
        characters = List.copyOf(characters);
    }

    /**
     * Reads an alphabet.
     *
     * @throws IllegalArgumentException naming what was not understood
     */
    public static Alphabet of(String words) {
        int but = words.indexOf(" but ");
        Set<String> characters = base(but < 0 ? words : words.substring(0, but));
        if (but >= 0) {
            remove(words.substring(but + " but ".length()), characters);
        }
        if (characters.isEmpty()) {
            throw new IllegalArgumentException("the alphabet '" + words + "' is empty");
        }
        return new Alphabet(new ArrayList<>(characters));
    }

    private static Set<String> base(String words) {
        return switch (words) {
            case "printable ASCII character" -> range(0x20, 0x7e, point -> true);
            case "control character" -> range(0, 0x1f, point -> true);
            case "ASCII letter" -> range('A', 'z', Character::isLetter);
            case "digit" -> range('0', '9', point -> true);
            default -> {
                if (!words.matches("of \"[^\"]+\"")) {
                    throw new IllegalArgumentException("no kind of character is called '" + words + "'");
                }
                yield listed(words.substring("of \"".length(), words.length() - 1));
            }
        };
    }

    private static void remove(String words, Set<String> characters) {
        Matcher item = ITEM.matcher(words);
        int end = 0;
        while (item.find() && item.start() == end) {
            end = item.end();
            switch (item.group()) {
                case "letters" -> characters.removeIf(c -> Character.isLetter(c.codePointAt(0)));
                case "digits" -> characters.removeIf(c -> Character.isDigit(c.codePointAt(0)));
                default -> {
                    if (item.group(1) != null) {
                        characters.removeAll(listed(item.group(1)));
                    }
                }
            }
        }
        if (end != words.length()) {
            throw new IllegalArgumentException("after 'but' come letters, digits and \"characters in quotes\", not '"
                    + words.substring(end) + "'");
        }
    }

    private static Set<String> listed(String cell) {
        Set<String> characters = new LinkedHashSet<>();
        Notation.read(cell, party -> party).codePoints().forEach(point -> characters.add(Character.toString(point)));
        return characters;
    }

    private static Set<String> range(int first, int last, IntPredicate kept) {
        Set<String> characters = new LinkedHashSet<>();
        IntStream.rangeClosed(first, last).filter(kept).forEach(point -> characters.add(Character.toString(point)));
        return characters;
    }
}
