package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import accountspec.hostile.HostileEndpoint;
import accountspec.hostile.Http;
import accountspec.hostile.Manner;
import accountspec.hostile.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Endpoints that mean harm, or are broken beyond HTTP: each run ends in time, with the right exit status and a reason in
 * words, and nothing of the endpoint's is alive in the console or in the reports, nor anything of its callers' secrets.
 */
@Isolated // there is one System.out
final class HostileTargetsTest {

    private static final String ESCAPE = "\u001b[31mRED\u001b]0;title\u0007\u009b31m";
    private static final String AZURE = "##vso[task.setvariable variable=PATH]/evil";
    private static final String GITHUB = "::set-output name=result::conforms";
    private static final String MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final String DEEP = "[".repeat(200_000) + "]".repeat(200_000);

    /** One folder for all: Allure reads its settings once. */
    @TempDir
    private static Path reports;

    // ---- no answer, or none that is HTTP

    @Test
    void aTargetThatNeverAnswersGivesNoVerdict() {
        assertNoVerdict(Visitor::keepWaiting, "no complete answer within");
    }

    @Test
    void aTargetThatHangsUpOnEverybodyGivesNoVerdict() {
        assertNoVerdict(visitor -> {}, "the connection ended");
    }

    @Test
    void aTargetThatResetsEveryConnectionGivesNoVerdict() {
        assertNoVerdict(
                visitor -> {
                    visitor.ask();
                    visitor.reset();
                },
                "the connection ended");
    }

    @Test
    void aTargetThatAnswersAByteAtATimeGivesNoVerdict() {
        assertNoVerdict(
                visitor -> {
                    visitor.ask();
                    for (byte b : Http.answer(200, "")) {
                        visitor.say(new byte[] {b});
                        Thread.sleep(100);
                    }
                },
                "no complete answer within");
    }

    @Test
    void aTargetThatSpeaksSomethingOtherThanHttpGivesNoVerdict() {
        assertNoVerdict(visitor -> visitor.say("SSH-2.0-OpenSSH_9.6\r\n" + ESCAPE + "\r\n" + GITHUB + "\r\n"), "HTTP");
    }

    @Test
    void aTargetThatNeverStopsSendingHeadersGivesNoVerdict() {
        assertNoVerdict(
                visitor -> {
                    visitor.ask();
                    visitor.say("HTTP/1.1 200 OK\r\n");
                    visitor.sayForEver("X-More: and more\r\n");
                },
                "was not answered");
    }

    @Test
    void aTargetWithAHeaderThatNeverEndsGivesNoVerdict() {
        assertNoVerdict(
                visitor -> {
                    visitor.ask();
                    visitor.say("HTTP/1.1 200 OK\r\nX-More: ");
                    visitor.sayForEver("and more ");
                },
                "was not answered");
    }

    @Test
    void aTargetThatNeverStopsPromisingAnAnswerGivesNoVerdict() {
        assertNoVerdict(
                visitor -> {
                    visitor.ask();
                    visitor.sayForEver("HTTP/1.1 100 Continue\r\n\r\n");
                },
                "was not answered");
    }

    @Test
    void aTargetThatSwitchesProtocolsGivesNoVerdict() {
        assertNoVerdict(
                visitor -> {
                    visitor.ask();
                    visitor.say(Http.head("HTTP/1.1 101 Switching Protocols", "Upgrade: h2c", "Connection: Upgrade"));
                    visitor.keepWaiting();
                },
                "was not answered");
    }

