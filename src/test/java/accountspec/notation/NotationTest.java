package accountspec.notation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carlos@example.com",
                "(206) 555-0199",
                "+0123456789 (-)",
                "(a x 64)",
                "(U+)",
                "(U+12)",
                "(U+12G4)",
                "( × 3",
                "(empty",
                "an (Empty) one",
                "()",
                "(×)",
                "back\\slash"
            })
    void text_without_signs_stands_for_itself(String cell) {
        assertThat(read(cell), is(cell));
    }

    @Test
    void what_cannot_be_seen_has_a_sign() {
        assertThat(read("␠a␉b␊c␍"), is(" a\tb\nc\r"));
        assertThat(read("␠␠"), is("  "));
    }

    @Test
    void empty_is_nothing_at_all() {
        assertThat(read("(empty)"), is(""));
        assertThat(read(""), is(""));
    }

    @Test
    void a_code_point_is_one_character_even_beyond_the_first_plane() {
        assertThat(read("a(U+00A0)b"), is("a\u00a0b"));
        assertThat(read("(U+0022)Carlos(U+0022)"), is("\"Carlos\""));
        assertThat(read("(U+1F600)"), is("😀"));
        assertThat(read("(U+01f600)"), is("😀"));
        assertThat(read("(U+0000)"), is("\0"));
    }

    @Test
    void a_number_that_is_no_code_point_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> read("(U+110000)"));
    }

    @Test
    void text_is_repeated() {
        assertThat(read("(a × 64)"), is("a".repeat(64)));
        assertThat(read("(ab × 2)@(c × 1).(d × 0)e"), is("abab@c.e"));
        assertThat(read("(😀 × 3)"), is("😀😀😀"));
        assertThat(read("(␠ × 3)"), is("   "));
        assertThat(read("((U+00A0) × 2)"), is("\u00a0\u00a0"));
        assertThat(read("(a b × 2)"), is("a ba b"));
        assertThat(read("(a × b × 2)"), is("a × ba × b"));
    }

    @Test
    void a_partys_account_number_is_looked_up() {
        assertThat(read("(the AccountId of a member)"), is("account of a member"));
        assertThat(
                read("[\"(the AccountId of the management account)\"]"), is("[\"account of the management account\"]"));
    }

    @Test
    void a_party_that_nobody_knows_is_the_business_of_who_looks_it_up() {
        assertThrows(
                NoSuchElementException.class,
                () -> Notation.read("(the AccountId of nobody)", NotationTest::knowsNobody));
    }

    @Test
    void the_place_holder_is_left_for_others_to_fill() {
        assertThat(read("a◌b@c.d"), is("a" + Notation.PLACE_HOLDER + "b@c.d"));
    }

    @Test
    void white_space_is_shown_where_it_would_not_be_seen() {
        assertThat(Notation.show(" a b "), is("␠a b␠"));
        assertThat(Notation.show(" "), is("␠"));
        assertThat(Notation.show("  "), is("␠␠"));
        assertThat(Notation.show("a\tb\nc\r"), is("a␉b␊c␍"));
        assertThat(Notation.show("a\u00a0b"), is("a(U+00A0)b"));
    }

    @Test
    void whatever_steers_a_terminal_or_hides_is_shown_by_its_number() {
        assertThat(Notation.show("\u001b[31m"), is("(U+001B)[31m"));
        assertThat(Notation.show("a\0b"), is("a(U+0000)b"));
        assertThat(Notation.show("\u202eabc"), is("(U+202E)abc"));
        assertThat(Notation.show("\u200b"), is("(U+200B)"));
        assertThat(Notation.show("\ud83d"), is("(U+D83D)"));
    }

    @Test
    void letters_and_signs_of_any_script_are_shown_as_they_are() {
        assertThat(Notation.show("José 首席财务官 😀 %&!"), is("José 首席财务官 😀 %&!"));
    }

    static String[] textsWithNothingThatLooksLikeASign() {
        return new String[] {
            "carlos@example.com",
            " a b ",
            "  ",
            "\ta@b.c\n",
            "\r\n",
            "206-555-0199",
            "José 首席财务官 😀",
            "\u00a0\u2028\ufeff\u0000",
            "(206) 555"
        };
    }

    @ParameterizedTest
    @MethodSource("textsWithNothingThatLooksLikeASign")
    void what_is_shown_can_be_read_again(String text) {
        assertThat(read(Notation.show(text)), is(text));
    }

    private static String read(String cell) {
        return Notation.read(cell, party -> "account of " + party);
    }

    private static String knowsNobody(String party) {
        throw new NoSuchElementException(party);
    }
}
