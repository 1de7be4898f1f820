package accountspec.notation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {

    @ParameterizedTest
    @CsvSource({"printable ASCII character, 95", "control character, 32", "ASCII letter, 52", "digit, 10"})
    void every_kind_of_character_is_complete(String words, int size) {
        assertThat(Alphabet.of(words).characters(), hasSize(size));
    }

    @Test
    void digits_come_in_order() {
        assertThat(Alphabet.of("digit").characters(), contains("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    @Test
    void the_printable_ones_begin_with_the_space_and_end_before_delete() {
        var characters = Alphabet.of("printable ASCII character").characters();
        assertThat(characters.get(0), is(" "));
        assertThat(characters.get(94), is("~"));
    }

    @Test
    void listed_characters_keep_their_order_and_count_once() {
        assertThat(Alphabet.of("of \"+=+.\"").characters(), contains("+", "=", "."));
    }

    @Test
    void a_list_is_in_the_notation_of_the_features() {
        assertThat(Alphabet.of("of \"␠(U+00A0)😀\"").characters(), contains(" ", "\u00a0", "😀"));
    }

    @Test
    void letters_digits_and_quoted_characters_can_be_left_out() {
        assertThat(
                Alphabet.of("printable ASCII character but letters, digits and \"_+=.#|!&-\"")
                        .characters(),
                hasSize(95 - 52 - 10 - 9));
        assertThat(Alphabet.of("digit but \"123456789\"").characters(), contains("0"));
        assertThat(Alphabet.of("of \"a1b\" but letters").characters(), contains("1"));
    }

    @Test
    void the_quotation_mark_itself_can_be_left_out() {
        assertThat(
                Alphabet.of("printable ASCII character but letters, digits and \"\"\"")
                        .characters()
                        .contains("\""),
                is(false));
        assertThat(
                Alphabet.of("printable ASCII character but \"(U+0022)\"")
                        .characters()
                        .contains("\""),
                is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"digit but vowels", "digit but letters or \"1\"", "digit but letters, 1", "digit but \"1\" \"2\""
            })
    void what_cannot_be_left_out_is_refused(String words) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Alphabet.of(words));

        assertThat(
                refused.getMessage(),
                containsString("after 'but' come letters, digits and \"characters in quotes\", not '"));
    }

    @Test
    void an_alphabet_without_characters_is_refused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Alphabet.of("digit but digits"));

        assertThat(refused.getMessage(), is("the alphabet 'digit but digits' is empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consonants", "vowel", "x", "digits", "of a, b and c"})
    void a_kind_that_nobody_knows_is_refused(String words) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Alphabet.of(words));

        assertThat(refused.getMessage(), containsString("'" + words + "'"));
    }
}
