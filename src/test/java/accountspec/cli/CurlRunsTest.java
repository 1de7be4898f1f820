package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.hostile.HostileEndpoint;
import accountspec.hostile.Http;
import accountspec.hostile.Manner;
import accountspec.hostile.Visitor.Asked;
import accountspec.recording.Recorded;
import accountspec.recording.Recording;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.report.Curl;
import accountspec.target.Keys;
import accountspec.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that reports hold, run by a real shell with the real curl. */
@Isolated // there is one System.out
final class CurlRunsTest {

    private static final Keys NOBODYS = new Keys("AKIANOBODY", "nobodys-secret", Optional.empty());

    @TempDir
    private static Path folder;

    @Test
    void whatever_a_run_asked_is_answered_alike_when_curl_asks_it() throws Exception {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            Path profile = Files.writeString(folder.resolve("target.yaml"), server.profileYaml());
            Path reports = folder.resolve("reports");
            Run.of(List.of("certify", "--target", profile.toString(), "--reports", reports.toString()), reports);
            Target target = Target.read("the reference's", server.profileYaml(), Map.of());
            Keys keys = target.caller("the account")
                    .orElseThrow()
                    .credentials()
                    .orElseThrow()
                    .resolve();
            Curl curl = new Curl(target.endpoint(), Optional.of("aws:amz:us-east-1:account"));
            Map<String, Recorded> asked = oneOfEachScenario(Recording.open(reports.resolve("exchanges.jsonl")));

            List<String> otherwise = new ArrayList<>();
            for (Recorded one : asked.values()) {
                String command = curl.of(one);
                String answer = run(command, keys);
                if (!answer.startsWith("HTTP/1.1 " + status(one) + " ")) {
                    otherwise.add("was " + status(one) + ", now " + answer + "\n" + command);
                }
            }

            assertThat(otherwise, is(empty()));
            assertThat(asked.size(), is(greaterThan(300)));
            long huge = asked.values().stream().filter(Recorded::isSentCut).count();
            assertThat("of a megabyte", huge, is(3L));
        }
    }

    /** What the account asked of the operation, and was answered for what it asked. */
    private static Map<String, Recorded> oneOfEachScenario(Recording recording) throws IOException {
        Set<String> others = Set.of("control", "witness", "read back", "clear", "names of errors");
        Map<String, Recorded> asked = new LinkedHashMap<>();
        recording.forEach(recorded -> {
            Exchange exchange = recorded.exchange();
            if (exchange.caller().equals("the account") && !others.contains(exchange.scenario())) {
                asked.putIfAbsent(exchange.scenario(), recorded);
            }
        });
        return asked;
    }

    private static int status(Recorded recorded) {
        return ((Received) recorded.exchange().answer()).status();
    }

    static List<Sent> oddOnes() {
        Header json = new Header("Content-Type", "application/json");
        return List.of(
                new Sent("POST", "/x", List.of(json), "@/etc/hostname".getBytes(StandardCharsets.UTF_8)),
                new Sent("POST", "/x", List.of(json), new byte[] {0, '1', (byte) 0xc3, '\'', '%', '\\', '\n'}),
                new Sent("POST", "/x", List.of(), new byte[0]),
                new Sent("POST", "/x", List.of(new Header("Content-Type", "")), new byte[] {'{', '}'}),
                new Sent(
                        "PATCH",
                        "/a/../b/./c?d=[1-3]{e,f}",
                        List.of(json, new Header("X-Odd", "a 'b' $c")),
                        new byte[] {'{', '}'}),
                new Sent("post", "/x", List.of(json), ("{}" + " ".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("oddOnes")
    void what_arrives_is_what_was_sent(Sent sent) throws Exception {
        BlockingQueue<Asked> arrived = new LinkedBlockingQueue<>();
        try (HostileEndpoint endpoint = HostileEndpoint.start(Manner.toEach(asked -> {
            arrived.add(asked);
            return Http.answer(200, "");
        }))) {
            Curl curl = new Curl(endpoint.uri(), Optional.empty());
            Received answer = Received.of(200, List.of(), new byte[0]);

            run(curl.of(new Exchange(1, "One", "the account", "told", sent, answer, Duration.ZERO)), NOBODYS);

            Asked asked = arrived.remove();
            assertThat(asked.body(), is(sent.body()));
            assertThat(asked.head(), startsWith(sent.method() + " " + sent.target() + " HTTP/1.1\r\n"));
            for (String name : List.of("Content-Type", "X-Odd", "Expect")) {
                assertThat(name, asked.header(name), is(sent.header(name)));
            }
        }
    }

    /** @return what the command printed: the answer, head and body */
    private static String run(String command, Keys keys) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh");
        shell.environment().put("AWS_ACCESS_KEY_ID", keys.accessKey());
        shell.environment().put("AWS_SECRET_ACCESS_KEY", keys.secretKey());
        keys.sessionToken().ifPresent(token -> shell.environment().put("AWS_SESSION_TOKEN", token));
        shell.redirectErrorStream(true);
        Process running = shell.start();
        try (var in = running.getOutputStream()) {
            in.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat("it ends", running.waitFor(60, TimeUnit.SECONDS), is(true));
        return printed;
    }
}
