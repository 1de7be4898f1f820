package accountspec.reference;

/**
 * A set of characters.
 *
 * @param inside what stands between the brackets of its character class in a Java pattern
 */
record Characters(String inside) {

    /** ECMA-262's {@code \d}: Java's is the same unless it is told otherwise, so spell it out. */
    static final Characters DIGITS = new Characters("0-9");

    /** ECMA-262's {@code \w}. */
    static final Characters WORD = new Characters("A-Za-z0-9_");

    /** ECMA-262's {@code \s}: its white space and line terminators. Java's has only the ASCII six. */
    static final Characters BLANKS =
            new Characters("\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF");

    static final Characters DIGITS_OF_EVERY_SCRIPT = new Characters("\\p{Nd}");

    static final Characters WORD_OF_EVERY_SCRIPT =
            new Characters("\\p{IsAlphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{IsJoin_Control}");

    static final Characters ANY = new Characters("\\x{0}-\\x{10ffff}");

    /** The characters of a text, each for itself. */
    static Characters of(String text) {
        StringBuilder inside = new StringBuilder();
        text.codePoints().forEach(c -> inside.append(String.format("\\x{%x}", c)));
        return new Characters(inside.toString());
    }

    Characters and(Characters more) {
        return new Characters(inside + more.inside);
    }

    Characters and(String text) {
        return and(of(text));
    }

    Characters without(String text) {
        return new Characters(inside + "&&[^" + of(text).inside + "]");
    }

    boolean has(int character) {
        return Character.toString(character).matches("[" + inside + "]");
    }
}
