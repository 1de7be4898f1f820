package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import accountspec.doubles.Accounts;
import accountspec.hostile.Relay;
import accountspec.hostile.Relay.Fault;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A network that is bad is held against nobody, and costs nobody a contact. */
@Isolated // there is one System.out
final class NetworkFaultsTest {

    /** One folder for all: Allure reads its settings once. */
    @TempDir
    private static Path folder;

    private final ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
    private final Accounts accounts = new Accounts(endpoint);

    @Test
    void a_slow_network_changes_no_verdict() throws IOException {
        assertConformsAndRestores(Fault.latency(Duration.ofMillis(3)));
    }

    @Test
    void answers_that_are_cut_off_change_no_verdict() throws IOException {
        assertConformsAndRestores(Fault.cut(25));
    }

    @Test
    void connections_that_are_closed_late_change_no_verdict() throws IOException {
        assertConformsAndRestores(Fault.slowClose(20, Duration.ofMillis(30)));
    }

    @Test
    void a_network_that_swallows_answers_gives_no_verdict_and_keeps_what_was_judged() throws IOException {
        Run run = certify(Fault.halfOpen(80));

        assertThat(run.told(), run.status(), is(3));
        assertThat(run.took(), is(lessThan(Duration.ofSeconds(30))));
        assertThat(run.report(), containsString("\"verdict\" : \"conforms\""));
        assertThat(run.report(), containsString("\"restored\" : \"not proven\""));
        assertThat(run.console(), containsString("accountspec restore "));
    }

    @Test
    void contacts_that_were_there_and_cannot_be_put_back_have_an_exit_status_of_their_own() throws IOException {
        accounts.withABillingContactEach();
        Map<String, String> before = accounts.all();
        Run run = certify(Fault.halfOpen(80));

        assertThat(run.told(), run.status(), is(6));
        assertThat(run.report(), containsString("\"exitCode\" : 6"));
        assertThat(run.report(), containsString("\"result\" : \"no verdict\""));
        String journal = run.console().replaceAll("(?s).*accountspec restore (\\S+).*", "$1");

        Path again = profile();
        try (ReferenceServer server = ReferenceServer.start(endpoint, 0);
                Relay relay = Relay.to(server.port(), Fault.NONE)) {
            Path moved = Files.writeString(
                    folder.resolve("moved.journal"),
                    Files.readString(Path.of(journal))
                            .replaceAll("http://127.0.0.1:\\d+", relay.uri().toString()));
            Path profile = Files.writeString(again, yaml(relay));
            Run restore = Run.of(List.of("restore", moved.toString(), "--target", profile.toString()), folder);

            assertThat(restore.told(), restore.status(), is(0));
            assertThat(accounts.all(), is(before));
        } finally {
            Files.delete(Path.of(journal));
        }
    }

    private void assertConformsAndRestores(Fault fault) throws IOException {
        accounts.withABillingContactEach();
        Map<String, String> before = accounts.all();

        Run run = certify(fault);

        assertThat(run.told(), run.status(), is(0));
        assertThat(run.report(), containsString("\"restored\" : \"proven\""));
        assertThat(accounts.all(), is(before));
        assertThat(before.size(), is(greaterThan(5)));
    }

    private Run certify(Fault fault) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(endpoint, 0);
                Relay relay = Relay.to(server.port(), fault)) {
            Path profile = Files.writeString(profile(), yaml(relay));
            return Run.of(
                    List.of(
                            "certify",
                            "--target",
                            profile.toString(),
                            "--reports",
                            folder.resolve("reports").toString(),
                            "--clause",
                            "PAC-PHONE-2",
                            "--clause",
                            "PAC-SET-1",
                            "--clause",
                            "PAC-SET-2",
                            "--clause",
                            "PAC-ORG-1",
                            "--clause",
                            "PAC-ORG-2"),
                    folder.resolve("reports"));
        }
    }

    private static Path profile() {
        return folder.resolve("target.yaml");
    }

    private String yaml(Relay relay) {
        return endpoint.profileYaml(relay.uri()) + "patience: { throttled: 2s, settle: 100ms, timeout: 500ms }\n";
    }
}
