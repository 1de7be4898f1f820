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
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands are run by a real shell, in which curl is a function that prints its arguments. */
class CurlTest {

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
    void bytes_that_are_no_text_come_through_the_shell() throws Exception {
        byte[] bytes = new byte[255];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i + 1);
        }
        bytes['\n' - 1] = ' '; // the arguments are printed a line each

        assertThat(
                rawArguments(sent("POST", "/x", bytes, JSON)).stream()
                        .anyMatch(argument -> Arrays.equals(argument, bytes)),
                is(true));
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

    @Test
    void a_long_body_is_left_out_and_said_to_be() throws Exception {
        String command = command(sent("POST", "/x", utf8("x".repeat(10_000)), JSON));

        assertThat(command.length() < 1_000, is(true));
        assertThat(body(arguments(command)), is("(a body of 10000 bytes)"));
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

    private static List<byte[]> rawArguments(Sent sent) throws IOException, InterruptedException {
        return rawArguments(command(sent));
    }

    /** What a shell makes of the command: curl's arguments, in its place printed with a zero after each. */
    private static List<byte[]> rawArguments(String command) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash");
        bash.environment().put("AWS_ACCESS_KEY_ID", "their-key");
        bash.environment().put("AWS_SECRET_ACCESS_KEY", "their-secret");
        bash.environment().put("AWS_SESSION_TOKEN", "their-token");
        bash.environment().put("LC_ALL", "C.UTF-8");
        bash.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process shell = bash.start();
        try (var in = shell.getOutputStream()) {
            in.write(utf8("curl() { printf '%s\\0' \"$@\"; }\n" + command + "\n"));
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
        return arguments;
    }

    private static String body(List<String> arguments) {
        return after(arguments.contains("--data-raw") ? "--data-raw" : "--data-binary", arguments);
    }

    private static String after(String option, List<String> arguments) {
        assertThat(arguments, hasItem(option));
        return arguments.get(arguments.indexOf(option) + 1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
