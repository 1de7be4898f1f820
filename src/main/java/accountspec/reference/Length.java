package accountspec.reference;

import java.util.function.ToIntFunction;

/**
 * How long a text may be.
 *
 * @param measure what a character is; the protocol says a Unicode code point
 */
record Length(int shortest, int longest, ToIntFunction<String> measure) {

    static final Length ANY = of(0, Integer.MAX_VALUE);

    static Length of(int shortest, int longest) {
        return new Length(shortest, longest, text -> text.codePointCount(0, text.length()));
    }

    boolean fits(String text) {
        int length = measure.applyAsInt(text);
        return shortest <= length && length <= longest;
    }

    Length from(int other) {
        return new Length(other, longest, measure);
    }

    Length upTo(int other) {
        return new Length(shortest, other, measure);
    }

    Length in(ToIntFunction<String> other) {
        return new Length(shortest, longest, other);
    }
}
