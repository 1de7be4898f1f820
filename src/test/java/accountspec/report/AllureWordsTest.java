package accountspec.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

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
        TestResult result = new TestResult();
        result.setLabels(List.of(
                new Label().setName("tag").setValue("PAC-EMAIL-2"),
                new Label().setName("tag").setValue("full"),
                new Label().setName("feature").setValue("The email address"),
                new Label().setName("story").setValue("An address of 5 characters is accepted")));

        new AllureWords(ClauseBook.bundled(), "PutAlternateContact").label(result);

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
