package accountspec.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How surely the page says a clause. */
public enum Standing {
    /** Words of the page. */
    STATED,
    /** Follows from words of the page. */
    IMPLIED,
    /** The page is silent; the protocol, AWS's other pages or recordings of AWS say so. Never a failure. */
    ADVISED,
    /** The page is silent, ambiguous or contradicts itself: what an endpoint does is recorded as its reading. */
    OPEN,
    /** Nothing that an endpoint answers can show it. */
    UNOBSERVABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an endpoint that departs from such a clause does not conform. */
    public boolean binds() {
        return this == STATED || this == IMPLIED;
    }

    static Optional<Standing> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Standing::word).toList();
    }
}
