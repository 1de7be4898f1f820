package accountspec.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.recording.Recorded;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands are run by a real shell, in which curl is a function that prints its arguments. */
class CurlTest {

    @TempDir
    private static Path folder;

    private static final URI ENDPOINT = URI.create("https://account.test:8443/stage");
    private static final Header JSON = new Header("Content-Type", "application/json");

    @Test
    void it_repeats_method_headers_body_and_address() throws Exception {
        List<String> arguments =
                arguments(sent("PATCH", "/stage/x?a=b&c=d", utf8("{\"a\": 1}"), JSON, new Header("X-Fault", "now")));

        assertThat(arguments, hasItems("-X", "PATCH", "Content-Type: application/json", "X-Fault: now"));
        assertThat(body(arguments), is("{\"a\": 1}"));
        assertThat(arguments.get(arguments.size() - 1), is("https://account.test:8443/stage/x?a=b&c=d"));
    }

    static List<String> textsThatShellsWouldTakeForTheirOwn() {
        return List.of(
                "it's",
                "''",
                "$HOME `id` $(id) ${IFS} \\ \\n !! * ? [a] {b,c} ~ # ; & | < > \" '",
                "José 首席财务官 😀",
                "a\nb\r\n\tc\u0001\u007f",
                "\\x41\\'$'",
                "it's\n\\n",
                "\u0001f\u0002F9",
                " ");
    }

    @Test
    void an_empty_body_is_an_empty_argument() throws Exception {
        assertThat(body(arguments(sent("POST", "/x", new byte[0], JSON))), is(""));
    }

    @ParameterizedTest
    @MethodSource("textsThatShellsWouldTakeForTheirOwn")
    void any_text_comes_through_the_shell(String body) throws Exception {
        assertThat(body(arguments(sent("POST", "/x", utf8(body), JSON))), is(body));
    }

    @ParameterizedTest
    @MethodSource("textsThatShellsWouldTakeForTheirOwn")
    void any_header_and_any_address_come_through_the_shell(String text) throws Exception {
        List<String> arguments = arguments(sent("POST", "/x?" + text, utf8("{}"), JSON, new Header("X-Odd", text)));

        assertThat(arguments, hasItem("X-Odd: " + text));
        assertThat(arguments.get(arguments.size() - 1), is("https://account.test:8443/x?" + text));
    }

    @Test
    void a_body_that_begins_like_a_file_name_is_no_file_name_to_curl() throws Exception {
        List<String> arguments = arguments(sent("POST", "/x", utf8("@/etc/hostname"), JSON));

        assertThat(after("--data-raw", arguments), is("@/etc/hostname"));
    }

    @Test
    void an_absent_content_type_stays_absent() throws Exception {
        List<String> arguments = arguments(sent("POST", "/x", utf8("{}")));

        assertThat("curl leaves a header out that has a colon and no value", arguments, hasItem("Content-Type:"));
        assertThat("but sends one that ends in a semicolon", arguments, not(hasItem("Content-Type;")));
    }

    @Test
    void an_empty_header_stays_empty() throws Exception {
        List<String> arguments = arguments(sent("POST", "/x", utf8("{}"), new Header("Content-Type", "")));

        assertThat("curl sends an empty header only so", arguments, hasItem("Content-Type;"));
    }

