package accountspec.checks;

import accountspec.exchange.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeDiagnosingMatcher;

/** What a stored contact looks like. */
public final class Contacts {

    /** ECMA 262's white space, which an endpoint may take off an e-mail address before it stores it. */
    private static final String BLANK =
            "[\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*";

    private static final Pattern AROUND = Pattern.compile("^" + BLANK + "|" + BLANK + "$");

    private Contacts() {}

    /**
     * The contact with just these members; others that the endpoint adds do not matter.
     *
     * @param expected empty for no contact at all
     */
    public static Matcher<Map<String, String>> contact(Map<String, String> expected) {
        return new TypeSafeDiagnosingMatcher<>(Map.class) {
            @Override
            protected boolean matchesSafely(Map<String, String> stored, Description mismatch) {
                List<String> differences = differences(expected, stored);
                mismatch.appendText(String.join(", ", differences));
                return differences.isEmpty();
            }

            @Override
            public void describeTo(Description description) {
                description.appendText(
                        expected.isEmpty() ? "no contact" : "the contact " + told(new TreeMap<>(expected)));
            }
        };
    }

    private static List<String> differences(Map<String, String> expected, Map<String, String> stored) {
        if (stored.isEmpty() || expected.isEmpty()) {
            return stored.equals(expected)
                    ? List.of()
                    : List.of(stored.isEmpty() ? "no contact" : "the contact " + told(new TreeMap<>(stored)));
        }
        List<String> differences = new ArrayList<>();
        new TreeMap<>(expected).forEach((member, value) -> {
            String was = stored.get(member);
            if (was == null) {
                differences.add("no " + member);
            } else if (!was.equals(value) && !isTrimmed(member, value, was)) {
                differences.add(member + " " + quoted(was));
            }
        });
        return differences;
    }

    private static boolean isTrimmed(String member, String value, String was) {
        return member.equals("EmailAddress")
                && AROUND.matcher(value).replaceAll("").equals(was);
    }

    private static String told(Map<String, String> contact) {
        List<String> members = new ArrayList<>();
        contact.forEach((member, value) -> members.add(member + " " + quoted(value)));
        return String.join(", ", members);
    }

    private static String quoted(String value) {
        return "\"" + Printable.line(value, 60) + "\"";
    }
}
