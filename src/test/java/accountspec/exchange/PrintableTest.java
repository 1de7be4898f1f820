package accountspec.exchange;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @Test
    void text_in_any_script_stays_as_it_is() {
        assertThat(Printable.line("José 首席财务官 😀 %&<>\"'\\", 100), is("José 首席财务官 😀 %&<>\"'\\"));
    }

    @ParameterizedTest
    @CsvSource({
        "1b, \\u001b",
        "0, \\u0000",
        "7f, \\u007f",
        "9b, \\u009b",
        "202e, \\u202e",
        "200b, \\u200b",
        "feff, \\ufeff",
        "2028, \\u2028",
        "2029, \\u2029",
        "d83d, \\ud83d",
        "e0001, \\ue0001"
    })
    void whatever_steers_a_terminal_or_hides_is_shown_by_its_number(String point, String shown) {
        assertThat(Printable.line(Character.toString(Integer.parseInt(point, 16)), 10), is(shown));
    }

    @Test
    void a_line_has_no_breaks() {
        assertThat(Printable.line("a\r\nb\nc", 10), is("a  b c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"::error::no", "##vso[task.complete]", "##teamcity[x]", "a ::b:: c ##d"})
    void a_line_gives_no_orders_to_ci_servers(String text) {
        assertThat(Printable.line(text, 100), not(containsString("::")));
        assertThat(Printable.line(text, 100), not(containsString("##")));
    }

    @ParameterizedTest
    @ValueSource(strings = {":::error ::no", "###vso[task.complete]", "####", "::::"})
    void an_order_is_not_hidden_behind_one_character_more(String text) {
        assertThat(Printable.line(text, 100), not(containsString("::")));
        assertThat(Printable.line(text, 100), not(containsString("##")));
    }

    @Test
    void a_body_keeps_its_line_breaks_and_tabs_but_no_carriage_returns() {
        assertThat(Printable.body(utf8("a\n\tb\r\n\u001b[2J")), is("a\n\tb\\u000d\n\\u001b[2J"));
    }

    @Test
    void a_long_line_is_cut_by_characters_and_not_by_units() {
        assertThat(Printable.line("😀".repeat(5), 5), is("😀".repeat(5)));
        assertThat(Printable.line("😀".repeat(6), 5), is("😀".repeat(5) + "… (cut)"));
    }

    @Test
    void a_long_body_is_cut() {
        String shown = Printable.body(utf8("a".repeat(1 << 20)));

        assertThat(shown, endsWith("… (cut)"));
        assertThat(shown.length(), is(lessThan(5_000)));
    }

    @Test
    void a_body_that_is_no_text_is_shown_all_the_same() {
        assertThat(Printable.body(new byte[] {'a', (byte) 0xff, (byte) 0xc3, '('}), is("a\ufffd\ufffd("));
    }

    @Test
    void no_body_is_shown_as_nothing() {
        assertThat(Printable.body(new byte[0]), is(""));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
