package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.doubles.Accounts;
import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.hostile.HostileEndpoint;
import accountspec.hostile.Http;
import accountspec.hostile.Manner;
import accountspec.hostile.Visitor;
import accountspec.reference.Flaw;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.reference.Time;
import accountspec.reference.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A run that sends nothing which a right target would accept. */
@Isolated // there is one System.out
final class ReadOnlyTest {

    /** One folder for all: Allure reads its settings once. */
    @TempDir
    private static Path folder;

    @Test
    void nothing_is_accepted_nothing_is_proven_and_what_is_left_out_is_said() throws IOException {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        Accounts accounts = new Accounts(endpoint).withABillingContactEach();
        Map<String, String> before = accounts.all();
        try (ReferenceServer server = ReferenceServer.start(endpoint, 0)) {
            Run run = certify(server.profileYaml());

            assertThat(run.told(), run.status(), is(0));
            assertThat(run.console(), containsString("scenarios are left out, since they write"));
            assertThat(run.report(), not(containsString("\"verdict\" : \"conforms\"")));
            assertThat(run.report(), containsString("\"verdict\" : \"unproven\""));
        }
        assertThat(accounts.all(), is(before));
    }

    @Test
    void what_is_wrongly_accepted_is_found_and_undone() throws IOException {
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(
                World.standard(),
                Flaw.named("phone-may-be-one-longer").orElseThrow().behaviour(),
                Time.real());
        Accounts accounts = new Accounts(endpoint).withABillingContactEach();
        Map<String, String> before = accounts.all();
        try (ReferenceServer server = ReferenceServer.start(endpoint, 0)) {
            Run run = certify(server.profileYaml());

            assertThat(run.told(), run.status(), is(1));
            assertThat(run.console(), containsString("clause    PAC-PHONE-2"));
        }
        assertThat(accounts.all(), is(before));
    }

    @Test
    void a_target_that_refuses_everything_is_sent_no_right_request_at_all() throws IOException {
        Queue<String> right = new ConcurrentLinkedQueue<>();
        ReferenceEndpoint reference = ReferenceEndpoint.standard();
        try (HostileEndpoint endpoint = HostileEndpoint.start(Manner.toEach(asked -> {
            if (asked.isFor("putAlternateContact") && accepts(reference, asked)) {
                right.add(new String(asked.body(), StandardCharsets.UTF_8));
            }
            return Http.error("ValidationException", 400);
        }))) {
            certify(reference.profileYaml(endpoint.uri()));
        }
        assertThat(List.copyOf(right), is(List.of()));
    }

    private static boolean accepts(ReferenceEndpoint reference, Visitor.Asked asked) {
        List<Header> headers = asked.head()
                .lines()
                .skip(1)
                .filter(line -> line.contains(":"))
                .map(line -> line.split(":", 2))
                .map(pair -> new Header(pair[0], pair[1].strip()))
                .toList();
        String path = asked.head().lines().findFirst().orElse("").split(" ")[1];
        return reference.answer(new Sent("POST", path, headers, asked.body())).status() == 200;
    }

    private static Run certify(String yaml) throws IOException {
        Path profile = Files.writeString(folder.resolve("target.yaml"), yaml);
        return Run.of(
                List.of(
                        "certify",
                        "--target",
                        profile.toString(),
                        "--reports",
                        folder.resolve("reports").toString(),
                        "--read-only",
                        "--tags",
                        "@PAC-PHONE-2 or @PAC-ORG-1 or @PAC-ACCOUNT-3 or @PAC-SIGN-1 or @PAC-SET-1"),
                folder.resolve("reports"));
    }
}
