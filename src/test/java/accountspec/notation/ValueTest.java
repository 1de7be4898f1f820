package accountspec.notation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class ValueTest {

    @Test
    void short_text_is_told_as_it_is_with_its_signs() {
        assertThat(new Value.Text("Carlos ").told(), is("\"Carlos␠\""));
        assertThat(new Value.Text("a".repeat(60)).told(), is("\"" + "a".repeat(60) + "\""));
    }

    @Test
    void long_text_is_told_by_its_length_in_characters_and_not_in_units() {
        assertThat(new Value.Text("a".repeat(255)).told(), is("of 255 characters"));
        assertThat(new Value.Text("😀".repeat(64)).told(), is("of 64 characters"));
    }

    @Test
    void no_text_is_told_as_empty() {
        assertThat(new Value.Text("").told(), is("empty"));
    }

    @Test
    void json_is_told_as_it_is_written() {
        assertThat(new Value.Json("[\"BILLING\"]").told(), is("as the JSON [\"BILLING\"]"));
    }

    @Test
    void bytes_are_told_in_capital_hexadecimals() {
        assertThat(new Value.Bytes(new byte[] {0x43, (byte) 0xc3, 0x28}).told(), is("as the bytes 43 C3 28"));
    }
}
