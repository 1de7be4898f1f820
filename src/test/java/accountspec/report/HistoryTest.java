package accountspec.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    private Path folder;

    @Test
    void a_first_run_is_news() throws IOException {
        History.Change change = keep("2026-11-01", "staging", 0, "conforms", "conforms");

        assertThat(change.isNews(), is(true));
        assertThat(change.since(), is(Optional.empty()));
    }

    @Test
    void a_run_like_the_last_is_none() throws IOException {
        keep("2026-11-01", "staging", 0, "conforms", "conforms");

        assertThat(keep("2026-11-02", "staging", 0, "conforms", "conforms").isNews(), is(false));
    }

    @Test
    void a_clause_that_is_judged_otherwise_is_news_and_so_is_the_way_back() throws IOException {
        keep("2026-11-01", "staging", 0, "conforms", "conforms");
        History.Change worse = keep("2026-11-02", "staging", 1, "does not conform", "deviates");
        History.Change better = keep("2026-11-03", "staging", 0, "conforms", "conforms");

        assertThat(
                worse.changes(),
                is(List.of(
                        "result was conforms, is does not conform",
                        "exitCode was 0, is 1",
                        "PAC-EMAIL-2 was conforms, is deviates")));
        assertThat(better.isNews(), is(true));
        assertThat(better.trend(), is(List.of("conforms", "does not conform", "conforms")));
        assertThat(
                better.told("staging", "conforms", 0),
                containsString("Since 2026-11-02: result was does not conform, is conforms;"));
    }

    @Test
    void another_target_has_a_history_of_its_own() throws IOException {
        keep("2026-11-01", "staging", 0, "conforms", "conforms");

        assertThat(
                keep("2026-11-02", "gateway", 1, "does not conform", "deviates").since(), is(Optional.empty()));
    }

    private History.Change keep(String moment, String target, int exit, String result, String verdict)
            throws IOException {
        Path report = Files.writeString(folder.resolve("report"), """
                {"result":"%s","exitCode":%d,"depth":"full","target":{"name":"%s"},
                 "clauses":[{"id":"PAC-EMAIL-2","verdict":"%s"}]}
                """.formatted(result, exit, target, verdict));
        return new History(folder.resolve("history")).keep(report, moment);
    }
}
