package accountspec.reference;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pattern of a member: a row of parts, each of so many characters of one set. */
record Form(List<Part> parts) {

    static final int MANY = Integer.MAX_VALUE;

    /** One part of a pattern, from {@code least} to {@code most} characters long. */
    record Part(String name, Characters characters, int least, int most) {

        Part of(Characters other) {
            return new Part(name, other, least, most);
        }

        Part and(String more) {
            return of(characters.and(more));
        }

        Part without(String fewer) {
            return of(characters.without(fewer));
        }

        Part times(int from, int to) {
            return new Part(name, characters, from, to);
        }

        private String regex() {
            return "[" + characters.inside() + "]{" + least + "," + (most == MANY ? "" : most) + "}";
        }
    }

    /** {@code ^\d{12}$} */
    static final Form ACCOUNT_ID = new Form(List.of(new Part("number", Characters.DIGITS, 12, 12)));

    /** {@code ^[\s]*[\w+=.#|!&-]+@[\w.-]+\.[\w]+[\s]*$} */
    static final Form EMAIL_ADDRESS = new Form(List.of(
            new Part("before", Characters.BLANKS, 0, MANY),
            new Part("mailbox", Characters.WORD.and("+=.#|!&-"), 1, MANY),
            new Part("at", Characters.of("@"), 1, 1),
            new Part("host", Characters.WORD.and(".-"), 1, MANY),
            new Part("dot", Characters.of("."), 1, 1),
            new Part("label", Characters.WORD, 1, MANY),
            new Part("after", Characters.BLANKS, 0, MANY)));

    /** {@code ^[\s0-9()+-]+$} */
    static final Form PHONE_NUMBER = new Form(
            List.of(new Part("number", Characters.BLANKS.and(Characters.DIGITS).and("()+-"), 1, MANY)));

    Form {
        parts = List.copyOf(parts);
    }

    Form with(String part, UnaryOperator<Part> change) {
        Part old = part(part);
        return new Form(
                parts.stream().map(p -> p.equals(old) ? change.apply(p) : p).toList());
    }

    Part part(String name) {
        return parts.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No part is named " + name + ", only " + parts));
    }

    Pattern pattern() {
        return Pattern.compile(parts.stream().map(Part::regex).collect(Collectors.joining()));
    }

    /** Whether the whole text is of this form; unlike {@code $}, it does not overlook a line feed at the end. */
    Predicate<String> wholly() {
        return pattern().asMatchPredicate();
    }
}
