package accountspec.spec;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ClauseBookTest {

    private static final String BOOK = """
            # What the page says

            Words before the first clause belong to none.

            ## Request Body: Colour

            ### PF-COLOUR-1
            A colour is required,
            even at night.

            Page: Request Body, Colour, required. Standing: stated.

            ### PF-COLOUR-2
            A colour that is a number.

            Page: Request Body, Colour,
            type. Standing: open: the type is String, but
            some count colours.
            Note (2026-11): most refuse it.
            Note (2027-02): one
            accepts it.
            Readings: accepted | refused.

            ## Errors

            ### PF-ERROR-1
            An error has a name.

            Page: Errors. Standing: advised: the page is silent. Others are not.

            Note (2026-12): see there.
            """;

    @Test
    void a_clause_has_its_words_its_place_and_its_standing() throws IOException {
        assertThat(
                book(BOOK).require("PF-COLOUR-1"),
                is(new Clause(
                        ClauseId.of("PF-COLOUR-1"),
                        "Request Body: Colour",
                        "A colour is required, even at night.",
                        "Request Body, Colour, required",
                        Standing.STATED,
                        Optional.empty(),
                        List.of(),
                        List.of())));
    }

    @Test
    void an_open_clause_has_readings_and_any_clause_has_notes() throws IOException {
        var clause = book(BOOK).require("PF-COLOUR-2");
        assertThat(clause.standing(), is(Standing.OPEN));
        assertThat(clause.place(), is("Request Body, Colour, type"));
        assertThat(clause.reason(), is(Optional.of("the type is String, but some count colours")));
        assertThat(clause.readings(), contains("accepted", "refused"));
        assertThat(
                clause.notes(),
                contains(new Clause.Note("2026-11", "most refuse it."), new Clause.Note("2027-02", "one accepts it.")));
    }

    @Test
    void a_reason_may_have_several_sentences_and_a_note_a_paragraph_of_its_own() throws IOException {
        var clause = book(BOOK).require("PF-ERROR-1");
        assertThat(clause.reason(), is(Optional.of("the page is silent. Others are not")));
        assertThat(clause.notes(), contains(new Clause.Note("2026-12", "see there.")));
        assertThat(clause.group(), is("Errors"));
    }

    @Test
    void clauses_keep_their_order() throws IOException {
        assertThat(
                book(BOOK).clauses().stream().map(c -> c.id().text()).toList(),
                contains("PF-COLOUR-1", "PF-COLOUR-2", "PF-ERROR-1"));
    }

    @Test
    void an_unknown_id_names_the_nearest() throws IOException {
        var book = book(BOOK);
        assertThat(
                complaint(() -> book.require("PF-COLUOR-1")),
                is("no clause 'PF-COLUOR-1'; the nearest: PF-COLOUR-1, PF-COLOUR-2"));
        assertThat(complaint(() -> book.require("night")), is("no clause 'night'; all of them are in book.md"));
        assertThat(book.find(ClauseId.of("PF-COLOUR-9")), is(Optional.empty()));
    }

    @Test
    void a_second_clause_of_the_same_id_is_refused() {
        assertThat(
                complaint(() -> book(BOOK + "\n### PF-ERROR-1\nAgain.\n\nPage: Errors. Standing: stated.\n")),
                is("book.md, line 33: a second clause PF-ERROR-1; give one of them another id"));
    }

    @Test
    void an_unknown_standing_is_refused_with_the_nearest_known_one() {
        assertThat(
                complaint(() -> book("### PF-A-1\nWords.\n\nPage: Errors. Standing: statted.\n")),
                is("book.md, line 4: unknown standing 'statted'; did you mean 'stated'?"
                        + " Known: stated, implied, advised, open, unobservable"));
    }

    @Test
    void a_clause_without_place_or_standing_is_refused() {
        assertThat(
                complaint(() -> book("\n### PF-A-1\nWords.\n")),
                is(
                        "book.md, line 2: PF-A-1 has no place and standing; add 'Page: <section, member>. Standing: <standing>.'"));
        assertThat(
                complaint(() -> book("### PF-A-1\nWords.\n\nPage: Errors.\n")),
                is(
                        "book.md, line 4: cannot read this line of PF-A-1; it goes 'Page: <section, member>. Standing: <standing>.'"
                                + " or '... <standing>: <why>.'"));
    }

    @Test
    void a_clause_without_words_is_refused() {
        assertThat(
                complaint(() -> book("### PF-A-1\n\nPage: Errors. Standing: stated.\n")),
                is("book.md, line 1: PF-A-1 says nothing; write the statement under its heading"));
    }

    @Test
    void a_bad_id_is_refused() {
        assertThat(
                complaint(() -> book("### PF A 1\nWords.\n")),
                is(
                        "book.md, line 1: 'PF A 1' is no clause id; one is capital letters and digits in parts joined by hyphens,"
                                + " such as PAC-EMAIL-2"));
    }

    @Test
    void only_an_open_clause_has_readings() {
        assertThat(
                complaint(() -> book("### PF-A-1\nWords.\n\nPage: Errors. Standing: stated.\nReadings: a | b.\n")),
                is("book.md, line 5: PF-A-1 is stated; only an open clause has readings"));
    }

    @Test
    void a_paragraph_of_no_known_kind_is_refused() {
        assertThat(
                complaint(() -> book("### PF-A-1\nWords.\n\nPage: Errors. Standing: stated.\n\nNotes: many.\n")),
                is("book.md, line 6: a paragraph of PF-A-1 that is no 'Page:', 'Note (2026-11):' or 'Readings:'"));
    }

    @Test
    void a_book_without_clauses_is_refused() {
        assertThat(
                complaint(() -> book("# Nothing\n")),
                is("book.md: holds no clause; each begins with a line such as '### PAC-EMAIL-2'"));
    }

    @Test
    void the_clauses_of_PutAlternateContact_can_be_read() {
        var clauses = ClauseBook.bundled().clauses();
        assertThat(clauses, is(not(empty())));
        for (var clause : clauses) {
            assertThat(
                    clause.id() + " has readings",
                    !clause.readings().isEmpty(),
                    is(clause.standing() == Standing.OPEN));
            assertThat(
                    clause.id() + " says why",
                    clause.reason().isPresent() || clause.standing() == Standing.STATED,
                    is(true));
        }
    }

    private static ClauseBook book(String text) throws IOException {
        return ClauseBook.read("book.md", new StringReader(text));
    }

    private static String complaint(Executable work) {
        return assertThrows(SpecException.class, work).getMessage();
    }
}
