package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What someone is told who types something wrong, or asks for something that is not there. */
@Isolated // there is one System.out
final class CommandLineTest {

    /** One folder for all: Allure reads its settings once. */
    @TempDir
    private static Path folder;

    private record Told(int status, String out, String err) {

        static Told by(String... words) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            PrintStream real = System.out;
            try (PrintStream told = new PrintStream(out, true, StandardCharsets.UTF_8);
                    PrintStream complained = new PrintStream(err, true, StandardCharsets.UTF_8)) {
                System.setOut(told);
                int status = Main.commandLine(told, complained).execute(words);
                return new Told(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            } finally {
                System.setOut(real);
            }
        }
    }

    // ---- slips of the hand

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "certify --dept core             | certify has no option --dept; did you mean --depth?",
                "certify --dept=core             | certify has no option --dept; did you mean --depth?",
                "certify --flaw X                | certify has no option --flaw. It has --target, --endpoint, --depth,",
                "certify core                    | 'core' stands where certify takes nothing more",
                "certfy                          | there is no command 'certfy'; did you mean certify?",
                "test                            | there is no command 'test'. There are certify, diff, explain,",
                "--target x.yaml                 | there is no option --target",
                "certify --depth medium          | --depth takes core or full, not 'medium'",
                "certify --depth                 | --depth wants a value after it",
                "certify --requests few          | --requests takes how many requests to send, 1 or more, not 'few'",
                "certify --requests 0            | --requests takes how many requests to send, 1 or more, not '0'",
                "certify --clause                | --clause wants a value after it",
                "certify --depth core --depth full | --depth is given twice; leave one out",
                "certify --target a --endpoint b | --target and --endpoint do not go together",
                "certify --target a --target b   | --target and --endpoint do not go together, nor two of them",
                "certify --i-own-account 1234    | --i-own-account takes an account number of 12 digits, not '1234'",
                "certify --history x --notify-on never | --notify-on takes change, not 'never'",
                "certify --tags \u001b[31m@x     | '\\u001b[31m@x' is no tag",
                "certify --\u202eevil            | certify has no option --\\u202eevil",
                "restore examples                | examples is a folder; a journal is a file that certify named",
                "serve --port 65536              | --port takes a port from 1 to 65535, or 0 for any that is free, not '65536'",
                "serve --port -1                 | --port takes a port from 1 to 65535, or 0 for any that is free, not '-1'",
                "serve --port http               | --port takes a port from 1 to 65535, or 0 for any that is free, not 'http'",
                "serve --flaw EMAIL_TRIMMED      | no flaw or variant is named 'EMAIL_TRIMMED'",
                "explain                         | explain wants ID after it: a clause, as in PAC-EMAIL-2.",
                "explain PAC-EMIAL-2             | no clause 'PAC-EMIAL-2'; the nearest: PAC-EMAIL-2",
                "certify --clause EMAIL          | no clause 'EMAIL'",
                "certify --endpoint localhost:1  | did you mean http://localhost:1?",
                "certify --tags PAC-NAME-1       | 'PAC-NAME-1' is no tag; tags begin with @",
                "certify --target src            | 'src' is a folder; --target takes the path of a target profile",
                "certify --reports pom.xml       | pom.xml: that is a file. Name another folder with --reports",
                "certify --tags @needs-delte     | did you mean @needs-delete?",
                "diff                            | diff wants BEFORE after it: the report.json of the earlier run",
                "diff pom.xml pom.xml            | pom.xml is no report.json: it is no JSON",
                "diff examples examples          | examples/report.json: no such file in ",
                "rejudge                         | rejudge wants RUN after it: the folder of the run's reports",
                "rejudge examples                | examples/exchanges.jsonl: no such file in ",
                "rejudge pom.xml                 | pom.xml, line 1: is no JSON",
                "page                            | page wants FILE after it: the page, copied as text.",
            })
    void what_is_typed_wrong_is_told_in_words(String typed, String expected) {
        Told told = Told.by(typed.split(" "));

        assertThat(told.err(), told.status(), is(2));
        assertThat(told.err(), startsWith("accountspec: "));
        assertThat(told.err(), containsString(expected));
        assertThat(told.err(), not(containsString("\tat ")));
        assertThat(told.out(), is(""));
    }

    @ParameterizedTest
    @CsvSource({"certify --target nowhere.yaml", "page nowhere.txt"})
    void a_file_that_is_not_there_is_told_with_where_it_was_looked_for(String typed) {
        Told told = Told.by(typed.split(" "));

        assertThat(told.status(), is(2));
        assertThat(told.err(), containsString(": no such file in " + Path.of("").toAbsolutePath()));
    }

    @Test
    void a_clause_may_be_typed_in_small_letters() {
        assertThat(Told.by("explain", "pac-email-2"), is(Told.by("explain", "PAC-EMAIL-2")));
        assertThat(Told.by("explain", "pac-email-2").out(), startsWith("PAC-EMAIL-2  "));
    }

    @Test
    void a_clause_without_scenarios_is_explained_all_the_same() {
        assertThat(Told.by("explain", "PAC-OP-2").out(), endsWith("\nNo scenario tries it.\n"));
    }

    // ---- nothing to run

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--tags | @full and not @full | the filter leaves no scenario at depth full",
                "--clause | PAC-OP-2 | no scenario tries PAC-OP-2, which is unobservable",
            })
    void a_filter_that_matches_nothing_is_told_before_anything_is_sent(String option, String value, String expected)
            throws IOException {
        try (ServerSocket nobody = nobodyAsked()) {
            Told told = Told.by(
                    "certify",
                    "--target",
                    profile("http://127.0.0.1:" + nobody.getLocalPort()),
                    option,
                    value,
                    "--reports",
                    folder.toString());

            assertThat(told.err(), told.status(), is(4));
            assertThat(told.err(), startsWith("accountspec: " + expected));
            assertThat(told.err(), containsString("nothing was sent"));
            assertThat(told.out(), is(""));
        }
    }

    /** Listens, and would wait for ever for an answer. */
    private static ServerSocket nobodyAsked() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    // ---- dead endpoints

    @Test
    void a_host_that_does_not_exist_is_told_at_once() throws IOException {
        long began = System.nanoTime();

        Told told = certified("http://no-such-host.invalid");

        assertThat(told.status(), is(3));
        assertThat(
                told.out(),
                containsString("waiting for http://no-such-host.invalid (no such host: no-such-host.invalid)"));
        assertThat(told.out(), containsString("NO VERDICT  (exit status 3)\n  the target cannot be reached; "));
        assertThat(told.out(), containsString("Correct the host name in its endpoint"));
        assertThat(told.out(), not(containsString("PAC-")));
        assertThat(Duration.ofNanos(System.nanoTime() - began), is(Matchers.lessThan(Duration.ofSeconds(20))));
    }

    @Test
    void an_endpoint_that_refuses_connections_is_waited_for_aloud_and_then_told_in_a_line() throws IOException {
        int port;
        try (ServerSocket free = nobodyAsked()) {
            port = free.getLocalPort();
        }

        Told told = certified("http://127.0.0.1:" + port);

        assertThat(told.status(), is(3));
        assertThat(
                told.out(),
                containsString("waiting for http://127.0.0.1:" + port + " (connection refused), for up to 1 s\n"));
        assertThat(told.out(), endsWith("(connection refused). Start it, or correct its endpoint\n"));
        assertThat(told.out(), not(containsString("PAC-")));
    }

    private static Told certified(String endpoint) throws IOException {
        return Told.by("certify", "--target", profile(endpoint), "--depth", "CORE", "--reports", folder.toString());
    }

    private static String profile(String endpoint) throws IOException {
        Path file = folder.resolve("profile.yaml");
        Files.write(
                file,
                List.of(
                        "endpoint: " + endpoint,
                        "signing: none",
                        "callers: { the account: { account: \"555555555555\" } }",
                        "patience: { throttled: 1s, settle: 100ms, timeout: 500ms }"));
        return file.toString();
    }
}
