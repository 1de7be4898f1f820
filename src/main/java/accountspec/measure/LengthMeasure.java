package accountspec.measure;

import accountspec.operation.Documented;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long a member's text may really be.
 *
 * @param least the shortest that is accepted, so far as it is known
 * @param most the longest that was seen to be accepted
 * @param refusedFrom the next longer one that was refused; absent if none was
 * @param unit what is counted instead of characters
 * @param overlooked what is not counted
 * @param cutTo how much of a longer text is kept
 */
public record LengthMeasure(
        Documented.Length documented,
        OptionalInt least,
        OptionalInt most,
        OptionalInt refusedFrom,
        Optional<String> unit,
        Optional<String> overlooked,
        OptionalInt cutTo) {

    static LengthMeasure unknown(Documented.Length documented) {
        return new LengthMeasure(
                documented,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** Whether no limit was found, however far one went. */
    public boolean isUnbounded() {
        return refusedFrom.isEmpty() && most.orElse(0) > documented.most();
    }

    /** Whether the longest that is accepted is known to the character. */
    boolean isSharp() {
        return most.isPresent() && refusedFrom.orElse(0) == most.getAsInt() + 1;
    }

    /** Where it departs from what is documented. */
    public List<String> told() {
        List<String> told = new ArrayList<>();
        if (least.orElse(documented.least()) == 0 && documented.least() > 0) {
            told.add("accepts the empty text");
        } else if (least.orElse(0) > documented.least() && least.orElse(0) > shortestLawful()) {
            told.add("accepts " + least.getAsInt() + " characters and more");
        }
        if (isUnbounded()) {
            told.add("accepts " + number(most.getAsInt()) + " characters and more");
        } else if (isSharp() && most.getAsInt() != documented.most() && unit.isEmpty()) {
            told.add("accepts up to " + number(most.getAsInt()) + " characters");
        } else if (isSharp() && most.getAsInt() != documented.most()) {
            told.add("accepts up to " + number(most.getAsInt()));
        } else if (!isSharp() && most.isPresent() && most.getAsInt() > documented.most()) {
            told.add("accepts " + number(most.getAsInt()) + " characters, refuses " + number(refusedFrom.orElse(0)));
        } else if (!isSharp() && most.isPresent() && refusedFrom.orElse(documented.most() + 1) <= documented.most()) {
            told.add("refuses " + number(refusedFrom.getAsInt()) + " characters");
        }
        cutTo.ifPresent(kept -> told.add("keeps only the first " + number(kept)));
        unit.ifPresent(counted -> told.add("counts " + counted));
        overlooked.ifPresent(told::add);
        return told;
    }

    /** The shortest that the documented pattern leaves possible. */
    int shortestLawful() {
        return LengthSearch.length(documented.grows());
    }

    /** Whether this is why such a text is refused. */
    public boolean refuses(String text) {
        int length = LengthSearch.length(text);
        return length < least.orElse(0) || length >= refusedFrom.orElse(Integer.MAX_VALUE);
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
