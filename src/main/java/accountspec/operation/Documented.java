package accountspec.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of an operation in numbers and letters, each with the ids of the clauses that say it.
 *
 * @param members those that have anything said of them, in the page's order
 * @param errors by their names
 * @param together clauses that one behaviour may break at once
 */
public record Documented(
        Map<String, Member> members,
        @Nullable Success success,
        Map<String, Error> errors,
        @Nullable Group effect,
        List<Group> together) {

    static final Documented NOTHING = new Documented(Map.of(), null, Map.of(), null, List.of());

    public Documented {
        members = ordered(members);
        errors = ordered(errors);
        together = listed(together);
    }

    /** A successful answer; nothing of one that is not judged. */
    public Optional<Success> answer() {
        return Optional.ofNullable(success);
    }

    /** What a call leaves behind. */
    public Optional<Group> leaves() {
        return Optional.ofNullable(effect);
    }

    /**
     * What a member may be.
     *
     * @param required clauses that ask for it; none if it is optional
     * @param string clauses that ask for a JSON string
     */
    public record Member(
            List<String> required,
            List<String> string,
            @Nullable Length length,
            @Nullable Form pattern) {

        public Member {
            required = listed(required);
            string = listed(string);
        }

        public Optional<Length> limits() {
            return Optional.ofNullable(length);
        }

        public Optional<Form> form() {
            return Optional.ofNullable(pattern);
        }
    }

    /**
     * How long a text may be.
     *
     * @param grows a text with a place holder for as many of the character {@code by} as it takes
     */
    public record Length(int least, int most, List<String> clauses, String grows, String by) {}

    /**
     * What a text may look like.
     *
     * @param text the pattern as the page has it; absent where any text will do
     * @param places texts with a place holder for each character that is tried, by what the place is called
     */
    public record Form(@Nullable String text, List<String> clauses, Map<String, String> places) {

        public Form {
            places = ordered(places);
        }

        public Optional<Pattern> pattern() {
            return Optional.ofNullable(text).map(Pattern::compile);
        }

        /** Whether the pattern allows the text, as every dialect of patterns has it; RE2 has no vertical tab among blanks. */
        public boolean allows(String value) {
            return text == null || value.indexOf('\u000b') < 0 && Pattern.matches(text, value);
        }

        /** Whether no dialect of patterns allows the text; of some, it is disputed what a letter or a blank is. */
        public boolean forbids(String value) {
            return text != null
                    && !Pattern.compile(text, Pattern.UNICODE_CHARACTER_CLASS)
                            .matcher(value)
                            .matches();
        }
    }

    public record Success(int status, String statusClause, String body, String bodyClause) {}

    /** @param clause asks for the status; the one about the name is told elsewhere */
    public record Error(int status, String clause) {}

    /** @param told what they amount to, in words */
    public record Group(String told, List<String> clauses) {}

    // What a file leaves out is nothing.

    private static <T> List<T> listed(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    private static <T> Map<String, T> ordered(@Nullable Map<String, T> given) {
        return given == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }
}
