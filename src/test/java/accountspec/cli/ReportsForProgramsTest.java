package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.hostile.HostileEndpoint;
import accountspec.hostile.Http;
import accountspec.hostile.Manner;
import accountspec.reference.Flaw;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.reference.Time;
import accountspec.reference.World;
import accountspec.report.Schemas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that programs read keep to their schemas whatever the target does. */
@Isolated // there is one System.out
final class ReportsForProgramsTest {

    /** One folder for all: Allure reads its settings once. */
    @TempDir
    private static Path reports;

    private static final String ODD = "\u0000\u0001\u001b[31m\u009b\u202e\ufffe \ud83d ]]> --> <x a='\">&amp;";

    @ParameterizedTest
    @ValueSource(strings = {"stored-although-invalid", "every-error-is-400"})
    void of_a_target_with_findings(String flaw) throws IOException {
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(
                World.standard(), Flaw.named(flaw).orElseThrow().behaviour(), Time.real());
        try (ReferenceServer server = ReferenceServer.start(endpoint, 0)) {
            Path profile = Files.writeString(reports.resolve("target.yaml"), server.profileYaml());
            Run run = Run.of(
                    List.of(
                            "certify",
                            "--target",
                            profile.toString(),
                            "--reports",
                            reports.toString(),
                            "--depth",
                            "core"),
                    reports);
            assertThat(run.told(), run.status(), is(1));
        }

        assertThat(Schemas.complaints(reports), is(empty()));
        resultsPointAtScenarios();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403})
    void of_a_target_that_answers_oddly(int status) throws IOException {
        byte[] answer = Http.answer(
                status,
                "{\"message\":\"" + ODD + "\"}",
                "X-Amzn-Errortype: Validation<b>Exception\u0001",
                "X-" + "Y: " + ODD);
        try (HostileEndpoint endpoint = HostileEndpoint.start(Manner.toEach(asked -> answer))) {
            Run.of(endpoint.uri(), reports, List.of("--depth", "core"));
        }

        assertThat(Schemas.complaints(reports), is(empty()));
    }

    @Test
    void of_a_target_that_hangs_up() throws IOException {
        try (HostileEndpoint endpoint = HostileEndpoint.start(visitor -> {})) {
            Run.of(endpoint.uri(), reports, List.of("--depth", "core"));
        }

        assertThat(Schemas.complaints(reports), is(empty()));
    }

    /** A click on a result opens the feature where the scenario, or the row of its example, stands. */
    private static void resultsPointAtScenarios() throws IOException {
        JsonNode results = JsonMapper.builder()
                .build()
                .readTree(reports.resolve("results.sarif").toFile())
                .at("/runs/0/results");
        assertThat(results.size(), is(greaterThan(0)));
        for (JsonNode result : results) {
            JsonNode place = result.at("/locations/0/physicalLocation");
            String line = Files.readAllLines(
                            Path.of(place.at("/artifactLocation/uri").textValue()))
                    .get(place.at("/region/startLine").intValue() - 1);
            assertThat(line, anyOf(containsString("Scenario"), containsString("|")));
            assertThat(line, not(containsString("Examples:")));
        }
    }
}
