package accountspec.reference;

import java.util.regex.Pattern;

/** White space as ECMA-262 has it; Java's {@code strip} and {@code trim} each have another idea. */
final class Blanks {

    private static final Pattern AROUND =
            Pattern.compile("\\A[" + Characters.BLANKS.inside() + "]+|[" + Characters.BLANKS.inside() + "]+\\z");

    private Blanks() {}

    static boolean isBlank(String text) {
        return stripped(text).isEmpty();
    }

    static String stripped(String text) {
        return AROUND.matcher(text).replaceAll("");
    }
}
