package accountspec.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.notation.Value;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    static List<Named<Function<Draft, byte[]>>> waysThatMeanTheSame() {
        return List.of(
                Named.of("plain", Json::plain),
                Named.of("reversed", Json::reversed),
                Named.of("spaced", Json::spaced),
                Named.of("escaped", Json::escaped),
                Named.of("padded", draft -> Json.padded(draft, 5_000)),
                Named.of("padded to less than it is", draft -> Json.padded(draft, 3)));
    }

    @ParameterizedTest
    @MethodSource("waysThatMeanTheSame")
    void a_draft_means_the_same_however_it_is_written(Function<Draft, byte[]> way) throws IOException {
        Draft draft = valid().with(
                        "Name", new Value.Text("\"quoted\" \\ back / slash \b\f\n\r\t\0 é 首 😀 \u2028 \u007f"))
                .about("333333333333");

        assertThat(texts(STRICT.readTree(way.apply(draft))), is(texts(draft)));
    }

    @ParameterizedTest
    @MethodSource("waysThatMeanTheSame")
    void json_that_is_given_is_written_as_it_stands(Function<Draft, byte[]> way) throws IOException {
        Draft draft = valid().with("Name", new Value.Json("[\"a@b.c\", null]"))
                .with("Title", new Value.Json("12"))
                .with("EmailAddress", new Value.Json("null"));

        JsonNode written = STRICT.readTree(way.apply(draft));

        assertThat(written.get("Name").toString(), is("[\"a@b.c\",null]"));
        assertThat(written.get("Title").isInt(), is(true));
        assertThat(written.get("EmailAddress").isNull(), is(true));
    }

    @ParameterizedTest
    @MethodSource("waysThatMeanTheSame")
    void bytes_that_are_given_stand_in_a_string_as_they_are(Function<Draft, byte[]> way) {
        byte[] written = way.apply(valid().with("Name", new Value.Bytes(new byte[] {0x43, (byte) 0xc3, 0x28})));

        assertThat(new String(written, StandardCharsets.ISO_8859_1), containsString("\"C\u00c3(\""));
        assertThrows(JsonParseException.class, () -> STRICT.readTree(written));
    }

    @ParameterizedTest
    @MethodSource("waysThatMeanTheSame")
    void a_member_that_is_left_out_is_not_written(Function<Draft, byte[]> way) throws IOException {
        assertThat(STRICT.readTree(way.apply(valid().without("Title"))).has("Title"), is(false));
    }

    @ParameterizedTest
    @MethodSource("waysThatMeanTheSame")
    void a_draft_without_members_is_an_empty_object(Function<Draft, byte[]> way) throws IOException {
        JsonNode written = STRICT.readTree(way.apply(valid().operation().draft(Map.of())));

        assertThat(written.isObject(), is(true));
        assertThat(written.size(), is(0));
    }

    @Test
    void plain_json_is_written_as_anyone_would() {
        assertThat(
                text(Json.plain(
                        valid().without("EmailAddress").without("PhoneNumber").without("Title"))),
                is("{\"AlternateContactType\":\"BILLING\",\"Name\":\"Carlos Salazar 00000000000001\"}"));
    }

    @Test
    void reversed_members_stand_the_other_way_round() throws IOException {
        assertThat(
                names(Json.reversed(valid())),
                contains("Title", "PhoneNumber", "Name", "EmailAddress", "AlternateContactType"));
    }

    @Test
    void spaced_json_has_every_kind_of_white_space_around_every_token() {
        String text = text(Json.spaced(
                valid().without("EmailAddress").without("PhoneNumber").without("Title")));

        assertThat(
                text,
                is(
                        " \n{ \t\"AlternateContactType\"\r\n : \"BILLING\"\n, \t\"Name\"\r\n : \"Carlos Salazar 00000000000001\"\n} \n"));
    }

    @Test
    void escaped_json_has_no_character_of_its_own_but_escapes() {
        String strings = text(Json.escaped(valid().with("Name", new Value.Text("é😀"))))
                .replaceAll("[{}:,\"]|\\\\u[0-9a-f]{4}", "");

        assertThat(strings, is(""));
    }

    @Test
    void half_a_character_can_be_sent_as_an_escape() {
        assertThat(text(Json.escaped(valid().with("Name", new Value.Text("\ud83d")))), containsString("\"\\ud83d\""));
    }

    @Test
    void a_byte_order_mark_comes_first() {
        byte[] written = Json.afterByteOrderMark(valid());

        assertThat(Arrays.copyOf(written, 3), is(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}));
        assertThat(Arrays.copyOfRange(written, 3, written.length), is(Json.plain(valid())));
    }

    @Test
    void an_unknown_member_is_added_to_the_known_ones() throws IOException {
        JsonNode written = STRICT.readTree(Json.withUnknown(valid(), "Colour"));

        assertThat(written.get("Colour").isTextual(), is(true));
        assertThat(written.size(), is(valid().members().size() + 1));
    }

    @Test
    void a_member_given_twice_comes_first_with_the_other_value_and_then_with_its_own() throws IOException {
        byte[] written = Json.withTwice(valid(), "Name", "Somebody \"else\"");

        assertThat(
                names(written),
                contains("Name", "AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title"));
        assertThat(text(written), startsWith("{\"Name\":\"Somebody \\\"else\\\"\","));
        assertThrows(IOException.class, () -> STRICT.readTree(written));
        assertThat(
                JsonMapper.builder().build().readTree(written).get("Name").textValue(),
                is("Carlos Salazar 00000000000001"));
    }

    @Test
    void padding_fills_up_to_the_size_with_white_space_after_the_object() {
        byte[] written = Json.padded(valid(), 1_000_000);

        assertThat(written.length, is(1_000_000));
        assertThat(text(written).stripTrailing(), is(text(Json.plain(valid()))));
    }

    @Test
    void what_is_longer_than_the_padding_is_not_cut() {
        assertThat(Json.padded(valid(), 3), is(Json.plain(valid())));
    }

    @Test
    void the_strings_of_the_features_come_through_as_they_are() throws IOException {
        String signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

        byte[] written = Json.plain(valid().with("Name", new Value.Text(signs)));

        assertThat(STRICT.readTree(written).get("Name").textValue(), is(signs));
        assertThat(text(written), not(containsString("\\u")));
    }

    @Test
    void every_control_character_is_escaped() throws IOException {
        for (char control = 0; control < 0x20; control++) {
            byte[] written = Json.plain(valid().with("Name", new Value.Text("a" + control)));
            assertThat(STRICT.readTree(written).get("Name").textValue(), is("a" + control));
        }
    }

    @Test
    void the_names_of_the_members_are_written_as_strings_too() throws IOException {
        assertThat(names(Json.spaced(valid())), hasSize(5));
        assertThat(
                STRICT.readTree(Json.withUnknown(valid(), "a \"quoted\" one")).has("a \"quoted\" one"), is(true));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().textValue()));
        return texts;
    }

    private static Map<String, String> texts(Draft draft) {
        Map<String, String> texts = new HashMap<>();
        draft.members()
                .keySet()
                .forEach(member -> texts.put(member, draft.text(member).orElseThrow()));
        return texts;
    }

    /** The names of the outermost object's members in order, with duplicates. */
    private static List<String> names(byte[] json) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = STRICT.createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    names.add(parser.currentName());
                }
            }
        }
        return names;
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static Draft valid() {
        return Operation.load("put-alternate-contact").draft(0, 1);
    }
}
