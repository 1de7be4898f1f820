package accountspec.checks;

import org.hamcrest.Matcher;
import org.hamcrest.StringDescription;

/** What a matcher says of itself and of what it was given. */
final class Told {

    private Told() {}

    static String expected(Matcher<?> matcher) {
        return StringDescription.toString(matcher);
    }

    static String was(Matcher<?> matcher, Object given) {
        StringDescription description = new StringDescription();
        matcher.describeMismatch(given, description);
        return description.toString();
    }
}
