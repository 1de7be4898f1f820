package accountspec.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.spec.ClauseBook;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureWordsTest {

    @TempDir
    private Path folder;

    @Test
    void a_scenario_is_sorted_under_its_statement_with_a_link_to_it() {
        TestResult result = result("email-address.feature:31", "An address of 5 characters is accepted");
        result.setLabels(List.of(
                new Label().setName("tag").setValue("PAC-EMAIL-2"),
                new Label().setName("tag").setValue("full"),
                new Label().setName("feature").setValue("The email address"),
                new Label().setName("story").setValue("An address of 5 characters is accepted")));

        label(result);

        assertThat(
                result.getLabels().stream()
                        .map(label -> label.getName() + " " + label.getValue())
                        .toList(),
                hasItems(
                        "epic PutAlternateContact",
                        "feature The email address",
                        "story PAC-EMAIL-2  An email address is 1 to 254 characters long.",
                        "severity critical"));
        assertThat(result.getLinks().get(0).getUrl(), is("../index.html#PAC-EMAIL-2"));
    }

    @Test
    void a_scenario_is_the_same_as_in_earlier_runs_wherever_in_its_feature_it_stands() {
        TestResult earlier = result("name.feature:31", "A name of 65 letters is refused");
        TestResult later = result("name.feature:40", "A name of 65 letters is refused");
        TestResult other = result("title.feature:31", "A name of 65 letters is refused");
        List.of(earlier, later, other).forEach(AllureWordsTest::label);

        assertThat(later.getHistoryId(), is(earlier.getHistoryId()));
        assertThat(other.getHistoryId(), is(not(earlier.getHistoryId())));
    }

    @Test
    void a_description_is_paragraphs_and_no_markup() {
        TestResult result = result("name.feature:31", "A name");
        result.setDescription("  Every contact\n  has a name.\n\n    (U+003C) is <.");

        label(result);

        assertThat(result.getDescriptionHtml(), is("<p>Every contact has a name.</p><p>(U+003C) is &lt;.</p>"));
    }

    private static TestResult result(String place, String name) {
        return new TestResult()
                .setFullName("features/put-alternate-contact/" + place)
                .setName(name);
    }

    private static void label(TestResult result) {
        new AllureWords(ClauseBook.bundled(), "PutAlternateContact").label(result);
    }

    @Test
    void what_stands_around_the_results_is_written_beside_them() throws IOException {
        AllureWords.write(
                folder,
                Certificates.FACTS,
                Map.of("history/history.json", "{}".getBytes(UTF_8)),
                Map.of("GITHUB_RUN_ID", "7", "GITHUB_RUN_NUMBER", "3", "GITHUB_REPOSITORY", "a/b"));

        assertThat(Files.readString(folder.resolve("categories.json")), containsString("\"Unproven\""));
        assertThat(
                Files.readAllLines(folder.resolve("environment.properties")), hasItem("Endpoint = http://double.test"));
        assertThat(Files.readString(folder.resolve("executor.json")), containsString("/a/b/actions/runs/7"));
        assertThat(Files.readString(folder.resolve("history/history.json")), is("{}"));
    }

    @Test
    void the_history_is_read_off_the_last_report() throws IOException {
        String history = Base64.getEncoder().encodeToString("{\"a\":1}".getBytes(UTF_8));
        Files.writeString(
                folder.resolve("index.html"),
                "<script>d('data/x.json','e30='),d('history/history.json','" + history + "'),</script>");

        Map<String, byte[]> read = AllureWords.history(folder);

        assertThat(read.size(), is(1));
        assertThat(new String(read.get("history/history.json"), UTF_8), is("{\"a\":1}"));
        assertThat(AllureWords.history(folder.resolve("none")), is(Map.of()));
    }

    @Test
    void a_run_outside_of_any_ci_server_says_so() {
        assertThat(AllureWords.executor(Map.of(), "1"), hasEntry("type", "local"));
    }
}
