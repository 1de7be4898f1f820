package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.reference.Flaw;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.reference.Time;
import accountspec.reference.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is judged again from its recording comes out as it did, with nobody there to ask. */
@Isolated // there is one System.out
final class RejudgeTest {

    /** One folder for all: Allure reads its settings once. */
    @TempDir
    private static Path folder;

    private final Path reports = folder.resolve("reports");
    private final Path again = folder.resolve("again");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "phone-may-be-one-longer",
                "refused-email-address-is-stored",
                "setting-replaces-only-the-members-given",
                "always-throttles-every-other-request",
                "signature-is-not-checked"
            })
    void every_clause_gets_the_verdict_that_it_got(String flaw) throws IOException {
        Run run;
        try (ReferenceServer server = ReferenceServer.start(endpoint(flaw), 0)) {
            run = certify(server, "--depth", "core");
        }
        Run judged = rejudge();

        assertThat(judged.told(), verdicts(again), is(verdicts(reports)));
        assertThat(judged.told(), judged.status(), is(run.status()));
        assertThat(run.told(), judged.status(), is(flaw.isEmpty() ? 0 : 1));
        assertThat(judged.console(), containsString("nothing was sent."));
        assertThat(judged.console(), not(containsString("not in the recording")));
        judged.assertHarmless(java.util.Set.of());
    }

    @Test
    void nothing_is_waited_for_that_the_run_waited_for() throws IOException {
        Run run;
        try (ReferenceServer server = ReferenceServer.start(endpoint("phone-may-be-one-longer"), 0)) {
            run = certify(server, "--clause", "PAC-ERR-7", "--clause", "PAC-PHONE-2");
        }
        assertThat(run.told(), run.status(), is(1));
        assertThat(rejudge().took(), is(not(greaterThan(Duration.ofSeconds(20)))));
    }

    private static ReferenceEndpoint endpoint(String flaw) {
        return flaw.isEmpty()
                ? ReferenceEndpoint.standard()
                : ReferenceEndpoint.of(
                        World.standard(), Flaw.named(flaw).orElseThrow().behaviour(), Time.real());
    }

    private Run certify(ReferenceServer server, String... options) throws IOException {
        Path profile = Files.writeString(folder.resolve("target.yaml"), server.profileYaml());
        List<String> words = new ArrayList<>(
                List.of("certify", "--target", profile.toString(), "--reports", reports.toString(), "--show-values"));
        words.addAll(List.of(options));
        return Run.of(words, reports);
    }

    private Run rejudge() {
        return Run.of(List.of("rejudge", reports.toString(), "--reports", again.toString()), again);
    }

    private static Map<String, String> verdicts(Path folder) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode clause : JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("report.json")))
                .path("clauses")) {
            verdicts.put(clause.path("id").asText(), clause.toString());
        }
        return verdicts;
    }
}
