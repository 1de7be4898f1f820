package accountspec.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.exchange.Header;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTest {

    private static final Operation PUT = Operation.load("put-alternate-contact");

    private static final String SAMPLE = """
            POST / HTTP/1.1
            X-Amz-Target: AWSAccountV20210201.PutAlternateContact
            X-Twice: a: b

            {
              "AlternateContactType": "Billing",
              "Name": "Carlos Salazar"
            }
            """;

    @Test
    void a_request_is_read_as_it_is_printed() {
        Printed printed = Printed.of(SAMPLE);

        assertThat(printed.method(), is("POST"));
        assertThat(printed.path(), is("/"));
        assertThat(printed.contentType(), is(Optional.empty()));
        assertThat(
                printed.headers(),
                contains(
                        new Header("X-Amz-Target", "AWSAccountV20210201.PutAlternateContact"),
                        new Header("X-Twice", "a: b")));
        assertThat(
                printed.body(), is("{\n  \"AlternateContactType\": \"Billing\",\n  \"Name\": \"Carlos Salazar\"\n}"));
    }

    @Test
    void its_body_goes_out_byte_for_byte() {
        Form form = Printed.of(SAMPLE).form(PUT);

        assertThat(
                new String(form.body().apply(PUT.draft(0, 1)), StandardCharsets.UTF_8),
                is(Printed.of(SAMPLE).body()));
        assertThat(form.method(), is("POST"));
        assertThat(form.path(), is("/"));
        assertThat(form.contentType(), is(Optional.empty()));
        assertThat(form.headers(), is(Printed.of(SAMPLE).headers()));
    }

    @Test
    void its_values_are_known_to_a_read_back() {
        Draft draft = Printed.of(SAMPLE).draft(PUT);

        assertThat(draft.text("Name"), is(Optional.of("Carlos Salazar")));
        assertThat(draft.text("AlternateContactType"), is(Optional.of("Billing")));
        assertThat(draft.members(), is(aMapWithSize(2)));
        assertThat(draft.changes(), contains("as printed in the feature"));
    }

    @Test
    void a_request_that_is_printed_in_the_documented_form_has_it() {
        assertThat(Printed.of("""
                POST /putAlternateContact HTTP/1.1
                Content-type: application/json

                {"Name": "Carlos"}
                """).form(PUT).isDocumented(), is(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /putAlternateContact HTTP/1.1\nContent-Type: application/json\n\n{}",
                "POST / HTTP/1.1\nContent-Type: application/json\n\n{}",
                "POST /putAlternateContact HTTP/1.1\nContent-Type: text/plain\n\n{}",
                "POST /putAlternateContact HTTP/1.1\nX-Other: yes\nContent-Type: application/json\n\n{}"
            })
    void a_request_that_is_printed_in_another_form_is_told_as_such(String text) {
        assertThat(Printed.of(text).form(PUT).told(), is(Optional.of("as printed in the documentation")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Name\": ", "[{\"Name\": \"Carlos\"}]", "\"Carlos\"", "12", "not JSON"})
    void a_body_that_is_no_plain_object_has_no_values(String body) {
        Draft draft = Printed.of("POST / HTTP/1.1\n\n" + body).draft(PUT);

        assertThat(draft.members(), is(Map.of()));
    }

    @Test
    void an_empty_line_may_stand_in_the_body_too() {
        assertThat(Printed.of("POST / HTTP/1.1\n\n{\n\n}").body(), is("{\n\n}"));
        assertThat(Printed.of("POST / HTTP/1.1\n\n{}").headers(), is(empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /", "POST / HTTP/1.1", "POST / HTTP/1.1\nHost: a.test", "{\"Name\": \"Carlos\"}"})
    void what_is_no_printed_request_is_refused_with_an_example(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Printed.of(text));

        assertThat(
                refused.getMessage(),
                containsString(
                        "a printed request has a line such as POST / HTTP/1.1, headers, an empty line and a body"));
    }

    @Test
    void a_header_without_a_colon_is_refused_by_name() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Printed.of("POST / HTTP/1.1\nContent-Type\n\n{}"));

        assertThat(refused.getMessage(), containsString("Content-Type"));
    }

    @Test
    void nothing_at_all_is_no_printed_request() {
        assertThrows(IllegalArgumentException.class, () -> Printed.of(""));
    }
}
