package accountspec.exchange;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSearchTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCY\"EXAMPLE";

    private final SecretSearch search = SecretSearch.of(List.of(SECRET, "test"));

    @Test
    void a_secret_is_found_as_it_is_and_in_every_encoding_that_files_use() {
        for (String form : List.of(
                SECRET,
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes(SECRET)),
                HexFormat.of().withUpperCase().formatHex(bytes(SECRET)),
                SECRET.replace("\"", "\\\""),
                SECRET.replace("\"", "\\\"").replace("/", "\\/"))) {
            assertThat(form, finds("some text " + form + " and more"), is(true));
        }
    }

    @Test
    void a_secret_is_found_wherever_it_stands_behind_parts_of_itself_too() {
        for (int part = 0; part < SECRET.length(); part++) {
            assertThat(finds(SECRET.substring(0, part) + SECRET), is(true));
            assertThat(finds("and ".repeat(part) + SECRET.substring(part) + SECRET + "x"), is(true));
            assertThat(finds(SECRET.substring(0, part) + "\u00e9" + SECRET.substring(part)), is(part == 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "a longer beginning"})
    void a_secret_is_found_within_a_longer_text_in_base64(String before) {
        for (String after : List.of("", "x", "xy", "xyz")) {
            String encoded = Base64.getEncoder().encodeToString(bytes(before + SECRET + after));

            assertThat(encoded, finds("d('" + encoded + "')"), is(true));
        }
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(finds("wJalrXUtnFEMI/K7MDENG+bPxRfiC and a test"), is(false));
        assertThat(finds(""), is(false));
    }

    private boolean finds(String text) {
        return search.finds(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
