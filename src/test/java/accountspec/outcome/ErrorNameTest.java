package accountspec.outcome;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"x-amzn-errortype", "X-Amzn-ErrorType", "X-AMZN-ERRORTYPE", "x-amzn-ErrorType"})
    void it_stands_in_a_header_in_any_case(String header) {
        assertThat(ErrorName.of(headed(header, "ValidationException")), is(Optional.of("ValidationException")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValidationException",
                " ValidationException ",
                "ValidationException:",
                "ValidationException:http://internal.amazon.com/coral/com.amazon.coral.validate/",
                "com.amazonaws.account#ValidationException",
                "com.amazonaws.account#ValidationException:http://internal.amazon.com/coral#frag",
                "aws.protocoltests.restjson#ValidationException:http://amazon.com"
            })
    void what_servers_put_around_it_is_taken_off_wherever_it_stands(String text) {
        Optional<String> name = Optional.of("ValidationException");

        assertThat(ErrorName.of(headed("x-amzn-errortype", text)), is(name));
        assertThat(ErrorName.of(bodied("{\"__type\":\"" + text + "\"}")), is(name));
        assertThat(ErrorName.of(bodied("{\"code\":\"" + text + "\"}")), is(name));
    }

    @Test
    void the_header_comes_before_the_type_and_the_type_before_the_code() {
        Received all = Received.of(
                400,
                List.of(new Header("x-amzn-errortype", "InTheHeader")),
                utf8("{\"code\":\"InTheCode\",\"__type\":\"InTheType\"}"));

        assertThat(ErrorName.of(all), is(Optional.of("InTheHeader")));
        assertThat(
                ErrorName.of(bodied("{\"code\":\"InTheCode\",\"__type\":\"InTheType\"}")),
                is(Optional.of("InTheType")));
    }

    @Test
    void a_place_that_holds_no_name_is_passed_over() {
        Received empty = Received.of(
                400,
                List.of(new Header("x-amzn-errortype", "")),
                utf8("{\"__type\":\"\",\"code\":\"ValidationException\"}"));

        assertThat(ErrorName.of(empty), is(Optional.of("ValidationException")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\":\"ValidationException\"}",
                "{\"Code\":\"ValidationException\"}",
                "{\"code\":400}",
                "{\"code\":null}",
                "{\"__type\":{\"name\":\"ValidationException\"}}",
                "{\"code\":\"no name at all\"}",
                "{\"code\":\"400\"}",
                "{\"error\":{\"code\":\"ValidationException\"}}",
                "[{\"code\":\"ValidationException\"}]",
                "\"ValidationException\"",
                "ValidationException",
                "<code>ValidationException</code>",
                "{\"code\":\"ValidationException\"",
                "{\"code\":\"ValidationException\"} and more",
                "",
                "   "
            })
    void nothing_else_is_a_name(String body) {
        assertThat(ErrorName.of(bodied(body)), is(Optional.empty()));
    }

    @Test
    void a_name_that_steers_a_terminal_or_goes_on_forever_is_none() {
        assertThat(ErrorName.of(headed("x-amzn-errortype", "Bad\u001b[31mException")), is(Optional.empty()));
        assertThat(ErrorName.of(headed("x-amzn-errortype", "A".repeat(101))), is(Optional.empty()));
        assertThat(ErrorName.of(headed("x-amzn-errortype", "A".repeat(100))), is(Optional.of("A".repeat(100))));
    }

    @Test
    void json_that_is_too_deep_to_read_has_no_name_and_breaks_nothing() {
        String deep = "{\"code\":\"ValidationException\",\"detail\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";

        assertThat(ErrorName.of(bodied(deep)), is(Optional.empty()));
        assertThat(ErrorName.object(bodied(deep)), is(Optional.empty()));
    }

    @Test
    void a_body_that_is_not_utf_8_has_no_name_and_breaks_nothing() {
        byte[] broken = utf8("{\"code\":\"ValidationException\",\"message\":\"??\"}");
        broken[broken.length - 4] = (byte) 0xc3;
        broken[broken.length - 3] = (byte) 0x28;

        assertThat(ErrorName.of(Received.of(400, List.of(), broken)), is(Optional.empty()));
    }

    @Test
    void a_body_that_was_cut_is_no_object() {
        byte[] body = utf8("{\"code\":\"ValidationException\"}");

        assertThat(ErrorName.of(new Received(400, List.of(), body, true)), is(Optional.empty()));
        assertThat(ErrorName.object(new Received(400, List.of(), body, true)), is(Optional.empty()));
    }

    @Test
    void an_object_is_read_whatever_the_content_type_says() {
        Received xml = Received.of(
                400, List.of(new Header("Content-Type", "text/xml")), utf8(" {\"__type\":\"ValidationException\"}\n"));

        assertThat(ErrorName.of(xml), is(Optional.of("ValidationException")));
        assertThat(ErrorName.object(xml).isPresent(), is(true));
    }

    private static Received headed(String name, String value) {
        return Received.of(400, List.of(new Header(name, value)), new byte[0]);
    }

    private static Received bodied(String body) {
        return Received.of(400, List.of(), utf8(body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