    @Test
    void aTargetThatCannotCountItsChunksGivesNoVerdict() {
        assertNoVerdict(
                visitor -> {
                    visitor.ask();
                    visitor.say(Http.head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked"));
                    visitor.say("zzzz\r\nhello\r\n");
                },
                "was not answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "50"})
    void aTargetThatMisstatesTheLengthOfItsAnswersGivesNoVerdict(String length) {
        assertNoVerdict(
                visitor -> {
                    visitor.ask();
                    visitor.say(Http.head("HTTP/1.1 200 OK", "Content-Length: " + length));
                    visitor.say("hi");
                },
                "was not answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "1000", "-200", "two hundred"})
    void aTargetWhoseStatusIsNoneGivesNoVerdict(String status) {
        assertNoVerdict(
                Manner.toEach(asked -> Http.head(
                        "HTTP/1.1 " + status + " " + ESCAPE + AZURE, "Content-Length: 0", "Connection: close")),
                "the target");
    }

    // ---- the same answer to everything

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void aTargetThatFailsForEverGivesNoVerdict(int status) {
        assertNoVerdict(
                Manner.toEach(asked -> Http.answer(status, "<html>not now</html>", "Content-Type: text/html")),
                "HTTP " + status);
    }

    @Test
    void aTargetThatAsksForMorePatienceThanThereIsGivesNoVerdict() {
        assertNoVerdict(Manner.toEach(asked -> Http.answer(429, "{}", "Retry-After: 9999")), "HTTP 429");
    }

    @Test
    void aTargetThatRefusesEverybodyGivesNoVerdict() {
        assertNoVerdict(
                Manner.toEach(asked -> Http.error("AccessDeniedException", 403)),
                "refused with AccessDeniedException",
                "--depth",
                "core");
    }

    @Test
    void aTargetThatFindsEverythingInvalidGivesNoVerdict() {
        assertNoVerdict(
                Manner.toEach(asked -> Http.error("ValidationException", 400)),
                "refused with ValidationException",
                "--depth",
                "core");
    }

    @Test
    void aTargetThatAcceptsEverythingDoesNotConform() {
        Run run = certify(Manner.toEach(asked -> Http.answer(200, "")), "--depth", "core");

        assertThat(run.told(), run.status(), is(1));
        assertThat(run.report(), containsString("does not conform"));
    }

    // ---- gone

    @Test
    void aTargetThatDiesAfterFortyRequestsGivesNoVerdict() {
        AtomicInteger left = new AtomicInteger(40);
        assertNoVerdict(
                visitor -> {
                    while (visitor.ask() != null && left.getAndDecrement() > 0) {
                        visitor.say(Http.answer(200, ""));
                    }
                },
                "the connection ended",
                "--depth",
                "core");
    }

    @Test
    void aTargetThatHangsAfterFortyRequestsGivesNoVerdict() {
        AtomicInteger left = new AtomicInteger(40);
        assertNoVerdict(
                visitor -> {
                    while (visitor.ask() != null && left.getAndDecrement() > 0) {
                        visitor.say(Http.answer(200, ""));
                    }
                    visitor.keepWaiting();
                },
                "no complete answer within",
                "--depth",
                "core");
    }

    @Test
    void aTargetThatForgetsItsCallersHalfWayGivesNoVerdict() {
        AtomicInteger left = new AtomicInteger(3);
        assertNoVerdict(
                Manner.toEach(asked -> {
                    boolean known = left.getAndDecrement() > 0;
                    boolean valid = text(asked.body()).matches(".*\"Name\":\".*@.*|.*@.*\"Name\":\".*");
                    return !known
                            ? Http.error("ExpiredTokenException", 403)
                            : valid ? Http.answer(200, "") : Http.error("ValidationException", 400);
                }),
                "ExpiredTokenException",
                "--tags",
                "@PAC-VALIDATION-2 or @PAC-NAME-1");
    }

    // ---- elsewhere

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void aRedirectIsNotFollowedAndNoSignatureGoesAlong(int status) {
        AtomicInteger visits = new AtomicInteger();
        try (HostileEndpoint elsewhere = HostileEndpoint.start(visitor -> visits.incrementAndGet())) {
            assertNoVerdict(
                    Manner.toEach(
                            asked -> Http.answer(status, "", "Location: " + elsewhere.uri() + "/putAlternateContact")),
                    "HTTP " + status);
        }

        assertThat(visits.get(), is(0));
    }

    @Test
    void aRedirectToItselfGivesNoVerdict() {
        assertNoVerdict(Manner.toEach(asked -> Http.answer(307, "", "Location: /putAlternateContact")), "HTTP 307");
    }

    // ---- too much

    @Test
    void aBodyThatNeverEndsIsCutAndDoesNotConform() {
        Run run = certify(
                visitor -> {
                    visitor.ask();
                    visitor.say(Http.head("HTTP/1.1 200 OK"));
                    visitor.sayForEver("and more ");
                },
                "--clause",
                "PAC-RESPONSE-2");

        assertThat(run.told(), run.status(), is(1));
        assertThat(run.console(), containsString("a body of more than"));
    }

    @Test
    void aGzipBombIsNotUnpacked() throws IOException {
        byte[] bomb = bomb();

        Run run = certify(
                Manner.toEach(asked -> Http.answer(200, bomb, "Content-Encoding: gzip")), "--clause", "PAC-RESPONSE-2");

        assertThat(run.told(), run.status(), is(1));
        assertThat(run.console(), containsString("a body of " + bomb.length + " bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a long body", "long headers"})
    void whatComesWithEachAnswerIsNotKept(String what) {
        byte[] answer = what.equals("a long body")
                ? Http.answer(200, "m".repeat(300_000))
                : Http.answer(200, "", "X-A: " + "m".repeat(170_000), "X-B: " + "m".repeat(170_000));
        AtomicInteger requests = new AtomicInteger();
        AtomicLong early = new AtomicLong();
        AtomicLong late = new AtomicLong(Long.MAX_VALUE);

        // To look at the memory takes as long as the garbage takes to collect.
        String patience = "{ throttled: 60s, settle: 100ms, timeout: 20s }";
        String tags = "(@PAC-NAME-3 or @PAC-TITLE-3 or @PAC-PHONE-3 or @PAC-EMAIL-2) and not @needs-read-back";
        Manner measuring = Manner.toEach(asked -> {
            int number = requests.incrementAndGet();
            if (number == 30) {
                early.set(megabytesInUse());
            } else if (number >= 130 && number % 10 == 0) {
                late.accumulateAndGet(megabytesInUse(), Math::min);
            }
            return answer;
        });
        try (HostileEndpoint endpoint = HostileEndpoint.start(measuring)) {
            Run.of(endpoint.uri(), reports, List.of("--tags", tags), patience);
        }

        assertThat("requests", requests.get(), greaterThan(150));
        // Kept, they would be 30 MB at least. The least counts: what is under way, or made in the background, passes.
        assertThat("MB kept of a hundred answers", late.get() - early.get(), lessThan(16L));
    }

    @Test
    void anErrorNestedTwoHundredThousandDeepNamesNothing() {
        Run run = certify(
                acceptingAllBut("carlos.example.com", Http.answer(400, "{\"message\":" + DEEP + ",\"__type\":\"x\"}")),
                "--clause",
                "PAC-COMMON-2");

        assertThat(run.told(), run.status(), is(1));
        assertThat(run.console(), containsString("no name in any of them"));
    }

    @Test
    void aContactNestedTwoHundredThousandDeepCannotBeReadBack() {
        Run run = certify(answeringGetsWith("{\"AlternateContact\":{\"Name\":" + DEEP + "}}"), "--clause", "PAC-OP-1");

        assertThat(run.told(), run.status(), is(3));
        assertThat(run.console(), containsString("could not be read back"));
    }

    // ---- alive

    @ParameterizedTest
    @ValueSource(
            strings = {ESCAPE, AZURE, GITHUB, MARKUP, "##[set-env name=PATH]/evil", "\r\n" + AZURE, "\n::error::x"})
    void whatASuccessfulAnswerSaysIsTold_butNotObeyed(String text) {
        Run run = certify(Manner.toEach(asked -> Http.answer(200, text)), "--clause", "PAC-RESPONSE-2");

        assertThat(run.told(), run.status(), is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {ESCAPE + "##[group]x\u202e\u2066", MARKUP, "\r\n" + AZURE, "\n" + GITHUB})
    void whatIsStoredIsTold_butNotObeyed(String text) {
        Run run = certify(
                answeringGetsWith("{\"AlternateContact\":{\"Title\":\"" + escaped(text) + "\"}}"),
                "--clause",
                "PAC-OP-1");

        assertThat(run.told(), run.status(), is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {ESCAPE + "##[group]x", MARKUP, AZURE, GITHUB})
    void whatAnErrorIsCalledIsTold_butNotObeyed(String text) {
        String name = text.replaceAll("[\r\n]", "");
        Run run = certify(
                acceptingAllBut(
                        "carlos.example.com",
                        Http.answer(
                                400,
                                "{\"__type\":\"" + escaped(text) + "\",\"message\":\"" + escaped(text) + "\"}",
                                "X-Amzn-Errortype: " + name,
                                "Content-Type: " + name,
                                name + ": " + name)),
                "--clause",
                "PAC-VALIDATION-1");

        assertThat(run.told(), run.status(), is(1));
    }

    @Test
    void cookiesAreNeitherKeptNorObeyed() {
        Run run = certify(
                Manner.toEach(asked -> Http.answer(
                        asked.header("Cookie").isPresent() ? 500 : 200,
                        "",
                        "Set-Cookie: a=b; expires=never; domain=elsewhere.example",
                        "Set-Cookie: " + AZURE,
                        "Set-Cookie: c=d; domain=" + GITHUB + "; max-age=##[group]x")),
                "--clause",
                "PAC-SYNTAX-1");

        assertThat(run.told(), run.status(), is(0));
        assertThat("what is logged", run.err(), is(""));
    }

    @Test
    void challengesAreNotAnswered() {
        Run run = certify(
                Manner.toEach(asked -> Http.answer(
                        401,
                        "",
                        "WWW-Authenticate: " + ESCAPE,
                        "WWW-Authenticate: Digest realm=" + AZURE,
                        "WWW-Authenticate: NTLM")),
                "--clause",
                "PAC-OP-1");

        assertThat(run.told(), run.status(), is(3));
        assertThat("what is logged", run.err(), is(""));
    }

    // ---- secrets

    @Test
    void aTargetThatEchoesRequestsGivesNothingAway() {
        assertKeepsSecrets(asked -> Http.answer(200, asked.head() + text(asked.body())));
    }

    @Test
    void aTargetThatEchoesTheAuthorizationGivesNothingAway() {
        assertKeepsSecrets(asked -> Http.answer(
                200,
                asked.header("Authorization").orElse(""),
                "X-Echo: " + asked.header("Authorization").orElse("")));
    }

    @Test
    void aTargetThatEchoesTheSignatureGivesNothingAway() {
        assertKeepsSecrets(asked -> Http.answer(200, signature(asked)));
    }

    @Test
    void aTargetThatNamesItsErrorsAfterTheSignatureGivesNothingAway() {
        assertKeepsSecrets(asked -> Http.answer(400, "{\"__type\":\"S" + signature(asked) + "\"}"));
    }

    @Test
    void aTargetThatEchoesTheSessionTokenGivesNothingAway() {
        assertKeepsSecrets(
                asked -> Http.answer(200, asked.header("X-Amz-Security-Token").orElse("")));
    }

    @Test
    void aTargetThatKnowsTheSecretKeyCannotPutItIntoTheReports() {
        assertKeepsSecrets(asked -> Http.answer(200, Run.SECRET));
    }

    @Test
    void aTargetThatNamesItsErrorsAfterTheSecretKeyCannotPutItIntoTheReports() {
        assertKeepsSecrets(asked -> Http.error(Run.SECRET, 400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "token", "secret"})
    void aTargetThatStoresWhatIsSecretGivesNothingAway(String what) {
        assertKeepsSecrets(asked -> {
            String stored = switch (what) {
                case "signature" -> signature(asked);
                case "token" -> asked.header("X-Amz-Security-Token").orElse("");
                default -> Run.SECRET;
            };
            return asked.isFor("getAlternateContact")
                    ? Http.answer(200, "{\"AlternateContact\":{\"Title\":\"" + stored + "\"}}")
                    : Http.answer(200, "");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"escaped", "base64"})
    void aTargetThatEncodesWhatIsSecretGivesNothingAway(String how) {
        assertKeepsSecrets(asked -> {
            String token = "token " + asked.header("X-Amz-Security-Token").orElse("");
            String encoded = how.equals("escaped")
                    ? token.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining())
                    : Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
            // A name that is not the run's own is masked, so the answer is written anew.
            return asked.isFor("getAlternateContact")
                    ? Http.answer(200, "{\"AlternateContact\":{\"Name\":\"Jo Doe\",\"Of\":\"" + encoded + "\"}}")
                    : Http.answer(200, "", "X-Echo: " + encoded);
        });
    }

    private static void assertKeepsSecrets(Manner.Reply reply) {
        Set<String> signatures = ConcurrentHashMap.newKeySet();
        Manner manner = Manner.toEach(asked -> {
            signatures.add(signature(asked));
            return reply.to(asked);
        });
        certify(manner, signatures, "--tags", "@PAC-RESPONSE-2 or @PAC-OP-1 or @PAC-VALIDATION-1");
    }

    private static void assertNoVerdict(Manner manner, String reason) {
        assertNoVerdict(manner, reason, "--clause", "PAC-EMAIL-1", "--clause", "PAC-OP-1");
    }

    private static void assertNoVerdict(Manner manner, String reason, String... options) {
        Run run = certify(manner, options);

        assertThat(run.told(), run.status(), is(3));
        assertThat(run.report(), containsString("no verdict"));
        assertThat(run.console(), containsString("NO VERDICT  (exit status 3)"));
        assertThat(run.console(), containsString(reason));
    }

    /** Runs, and sees to what is true of every run. */
    private static Run certify(Manner manner, String... options) {
        return certify(manner, Set.of(), options);
    }

    private static Run certify(Manner manner, Set<String> signatures, String... options) {
        try (HostileEndpoint endpoint = HostileEndpoint.start(manner)) {
            Run run = Run.of(endpoint.uri(), reports, List.of(options));
            run.assertHarmless(signatures);
            return run;
        }
    }

    private static long megabytesInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static Manner acceptingAllBut(String word, byte[] answer) {
        return Manner.toEach(asked -> text(asked.body()).contains(word) ? answer : Http.answer(200, ""));
    }

    private static Manner answeringGetsWith(String body) {
        byte[] answer = Http.answer(200, body, "Content-Type: application/json");
        return Manner.toEach(asked -> asked.isFor("getAlternateContact") ? answer : Http.answer(200, ""));
    }

    private static String signature(Visitor.Asked asked) {
        String authorization = asked.header("Authorization").orElse("Signature=");
        return authorization.substring(authorization.indexOf("Signature=") + "Signature=".length());
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }
        return packed.toByteArray();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(unit -> escaped.append(
                        unit < 0x20 || unit > 0x7e || unit == '"' || unit == '\\'
                                ? "\\u%04x".formatted(unit)
                                : Character.toString(unit)));
        return escaped.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
