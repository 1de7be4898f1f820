package accountspec.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.doubles.UnprovenFails;
import accountspec.doubles.Wires;
import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Form.Signature;
import accountspec.operation.Json;
import accountspec.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(UnprovenFails.class)
class VariationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with its members in reverse order",
                "with white space around every part",
                "with every character as a \\u escape",
                "after a byte-order mark",
                "padded to 1 MB",
                "without a content type",
                "with the unknown member \"Colour\"",
                "with Name given twice",
                "with Name as the bytes 43 C3 28",
                "as the body \"not JSON\"",
                "as the body \"\"",
                "with the content type \"text/plain\"",
                "by the method PUT",
                "at the path \"/elsewhere?a=b\"",
                "unsigned",
                "signed with a wrong secret",
                "signed with an unknown key",
                "signed an hour ago",
                "signed for another region",
                "signed for another service",
                "signed before its body was changed"
            })
    void every_wording_is_a_parameter_and_has_a_meaning(String words) {
        assertThat(Pattern.matches(Variation.FORMS, words), is(true));
        of(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with its members in reverse order",
                "padded to 1 MB",
                "with Name given twice",
                "as the body \"not JSON\"",
                "by the method PUT",
                "unsigned"
            })
    void a_changed_form_is_told_in_its_own_words(String words) {
        assertThat(form(words).told(), is(Optional.of(words)));
    }

    @Test
    void an_escape_is_told_without_escaping_it() {
        String words = "with every character as a \\u escape";

        assertThat(form(words).told(), is(Optional.of(words)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"in rhyme", "by the method put", "with name given twice", "with Name as the bytes xx", "padded"})
    void other_words_have_none(String words) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> of(words));

        assertThat(refused.getMessage(), is("no variation is worded '" + words + "'"));
        assertThat(Pattern.matches(Variation.FORMS, words), is(false));
    }

    @ParameterizedTest
    @CsvSource({
        "unsigned, NONE",
        "signed with a wrong secret, WRONG_SECRET",
        "signed with an unknown key, UNKNOWN_KEY",
        "signed an hour ago, AN_HOUR_AGO",
        "signed for another region, OTHER_REGION",
        "signed for another service, OTHER_SERVICE",
        "signed before its body was changed, OF_ANOTHER_BODY"
    })
    void signatures_are_wrong_in_the_way_that_is_said(String words, Signature signature) {
        assertThat(form(words).signature(), is(signature));
    }

    @Test
    void ways_of_writing_change_the_body_alone() {
        assertThat(body("with its members in reverse order"), is(text(Json.reversed(valid()))));
        assertThat(body("with white space around every part"), is(text(Json.spaced(valid()))));
        assertThat(body("with every character as a \\u escape"), is(text(Json.escaped(valid()))));
        assertThat(body("after a byte-order mark"), is(text(Json.afterByteOrderMark(valid()))));
        assertThat(body("padded to 1 MB").length(), is(1_000_000));
        assertThat(body("with the unknown member \"Colour\""), is(text(Json.withUnknown(valid(), "Colour"))));
        assertThat(form("padded to 1 MB").path(), is("/putAlternateContact"));
        assertThat(form("padded to 1 MB").contentType(), is(Optional.of("application/json")));
    }

    @Test
    void a_member_given_twice_first_has_the_value_of_another_valid_request() {
        String body = body("with Name given twice");

        assertThat(body, startsWith("{\"Name\":\"Carlos Salazar "));
        assertThat(body, containsString("\"Name\":\"Carlos Salazar 01001001100111\""));
        assertThat(body.split("\"Name\"", -1).length, is(3));
        assertThat(body.startsWith("{\"Name\":\"Carlos Salazar 01001001100111\""), is(false));
    }

    @Test
    void bytes_are_the_value_of_a_member() {
        Draft draft = of("with Name as the bytes 43 C3 28").draft().apply(valid());

        assertThat(
                Arrays.equals(
                        ((Value.Bytes) draft.members().get("Name")).bytes(), new byte[] {0x43, (byte) 0xc3, 0x28}),
                is(true));
        assertThat(draft.changes().get(0), is("Name as the bytes 43 C3 28"));
    }

    @Test
    void a_body_is_in_the_notation_of_the_features() {
        assertThat(body("as the body \"(empty)\""), is(""));
        assertThat(body("as the body \"{(U+0022)a(U+0022):␠1}\""), is("{\"a\": 1}"));
        assertThat(body("as the body \"(the AccountId of the account)\""), is("555555555555"));
    }

    @Test
    void where_and_how_it_is_sent_can_be_changed() {
        assertThat(form("by the method DELETE").method(), is("DELETE"));
        assertThat(form("at the path \"/putAlternateContact/\"").path(), is("/putAlternateContact/"));
        assertThat(form("with the content type \"text/plain\"").contentType(), is(Optional.of("text/plain")));
        assertThat(form("with the content type \"(empty)\"").contentType(), is(Optional.of("")));
        assertThat(form("without a content type").contentType(), is(Optional.empty()));
    }

    @Test
    void whatever_changes_the_form_is_not_documented_any_more() {
        assertThat(form("by the method POST").isDocumented(), is(false));
        assertThat(form("with Name as the bytes 43 C3 28").isDocumented(), is(true));
    }

    private static Variation of(String words) {
        return Variation.of(words, Conversations.with(Wires.right(), "PAC-BODY-2"));
    }

    private static Form form(String words) {
        return of(words).form().apply(Form.documented(valid().operation()));
    }

    private static String body(String words) {
        return text(form(words).body().apply(valid()));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Draft valid() {
        return Operation.load("put-alternate-contact").draft(0, 4711);
    }
}
