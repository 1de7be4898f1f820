package accountspec.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.notation.Value;
import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {

    @Test
    void the_operation_is_as_its_file_describes_it() {
        Operation put = put();

        assertThat(put.name(), is("PutAlternateContact"));
        assertThat(put.method(), is("POST"));
        assertThat(put.path(), is("/putAlternateContact"));
        assertThat(put.contentType(), is("application/json"));
        assertThat(
                put.members(),
                contains("AccountId", "AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title"));
        assertThat(put.sensitive(), contains("EmailAddress", "Name", "PhoneNumber", "Title"));
        assertThat(
                put.namedBy().keySet(),
                is(Set.of(
                        "ValidationException",
                        "AccessDeniedException",
                        "TooManyRequestsException",
                        "InternalServerException")));
        assertThat(put.unnamed(), is(Optional.of("PAC-COMMON-2")));
        assertThat(put.answer(), is(Optional.empty()));
    }

    @Test
    void what_the_page_says_in_numbers_is_in_the_file_too() {
        Documented documented = put().documented();

        assertThat(documented.members().keySet(), is(new LinkedHashSet<>(put().members())));
        assertThat(
                documented.members().values().stream()
                        .flatMap(member -> member.limits().stream())
                        .map(Documented.Length::most)
                        .toList(),
                contains(254, 64, 25, 50));
        assertThat(documented.errors().get("AccessDeniedException").status(), is(403));
        assertThat(documented.answer().orElseThrow().status(), is(200));
        assertThat(Operation.load("get-alternate-contact").documented().members(), is(Map.of()));
    }

    @Test
    void the_clauses_that_say_it_are_in_the_book() throws IOException {
        ClauseBook book = ClauseBook.bundled();
        String text;
        try (InputStream file = Operation.class.getResourceAsStream("/features/put-alternate-contact/operation.yaml")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher id = Pattern.compile("PAC-[A-Z]+-\\d+").matcher(text);
        assertThat(id.find(), is(true));
        do {
            assertThat(id.group(), book.find(ClauseId.of(id.group())).isPresent(), is(true));
        } while (id.find());
    }

    @Test
    void what_only_some_dialects_of_patterns_allow_is_neither_allowed_nor_forbidden() {
        Documented.Form phone =
                put().documented().members().get("PhoneNumber").form().orElseThrow();

        assertThat(phone.allows("206-555-0199"), is(true));
        assertThat(phone.forbids("206-555-0199"), is(false));
        for (String disputed : List.of("206\u00a00199", "206\u000b0199")) {
            assertThat(phone.allows(disputed), is(false));
            assertThat(phone.forbids(disputed), is(false));
        }
        assertThat(phone.allows("206.0199"), is(false));
        assertThat(phone.forbids("206.0199"), is(true));
    }

    @Test
    void a_sibling_needs_no_valid_requests_of_its_own() {
        Operation get = Operation.load("get-alternate-contact");

        assertThat(get.answer(), is(Optional.of("AlternateContact")));
        assertThat(get.valid(), is(empty()));
        assertThat(get.sensitive(), is(empty()));
        assertThat(get.namedBy(), is(Map.of()));
        assertThat(Operation.load("delete-alternate-contact").path(), is("/deleteAlternateContact"));
    }

    @Test
    void an_operation_without_a_folder_is_missed_by_name() {
        IllegalArgumentException missing =
                assertThrows(IllegalArgumentException.class, () -> Operation.load("paint-alternate-contact"));

        assertThat(
                missing.getMessage(),
                is("there is no /features/paint-alternate-contact/operation.yaml on the class path"));
    }

    @Test
    void the_valid_requests_differ_from_each_other_in_every_member() {
        List<Draft> drafts = IntStream.range(0, put().valid().size())
                .mapToObj(i -> put().draft(i, 7))
                .toList();

        assertThat(drafts, hasSize(3));
        for (String member : drafts.get(0).members().keySet()) {
            Set<Optional<String>> texts =
                    drafts.stream().map(draft -> draft.text(member)).collect(Collectors.toSet());
            assertThat(member, texts, hasSize(3));
        }
    }

    @Test
    void thousands_of_requests_are_told_apart_by_noughts_and_ones_within_the_lengths_of_the_page() {
        Operation put = put();
        for (int template = 0; template < put.valid().size(); template++) {
            Set<String> names = new HashSet<>();
            for (int number = 0; number < 10_000; number++) {
                Draft draft = put.draft(template, number);
                names.add(draft.text("Name").orElseThrow());
                assertThat(draft.text("EmailAddress").orElseThrow().replaceAll("[^2-9]", ""), is(""));
                assertThat(draft.text("Name").orElseThrow().length(), is(lessThanOrEqualTo(64)));
                assertThat(draft.text("PhoneNumber").orElseThrow().length(), is(lessThanOrEqualTo(25)));
                assertThat(draft.text("Title").orElseThrow().length(), is(lessThanOrEqualTo(50)));
            }
            assertThat(names, hasSize(10_000));
        }
    }

    @Test
    void requests_of_different_numbers_differ_in_all_that_is_stored() {
        Draft one = put().draft(0, 1);
        Draft other = put().draft(0, 2);

        for (String member : List.of("EmailAddress", "Name", "PhoneNumber", "Title")) {
            assertThat(member, one.text(member), is(not(other.text(member))));
        }
        assertThat(one.text(Operation.TYPE), is(other.text(Operation.TYPE)));
        assertThat(one.has(Operation.ACCOUNT), is(false));
    }

    /** Counted again here: a basis that breaks a rule would make every refusal a vacuous one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9_999, 10_000, 123_456})
    void a_valid_request_keeps_every_documented_rule_whatever_its_number(int number) {
        for (int template = 0; template < 3; template++) {
            Draft draft = put().draft(template, number);

            assertThat(text(draft, "AlternateContactType").matches("BILLING|OPERATIONS|SECURITY"), is(true));
            assertThat(
                    text(draft, "EmailAddress").matches("[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+\\.[A-Za-z0-9_]+"),
                    is(true));
            assertThat(text(draft, "PhoneNumber").matches("[ 0-9()+-]{1,25}"), is(true));
            assertThat(text(draft, "Name").matches("\\p{Print}{1,64}"), is(true));
            assertThat(text(draft, "Title").matches("\\p{Print}{1,50}"), is(true));
            assertThat(draft.members().values(), everyItem(not(is(new Value.Text("")))));
        }
    }

    @Test
    void a_valid_request_has_nothing_that_sets_it_apart() {
        assertThat(put().draft(0, 1).changes(), is(empty()));
    }

    @Test
    void a_request_can_be_made_of_given_texts() {
        Draft draft = Operation.load("get-alternate-contact").draft(Map.of(Operation.TYPE, "BILLING"));

        assertThat(draft.members(), is(Map.of(Operation.TYPE, new Value.Text("BILLING"))));
    }

    @Test
    void a_request_of_a_template_that_is_not_there_cannot_be_made() {
        assertThat(
                assertThrows(IndexOutOfBoundsException.class, () -> put().draft(3, 1))
                        .getMessage(),
                containsString("3"));
    }

    private static String text(Draft draft, String member) {
        return draft.text(member).orElseThrow();
    }

    @Test
    void an_operation_names_the_siblings_that_help_to_try_it() {
        Operation put = Operation.load("put-alternate-contact");

        assertThat(put.sibling("read-back").name(), is("GetAlternateContact"));
        assertThat(put.sibling("delete").name(), is("DeleteAlternateContact"));
        assertThat(
                assertThrows(IllegalArgumentException.class, () -> put.sibling("paint"))
                        .getMessage(),
                is("the operation.yaml of PutAlternateContact names no sibling for paint"));
    }

    private static Operation put() {
        return Operation.load("put-alternate-contact");
    }
}
