package accountspec.spec;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import accountspec.spec.PageDifference.Change;
import accountspec.spec.PageDifference.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageMapTest {

    private static final Path COPY = Path.of("../shared/spec/PutAlternateContact.txt");

    @Test
    void every_clause_that_answers_for_a_sentence_exists() {
        var book = ClauseBook.bundled();
        PageMap.bundled().sentences().forEach(s -> s.clauses().forEach(book::require));
    }

    @Test
    void every_sentence_has_a_clause() {
        var unanswered = PageMap.bundled().sentences().stream()
                .filter(s -> s.clauses().isEmpty())
                .map(PageMap.Entry::place)
                .toList();
        assertThat(unanswered, is(empty()));
    }

    @Test
    void every_clause_answers_for_a_sentence() {
        var clauses =
                ClauseBook.bundled().clauses().stream().map(Clause::id).collect(Collectors.toCollection(TreeSet::new));
        PageMap.bundled().sentences().forEach(s -> s.clauses().forEach(clauses::remove));
        assertThat(clauses, is(empty()));
    }

    /** The words differ, since one is written for people; the sections do not. */
    @Test
    void a_clause_has_its_place_in_the_sections_whose_sentences_it_answers_for() {
        var sections = PageMap.bundled().sentences().stream()
                .map(sentence -> section(sentence.place()))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var clause : ClauseBook.bundled().clauses()) {
            // A member is called Title as well.
            var place = clause.place().replaceAll("(?<!^)\\bTitle\\b", "");
            assertThat(
                    clause.id() + ": " + place,
                    sections.stream()
                            .filter(section -> Pattern.compile("\\b" + section + "\\b")
                                    .matcher(place)
                                    .find())
                            .collect(Collectors.toSet()),
                    is(PageMap.bundled().sentences().stream()
                            .filter(sentence -> sentence.clauses().contains(clause.id()))
                            .map(sentence -> section(sentence.place()))
                            .collect(Collectors.toSet())));
        }
    }

    private static String section(String place) {
        return place.split(", ", 2)[0];
    }

    @Test
    void the_copy_that_the_clauses_were_written_from_shows_no_difference() {
        assertThat(PageMap.bundled().compare(Page.of(copy())).changes(), is(empty()));
        assertThat(PageMap.bundled().sha256(), is(Page.of(copy()).sha256()));
    }

    @Test
    void nor_does_another_copy_of_it() {
        Copies.of(copy()).forEach(copy -> {
            var text = (String) copy.get()[1];
            assertThat(
                    "" + copy.get()[0], PageMap.bundled().compare(Page.of(text)).changes(), is(empty()));
        });
    }

    @Test
    void a_changed_limit_on_it_points_to_its_clauses() {
        var changed = copy().replace(" 254.", " 320.");
        assertThat(
                PageMap.bundled().compare(Page.of(changed)).clauses(),
                contains(ClauseId.of("PAC-EMAIL-2"), ClauseId.of("PAC-EMAIL-4")));
    }

    @Test
    void an_error_removed_from_it_points_to_its_clauses() {
        var changed = copy().replaceFirst("(?s)- TooManyRequestsException.*?429", "");
        assertThat(
                PageMap.bundled().compare(Page.of(changed)).changes().stream()
                        .map(Change::kind)
                        .distinct()
                        .toList(),
                contains(Kind.GONE));
        assertThat(
                PageMap.bundled().compare(Page.of(changed)).clauses().stream()
                        .map(ClauseId::text)
                        .toList(),
                hasItems("PAC-THROTTLE-1", "PAC-THROTTLE-2", "PAC-THROTTLE-3"));
    }

    @Test
    void a_sentence_added_to_it_points_to_the_clauses_around_it() {
        var changed = copy().replaceFirst("(?=Type: String\\s+Valid Values)", "Ducks are welcome.\n");
        assertThat(
                PageMap.bundled().compare(Page.of(changed)).changes(),
                contains(new Change(
                        Kind.NEW,
                        "Request Body, AlternateContactType, sentence 2",
                        Optional.of("Ducks are welcome."),
                        PageMap.bundled().sentences().stream()
                                .filter(s -> s.place().equals("Request Body, AlternateContactType"))
                                .flatMap(s -> s.clauses().stream())
                                .toList())));
    }

    @Test
    void a_map_for_a_changed_copy_marks_what_its_editor_has_to_do_and_can_be_read() throws IOException {
        var changed = Page.of(copy().replace(" 254.", " 320.")
                .replaceFirst("(?=Type: String\\s+Valid Values)", "Ducks are welcome.\n"));

        var yaml = PageMap.bundled().yamlToEdit(changed, "2027-01");

        assertThat(
                yaml.lines()
                        .filter(line -> line.contains("#") && !line.startsWith("#"))
                        .toList(),
                contains(
                        containsString("clauses: [] } # new: which clauses answer for it? See [PAC-TYPE-"),
                        containsString(
                                "clauses: [] } # changed: which clauses answer for it? See [PAC-EMAIL-2, PAC-EMAIL-4]")));
        var read = PageMap.read("the new page.yaml", new StringReader(yaml));
        assertThat(read.compare(changed).changes(), is(empty()));
        assertThat(read.retrieved(), is("2027-01"));
        assertThat(read.sentences().stream().filter(s -> s.clauses().isEmpty()).count(), is(2L));
    }

    @Test
    void neither_the_map_nor_the_clauses_hold_a_sentence_of_the_page() throws IOException {
        var ours = letters(Files.readString(Path.of("features/put-alternate-contact/page.yaml"))
                + Files.readString(Path.of("features/put-alternate-contact/clauses.md")));
        for (var sentence : Page.of(copy()).sentences()) {
            if (sentence.text().matches("([^ ]+ ){4,}.*\\.")) {
                assertThat(ours, not(containsString(letters(sentence.text()))));
            }
        }
    }

    @Test
    void the_map_of_PutAlternateContact_is_written_as_the_suite_writes_maps() throws IOException {
        assertThat(PageMap.bundled().yaml(), is(Files.readString(Path.of("features/put-alternate-contact/page.yaml"))));
    }

    @Test
    void a_changed_sentence_is_shown_with_the_clauses_of_what_stood_there() {
        assertThat(
                difference(Copies.FENCE.replace("of 9.", "of 10.")),
                contains(new Change(
                        Kind.CHANGED,
                        "Request Body, Colour, length constraints",
                        Optional.of("Length Constraints: Minimum length of 1. Maximum length of 10."),
                        clauses("PF-14"))));
    }

    @Test
    void a_sentence_that_is_gone_is_told_by_its_place() {
        assertThat(
                difference(Copies.FENCE.replace("To leave it out, don't paint.", "")),
                contains(
                        new Change(Kind.GONE, "Request Body, Colour, sentence 3", Optional.empty(), clauses("PF-12"))));
    }

    @Test
    void a_new_sentence_is_shown_with_the_clauses_of_its_neighbours() {
        assertThat(
                difference(Copies.FENCE.replace("It doesn't dry it.", "It sings. It doesn't dry it.")),
                contains(new Change(
                        Kind.NEW, "Introduction, sentence 2", Optional.of("It sings."), clauses("PF-1", "PF-2"))));
    }

    @Test
    void a_note_where_there_was_none_is_shown_with_the_clauses_of_its_member() {
        assertThat(
                difference(Copies.FENCE.replace("Whose fence.", "Whose fence.\nNote\nNobody's.")),
                contains(new Change(
                        Kind.NEW,
                        "Request Body, Name, note",
                        Optional.of("Nobody's."),
                        clauses("PF-17", "PF-18", "PF-19", "PF-20"))));
    }

    @Test
    void a_new_member_is_shown_with_the_clauses_of_its_section() {
        var changes = difference(
                Copies.FENCE.replace("Response Syntax", "- Brush\n-\nHow wide.\nRequired: No\nResponse Syntax"));
        assertThat(
                changes.stream().map(Change::place).toList(),
                contains("Request Body, Brush, name", "Request Body, Brush", "Request Body, Brush, required"));
        assertThat(changes.get(0).clauses(), is(clauses("PF-8")));
    }

    @Test
    void an_error_of_another_name_is_one_gone_and_one_new() {
        var changes = difference(Copies.FENCE.replace("WetPaint", "DryPaint"));
        assertThat(
                changes.stream().map(c -> c.kind() + " " + c.place()).toList(),
                contains(
                        "GONE Errors, WetPaintException, name",
                        "GONE Errors, WetPaintException",
                        "GONE Errors, WetPaintException, status code",
                        "NEW Errors, DryPaintException, name",
                        "NEW Errors, DryPaintException",
                        "NEW Errors, DryPaintException, status code"));
        assertThat(changes.get(3).clauses(), is(clauses("PF-23")));
    }

    @Test
    void the_order_of_sentences_in_one_place_makes_no_difference() {
        assertThat(
                difference(Copies.FENCE.replace(
                        "Paints a fence. It doesn't dry it.", "It doesn't dry it. Paints a fence.")),
                is(empty()));
    }

    @Test
    void the_order_of_members_makes_no_difference() {
        var swapped = Copies.FENCE.replaceFirst("(?s)(- Colour.*)(- Name.*)(Response Syntax)", "$2$1$3");
        assertThat(difference(swapped), is(empty()));
    }

    @Test
    void a_map_that_is_rebased_keeps_the_clauses_of_what_did_not_change() {
        var rebased = fence().rebased(Page.of(Copies.FENCE.replace("Too wet.", "Too dry.")), "2027-01");
        assertThat(
                rebased.sentences().stream()
                        .filter(s -> s.clauses().isEmpty())
                        .map(PageMap.Entry::place)
                        .toList(),
                contains("Errors, WetPaintException"));
        assertThat(rebased.retrieved(), is("2027-01"));
    }

    @Test
    void a_map_reads_as_it_was_written() throws IOException {
        assertThat(PageMap.read("page.yaml", new StringReader(fence().yaml())), is(fence()));
    }

    @Test
    void a_map_that_was_edited_by_hand_is_refused() {
        var edited = fence().yaml().replace("  Response Elements:", "  Response Body:");
        assertThat(complaint(edited), is("page.yaml: its places and fingerprints do not add up to its sha256"));
        assertThat(complaint("page: PaintFence\n"), containsString("page.yaml, line "));
    }

    private static List<Change> difference(String copy) {
        return fence().compare(Page.of(copy)).changes();
    }

    /** Each sentence with a clause of its own, numbered as they come, from nought. */
    private static PageMap fence() {
        var page = Page.of(Copies.FENCE);
        var entries = new ArrayList<PageMap.Entry>();
        for (var sentence : page.sentences()) {
            entries.add(new PageMap.Entry(sentence.place(), sentence.fingerprint(), clauses("PF-" + entries.size())));
        }
        return new PageMap("PaintFence", "https://fences.example/paint", "2026-11", page.sha256(), entries);
    }

    private static List<ClauseId> clauses(String... ids) {
        return Stream.of(ids).map(ClauseId::of).toList();
    }

    private static String complaint(String yaml) {
        return assertThrows(SpecException.class, () -> PageMap.read("page.yaml", new StringReader(yaml)))
                .getMessage();
    }

    private static String copy() {
        assumeTrue(Files.exists(COPY), "no copy of AWS's page beside the checkout");
        try {
            return Files.readString(COPY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String letters(String text) {
        return text.replaceAll("\\W+", "").toLowerCase(Locale.ROOT);
    }
}
