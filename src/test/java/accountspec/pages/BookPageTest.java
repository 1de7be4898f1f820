package accountspec.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.run.FeatureTexts;
import accountspec.spec.Clause;
import accountspec.spec.ClauseBook;
import accountspec.spec.FeatureText;
import accountspec.spec.PageMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The book is for reviewers, so the build makes it: {@code target/book.html}. */
class BookPageTest {

    private static final List<FeatureText> FEATURES = FeatureTexts.load();

    @Test
    void every_statement_stands_in_it_beside_all_rules_that_try_it() throws IOException {
        String book = book();

        for (Clause clause : ClauseBook.bundled().clauses()) {
            assertThat(book, containsString("id=\"" + clause.id() + "\""));
        }
        for (FeatureText feature : FEATURES) {
            for (FeatureText.RuleText rule : feature.rules()) {
                assertThat(feature.file() + " " + rule.name(), rule.clauses(), is(not(List.of())));
                assertThat(book, containsString(rule.name().replace("<", "&lt;").replace(">", "&gt;")));
            }
        }
        assertThat(book, containsString("<td>(a × 64)@(b × 63).(c × 63).(d × 57).com</td>"));
    }

    @Test
    void every_sentence_of_the_page_is_listed_with_what_answers_for_it() throws IOException {
        int sentences = PageMap.bundled().sentences().size();

        assertThat(book(), containsString(sentences + " sentences, 0 unanswered"));
        assertThat(book(), containsString("<tr><td>" + sentences + "</td>"));
    }

    @Test
    void outlines_are_counted_by_their_rows() {
        FeatureText email = FEATURES.stream()
                .filter(feature -> feature.file().endsWith("email-address.feature"))
                .findFirst()
                .orElseThrow();
        FeatureText.ScenarioText outline = email.rules().get(1).scenarios().get(0);

        assertThat(outline.name(), is("An address of <length> characters is accepted"));
        assertThat(outline.examples(), hasSize(1));
        assertThat(outline.runs(), is(3));
        assertThat(email.background(), is(List.of("an otherwise valid PutAlternateContact request")));
    }

    private static String book() throws IOException {
        Path file = Files.createDirectories(Path.of("target")).resolve("book.html");
        BookPage.write(file, "1.2.3", ClauseBook.bundled(), PageMap.bundled(), FEATURES);
        return Files.readString(file);
    }
}
