package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredRunsTest {

    @TempDir
    private Path folder;

    @Test
    void measuring_costs_a_few_requests_and_changes_no_verdict() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(
                ReferenceEndpoint.of(
                        World.standard(),
                        Flaw.named("name-up-to-128").orElseThrow().behaviour(),
                        Time.real()),
                0)) {
            Path profile = Files.writeString(folder.resolve("target.yaml"), server.profileYaml());

            Run plain = run(profile, "plain", "--no-measure");
            Run measured = run(profile, "measured");

            assertThat(measured.status(), is(plain.status()));
            assertThat(json(measured).get("result"), is(json(plain).get("result")));
            int spent = requests(measured) - requests(plain);
            assertThat(spent, is(greaterThan(0)));
            assertThat(spent, is(lessThanOrEqualTo(12)));
            assertThat(plain.report(), not(containsString("up to 128")));
            assertThat(json(measured).at("/findings/0/measured").textValue(), is("accepts up to 128 characters"));
            assertThat(json(measured).at("/causes/0/cause").textValue(), is("Name: accepts up to 128 characters"));
            assertThat(json(measured).at("/causes/0/curl").textValue(), containsString("/putAlternateContact"));
            assertThat(
                    Files.readString(measured.reports().resolve("as-built.yaml")),
                    containsString("    longest:\n      documented: 64\n      built: 128\n"));
        }
    }

    private Run run(Path profile, String reports, String... options) {
        List<String> words = new ArrayList<>(List.of(
                "certify",
                "--target",
                profile.toString(),
                "--clause",
                "PAC-NAME-2",
                "--reports",
                folder.resolve(reports).toString()));
        words.addAll(List.of(options));
        return Run.of(words, folder.resolve(reports));
    }

    private static int requests(Run run) throws IOException {
        return json(run).get("requests").intValue();
    }

    private static JsonNode json(Run run) throws IOException {
        return JsonMapper.builder().build().readTree(run.report());
    }
}
