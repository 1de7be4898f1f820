package accountspec.checks;

import static accountspec.checks.Answers.hasEmptyBody;
import static accountspec.checks.Answers.hasStatus;
import static accountspec.checks.Answers.isCalled;
import static accountspec.checks.Answers.isJsonObject;
import static accountspec.checks.Answers.namesItsError;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void a_status_is_that_one_and_no_other() {
        assertThat(hasStatus(200).matches(answer(200, "")), is(true));
        assertThat(hasStatus(200).matches(answer(204, "")), is(false));
    }

    @Test
    void a_status_tells_what_it_was_instead() {
        assertThat(Told.expected(hasStatus(200)), is("HTTP 200"));
        assertThat(Told.was(hasStatus(200), answer(204, "")), is("HTTP 204"));
    }

    @Test
    void an_empty_body_has_no_bytes_at_all() {
        assertThat(hasEmptyBody().matches(answer(200, "")), is(true));
        assertThat(hasEmptyBody().matches(answer(200, " ")), is(false));
        assertThat(hasEmptyBody().matches(answer(200, "{}")), is(false));
    }

    @Test
    void an_empty_body_tells_how_the_body_begins() {
        assertThat(Told.expected(hasEmptyBody()), is("an empty body"));
        assertThat(Told.was(hasEmptyBody(), answer(200, "{}")), is("a body of 2 bytes that begins {}"));
        assertThat(
                Told.was(hasEmptyBody(), answer(200, "a\n\u001bb".repeat(100))),
                startsWith("a body of 400 bytes that begins a \\u001bba \\u001bb"));
    }

    @Test
    void a_body_that_was_cut_is_told_as_longer_than_what_came() {
        Received cut = new Received(200, List.of(), new byte[1 << 20], true);

        assertThat(hasEmptyBody().matches(cut), is(false));
        assertThat(
                Told.was(hasEmptyBody(), cut),
                startsWith("a body of more than 1048576 bytes that begins \\u0000\\u0000"));
    }

    @Test
    void an_error_is_named_in_the_header_or_the_body() {
        Received headed = Received.of(400, List.of(new Header("X-Amzn-ErrorType", "ValidationException")), new byte[0]);

        assertThat(namesItsError().matches(headed), is(true));
        assertThat(namesItsError().matches(answer(400, "{\"__type\":\"ValidationException\"}")), is(true));
        assertThat(namesItsError().matches(answer(400, "{\"code\":\"ValidationException\"}")), is(true));
        assertThat(namesItsError().matches(answer(400, "{\"message\":\"no\"}")), is(false));
    }

    @Test
    void an_error_without_a_name_is_told_by_what_came_instead() {
        assertThat(
                Told.expected(namesItsError()),
                is("an error name in the header x-amzn-errortype, or in the body's __type or code"));
        assertThat(
                Told.was(namesItsError(), html(500)), is("no name in any of them (HTTP 500, content type text/html)"));
        assertThat(
                Told.was(namesItsError(), answer(400, "no")), is("no name in any of them (HTTP 400, no content type)"));
        assertThat(Told.was(namesItsError(), answer(400, "")), is("no name in any of them (HTTP 400, an empty body)"));
    }

    @Test
    void an_error_is_called_by_one_of_its_names_wherever_it_stands() {
        Set<String> names = Set.of("InternalServerException", "InternalFailure");

        assertThat(isCalled(names).matches(answer(500, "{\"__type\":\"InternalFailure\"}")), is(true));
        assertThat(isCalled(names).matches(answer(500, "{\"code\":\"a#InternalServerException\"}")), is(true));
        assertThat(Told.expected(isCalled(names)), is("the error InternalFailure or InternalServerException"));
        assertThat(Told.was(isCalled(names), answer(500, "{\"code\":\"Oops\"}")), is("the error Oops (HTTP 500)"));
        assertThat(Told.was(isCalled(names), html(500)), is("no name (HTTP 500)"));
    }

    @Test
    void a_json_object_is_neither_other_json_nor_nothing() {
        assertThat(isJsonObject().matches(answer(400, "{}")), is(true));
        assertThat(isJsonObject().matches(answer(400, " {\"message\": \"no\"}\n")), is(true));
        assertThat(isJsonObject().matches(answer(400, "[]")), is(false));
        assertThat(isJsonObject().matches(answer(400, "null")), is(false));
        assertThat(isJsonObject().matches(answer(400, "{} {}")), is(false));
        assertThat(isJsonObject().matches(html(400)), is(false));
        assertThat(isJsonObject().matches(answer(400, "")), is(false));
    }

    @Test
    void what_is_no_json_object_is_told_by_its_content_type() {
        assertThat(Told.expected(isJsonObject()), is("a JSON object for a body"));
        assertThat(Told.was(isJsonObject(), html(400)), is("no JSON object (content type text/html)"));
        assertThat(Told.was(isJsonObject(), answer(400, "[]")), is("no JSON object (no content type)"));
        assertThat(Told.was(isJsonObject(), answer(400, "")), is("an empty body"));
    }

    @Test
    void a_content_type_that_steers_a_terminal_is_shown_harmlessly() {
        Received steering =
                Received.of(400, List.of(new Header("Content-Type", "\u001b[31m" + "x".repeat(100))), new byte[] {'x'});

        assertThat(
                Told.was(isJsonObject(), steering),
                is("no JSON object (content type \\u001b[31m" + "x".repeat(55) + "… (cut))"));
    }

    private static Received answer(int status, String body) {
        return Received.of(status, List.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Received html(int status) {
        return Received.of(
                status,
                List.of(new Header("content-type", "text/html")),
                "<h1>No</h1>".getBytes(StandardCharsets.UTF_8));
    }
}
