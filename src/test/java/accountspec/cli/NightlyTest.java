package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import accountspec.reference.Behaviour;
import accountspec.reference.Flaw;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.reference.Time;
import accountspec.reference.World;
import accountspec.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a night needs: quiet until something changes, a way to begin with what is known, examples that can be read. */
@Isolated // there is one System.out
final class NightlyTest {

    /** One folder for all: Allure reads its settings once. */
    @TempDir
    private static Path folder;

    private final Path reports = folder.resolve("reports");

    @Test
    void a_night_like_the_one_before_says_nothing_and_one_that_differs_a_paragraph() throws IOException {
        int port;
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            port = server.port();
            Run first = certify(server, "--history", folder.resolve("h").toString());
            assertThat(first.console(), containsString("This is the first run that is kept"));

            Run second = certify(server, "--history", folder.resolve("h").toString(), "--notify-on", "change");
            assertThat(second.told(), is(""));
            assertThat(second.status(), is(0));
        }
        try (ReferenceServer server = ReferenceServer.start(flawed("phone-may-be-one-longer"), port)) {
            Run third = certify(server, "--history", folder.resolve("h").toString(), "--notify-on", "change");

            assertThat(third.told(), third.status(), is(1));
            assertThat(third.console(), containsString("PAC-PHONE-2 was conforms, is deviates"));
            assertThat(third.console().lines().toList(), hasSize(2));
        }
    }

    @Test
    void two_runs_are_compared_and_only_a_target_that_got_worse_fails() throws IOException {
        Path good;
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            good = kept(certify(server), "good");
        }
        Path bad;
        try (ReferenceServer server = ReferenceServer.start(flawed("phone-may-be-one-longer"), 0)) {
            bad = kept(certify(server), "bad");
        }
        Path markdown = folder.resolve("made/diff.md");
        Run worse = Run.of(
                List.of(
                        "diff",
                        good.toString(),
                        bad.toString(),
                        "--markdown",
                        markdown.toString(),
                        "--html",
                        markdown.resolveSibling("page/diff.html").toString()),
                reports);
        Run better = Run.of(List.of("diff", bad.toString(), good.toString()), reports);
        Run same = Run.of(List.of("diff", bad.toString(), bad.toString()), reports);

        assertThat(worse.told(), worse.status(), is(1));
        assertThat(worse.console(), containsString("PAC-PHONE-2 was conforms, is deviates  [target]"));
        assertThat(
                Files.readString(markdown),
                containsString("| **worse** | PAC-PHONE-2 | conforms | deviates | target |"));
        assertThat(
                Files.readString(markdown.resolveSibling("page/diff.html")).replaceAll("(<[^>]*>)+", "|"),
                containsString("|worse|PAC-PHONE-2|conforms|deviates|target|"));
        assertThat(better.told(), better.status(), is(0));
        assertThat(better.console(), containsString("The target did not get worse."));
        assertThat(same.status(), is(0));
        assertThat(same.console(), containsString("Nothing changed."));
    }

    private Path kept(Run run, String name) throws IOException {
        return Files.copy(run.reports().resolve("report.json"), folder.resolve(name + ".json"));
    }

    @Test
    void notifying_wants_a_history() {
        Run run = Run.of(List.of("certify", "--notify-on", "change"), reports);

        assertThat(run.status(), is(2));
        assertThat(run.err(), containsString("--history"));
    }

    @Test
    void the_first_list_of_waivers_is_written_from_a_report_and_makes_the_next_run_pass() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(flawed("phone-may-be-one-longer"), 0)) {
            assertThat(certify(server).status(), is(1));

            Run waive = Run.of(List.of("waive", reports.toString()), reports);
            assertThat(waive.console(), containsString("- { clause: PAC-PHONE-2, reason: "));

            Run waived = certify(server.profileYaml() + waive.console());
            assertThat(waived.told(), waived.status(), is(0));
            assertThat(
                    Run.of(List.of("waive", reports.toString()), reports).console(),
                    containsString("no deviation that is not waived already"));
        }
    }

    @Test
    void a_waiver_whose_date_has_passed_fails_the_run() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(flawed("phone-may-be-one-longer"), 0)) {
            certify(server);
            Run waive = Run.of(List.of("waive", reports.toString(), "--until", "2020-01-01"), reports);

            Run run = certify(server.profileYaml() + waive.console());

            assertThat(run.told(), run.status(), is(5));
            assertThat(run.console(), containsString("ended on 2020-01-01"));
        }
    }

    @Test
    void every_example_is_a_profile_that_can_be_read() throws IOException {
        Map<String, String> environment =
                Map.of("MY_ACCESS_KEY", "AKIA", "MY_SECRET_KEY", "secret", "AK1", "a", "SK1", "b", "ST1", "c");
        try (Stream<Path> examples = Files.list(Path.of("examples"))) {
            List<Path> profiles =
                    examples.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(profiles, hasSize(7));
            for (Path profile : profiles) {
                Target.load(profile, environment);
            }
        }
    }

    private Run certify(ReferenceServer server, String... options) throws IOException {
        return certify(server.profileYaml(), options);
    }

    private Run certify(String yaml, String... options) throws IOException {
        Path profile = Files.writeString(folder.resolve("target.yaml"), yaml);
        List<String> words = new ArrayList<>(List.of(
                "certify", "--target", profile.toString(), "--reports", reports.toString(), "--clause", "PAC-PHONE-2"));
        words.addAll(List.of(options));
        return Run.of(words, reports);
    }

    private static ReferenceEndpoint flawed(String name) {
        Behaviour behaviour = Flaw.named(name).orElseThrow().behaviour();
        return ReferenceEndpoint.of(World.standard(), behaviour, Time.real());
    }
}
