package accountspec.spec;

import java.util.regex.Pattern;

/** A clause's name, such as {@code PAC-EMAIL-2}: at once an anchor, a Gherkin tag, a JUnit tag and a file name. */
public record ClauseId(String text) implements Comparable<ClauseId> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");

    public ClauseId {
        if (!isClauseId(text)) {
            throw new SpecException(
                    "'" + text
                            + "' is no clause id; one is capital letters and digits in parts joined by hyphens, such as PAC-EMAIL-2");
        }
    }

    public static ClauseId of(String text) {
        return new ClauseId(text);
    }

    /** Whether the text has the form of an id, as a tag without its {@code @} has; there need be no such clause. */
    public static boolean isClauseId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(ClauseId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