    static Map<String, byte[]> bodiesThatAreNoArgument() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        byte[] random = new byte[150_000];
        new Random(7).nextBytes(random);
        return Map.of(
                "every byte", every,
                "a zero, then digits", utf8("\u00001\u000012%s%%\\"),
                "half a character", new byte[] {'"', (byte) 0xc3, '"'},
                "padding", utf8("{}" + " ".repeat(1_000_000)),
                "a long name", utf8("{\"Name\":\"" + "a".repeat(1_000_000) + "\",\"Title\":\"it's 100 %\"}"),
                "quotes alone", utf8("'".repeat(5_000)),
                "percents and backslashes", utf8("%".repeat(300) + "\\".repeat(300) + "\u0000".repeat(300)),
                "no text and no padding", random,
                "a long text", utf8("José, 100 % of it's \\".repeat(10_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void any_bytes_come_through_any_shell(String shell) throws Exception {
        for (Map.Entry<String, byte[]> body : bodiesThatAreNoArgument().entrySet()) {
            Sent sent = sent("POST", "/x", body.getValue(), JSON);

            List<byte[]> printed = rawArguments(command(sent), shell);

            assertThat(body.getKey(), printed.get(printed.size() - 1), is(body.getValue()));
        }
    }

    @Test
    void a_body_of_a_megabyte_is_a_short_command() {
        assertThat(command(sent("POST", "/x", utf8("{}" + " ".repeat(1_000_000)), JSON)), is("""
                        { printf %s '{}';
                          printf '%1000000s' ''; } |
                        curl -sS -i -X POST \\
                          -H 'Content-Type: application/json' \\
                          -H 'Expect:' \\
                          --data-binary @- \\
                          'https://account.test:8443/x'"""));
    }

    @Test
    void a_body_that_nobody_knows_any_more_is_no_command() {
        Recorded recorded =
                new Recorded(exchange(sent("POST", "/x", utf8("{"), JSON)), Instant.EPOCH, 40_000, List.of());

        assertThat(
                new Curl(ENDPOINT, Optional.empty()).of(recorded),
                is("# of the request's body of 40000 bytes only the beginning was kept"));
    }

    @Test
    void a_path_that_goes_up_and_an_address_like_a_list_are_taken_as_they_are() throws Exception {
        assertThat(arguments(sent("POST", "/a/../x", utf8("{}"), JSON)), hasItem("--path-as-is"));
        assertThat(arguments(sent("POST", "/x?a={b,c}[1-2]", utf8("{}"), JSON)), hasItem("--globoff"));
        assertThat(arguments(sent("POST", "/a..b/.c", utf8("{}"), JSON)), not(hasItem("--path-as-is")));
    }

    @Test
    void headers_that_curl_makes_by_itself_are_left_to_it() throws Exception {
        List<String> arguments = arguments(sent(
                "POST", "/x", utf8("{}"), JSON, new Header("Host", "a.test"), new Header("User-Agent", "accountspec")));

        assertThat(arguments, everyItem(not(startsWith("Host:"))));
        assertThat(arguments, everyItem(not(startsWith("User-Agent:"))));
    }

    // ---- signing

    @Test
    void a_signed_request_is_signed_again_with_the_keys_of_whoever_runs_it() throws Exception {
        List<String> arguments = arguments(signed());

        assertThat(after("--aws-sigv4", arguments), is("aws:amz:us-east-1:account"));
        assertThat(after("--user", arguments), is("their-key:their-secret"));
        assertThat(arguments, hasItem("X-Amz-Security-Token: their-token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIDEXAMPLE", "5d672d79c15b", "IQoJb3JpZ2luX2Vj", "20261122T170000Z"})
    void nothing_of_the_runs_own_keys_is_in_it(String secret) {
        assertThat(command(signed()), not(containsString(secret)));
    }

    @Test
    void an_unsigned_request_stays_unsigned() throws Exception {
        assertThat(arguments(sent("POST", "/x", utf8("{}"), JSON)), not(hasItem("--aws-sigv4")));
        assertThat(
                arguments(new Curl(ENDPOINT, Optional.empty()).of(exchange(sent("POST", "/x", utf8("{}"), JSON)))),
                not(hasItem("--user")));
    }

    private static Sent signed() {
        return sent(
                "POST",
                "/x",
                utf8("{}"),
                JSON,
                new Header("X-Amz-Date", "20261122T170000Z"),
                new Header("X-Amz-Security-Token", "IQoJb3JpZ2luX2Vj"),
                new Header(
                        "Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122, Signature=5d672d79c15b"));
    }

    private static Sent sent(String method, String target, byte[] body, Header... headers) {
        return new Sent(method, target, List.of(headers), body);
    }

    private static String command(Sent sent) {
        return new Curl(ENDPOINT, Optional.of("aws:amz:us-east-1:account")).of(exchange(sent));
    }

    private static Exchange exchange(Sent sent) {
        return new Exchange(
                1, "a scenario", "the account", "told", sent, Received.of(200, List.of(), new byte[0]), Duration.ZERO);
    }

    private static List<String> arguments(Sent sent) throws IOException, InterruptedException {
        return arguments(command(sent));
    }

    private static List<String> arguments(String command) throws IOException, InterruptedException {
        return rawArguments(command).stream()
                .map(argument -> new String(argument, StandardCharsets.UTF_8))
                .toList();
    }

    private static List<byte[]> rawArguments(String command) throws IOException, InterruptedException {
        return rawArguments(command, "bash");
    }

    /** What a shell makes of the command: curl's arguments, and last the body if it does not come as an argument. */
    private static List<byte[]> rawArguments(String command, String program) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder(program);
        bash.environment().put("AWS_ACCESS_KEY_ID", "their-key");
        bash.environment().put("AWS_SECRET_ACCESS_KEY", "their-secret");
        bash.environment().put("AWS_SESSION_TOKEN", "their-token");
        bash.environment().put("LC_ALL", "C.UTF-8");
        Path body = Files.createTempFile(folder, "body", "");
        bash.environment().put("BODY", body.toString());
        bash.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process shell = bash.start();
        try (var in = shell.getOutputStream()) {
            in.write(utf8("curl() { printf '%s\\0' \"$@\"; case \" $* \" in *' @- '*) cat >\"$BODY\";; esac; }\n"
                    + command + "\n"));
        }
        byte[] printed = shell.getInputStream().readAllBytes();
        assertThat("the shell ends", shell.waitFor(60, TimeUnit.SECONDS), is(true));
        assertThat("the shell understands the command", shell.exitValue(), is(0));
        List<byte[]> arguments = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < printed.length; i++) {
            if (printed[i] == 0) {
                arguments.add(Arrays.copyOfRange(printed, from, i));
                from = i + 1;
            }
        }
        if (command.contains("@-")) {
            arguments.add(Files.readAllBytes(body));
        }
        return arguments;
    }

    private static String body(List<String> arguments) {
        return arguments.contains("--data-raw") ? after("--data-raw", arguments) : arguments.get(arguments.size() - 1);
    }

    private static String after(String option, List<String> arguments) {
        assertThat(arguments, hasItem(option));
        return arguments.get(arguments.indexOf(option) + 1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
