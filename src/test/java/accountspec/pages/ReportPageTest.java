package accountspec.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Redaction;
import accountspec.exchange.Sent;
import accountspec.recording.Recorded;
import accountspec.recording.Traffic;
import accountspec.report.RunFacts;
import accountspec.spec.ClauseBook;
import accountspec.verdict.Certificate;
import accountspec.verdict.Deviation;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Result;
import accountspec.verdict.ScenarioResult.Undecided;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

    private static final String MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG";

    @TempDir
    private Path folder;

    @Test
    void it_tells_the_verdict_and_each_finding_with_a_command_that_repeats_it() throws IOException {
        String page =
                page(Optional.of("{}"), scenario("PAC-PHONE-2", "A long number", deviates("accepted (HTTP 200)")));

        assertThat(page, containsString("<h1>Does not conform</h1>"));
        assertThat(page, containsString("One of the 59 statements that bind is broken: PAC-PHONE-2."));
        assertThat(page, containsString("<dd>accepted (HTTP 200)</dd>"));
        assertThat(page, containsString("curl of 7\n# expected: refused with ValidationException"));
        assertThat(page, containsString("accountspec certify --clause PAC-PHONE-2"));
        assertThat(page, containsString("id=\"PAC-PHONE-2\""));
    }

    @Test
    void what_could_not_be_tried_is_told_with_what_it_needs() throws IOException {
        String page = page(
                Optional.empty(),
                scenario("PAC-PHONE-2", "A long number", new Undecided("the profile does not offer telephones", true)),
                scenario("PAC-EMAIL-2", "A long address", new Conforms()));

        assertThat(page, containsString("<h1>Conforms in part</h1>"));
        assertThat(page, containsString("<dt>the profile does not offer telephones</dt>"));
    }

    @Test
    void nothing_of_a_targets_is_markup_or_steers_anything() throws IOException {
        String page = page(
                Optional.of(MARKUP + "\u001b[31m\u202e"),
                scenario("PAC-PHONE-2", "A number", deviates(MARKUP + "\u009b31m\u202e")));

        assertThat(page, not(containsString("<script>alert")));
        assertThat(page, not(containsString("<img")));
        assertThat(page, containsString("&lt;script&gt;alert(1)"));
        assertThat(page.matches("(?s).*[\\p{Cntrl}\\u202e&&[^\\n\\t]].*"), is(false));
    }

    @Test
    void it_forbids_itself_the_network_and_any_script_but_its_own() throws IOException {
        String page = page(Optional.of("{}"), scenario("PAC-PHONE-2", "A number", new Conforms()));

        assertThat(page, containsString("default-src &#39;none&#39;"));
        assertThat(page.split("<script", -1).length, is(2));
        assertThat(page, not(containsString("src=\"http")));
        assertThat(page, not(containsString("href=\"http")));
        assertThat(page, not(containsString("url(")));
    }

    @Test
    void no_secret_gets_into_it() throws IOException {
        String page = page(Optional.of("{}"), scenario("PAC-PHONE-2", "A number", deviates("echoed " + SECRET)));

        assertThat(page, not(containsString(SECRET)));
        assertThat(page, containsString("echoed [redacted]"));
    }

    @Test
    void a_target_that_answers_every_request_with_a_novel_does_not_make_it_too_big_to_mail() throws IOException {
        List<ScenarioResult> scenarios = new ArrayList<>();
        ClauseBook.bundled().clauses().forEach(clause -> {
            for (int i = 0; i < 6; i++) {
                scenarios.add(scenario(clause.id().text(), "No. " + i, deviates(i + "\u001b".repeat(2_000))));
            }
        });

        String page = page(Optional.of("\u001b<&\"".repeat(4_000)), scenarios.toArray(ScenarioResult[]::new));

        assertThat(page.getBytes(StandardCharsets.UTF_8).length, lessThan(3_000_000));
        assertThat(page, containsString("There is no room for the exchange here"));
    }

    private String page(Optional<String> answer, ScenarioResult... scenarios) throws IOException {
        Certificate certificate = Certificate.of(
                ClauseBook.bundled(), List.of(scenarios), Optional.empty(), List.of(), LocalDate.of(2026, 11, 22));
        Redaction redaction = new Redaction();
        redaction.hide(List.of(SECRET));
        Optional<Recorded> recorded = answer.map(ReportPageTest::recorded);
        Traffic traffic = new Traffic();
        recorded.ifPresent(one -> traffic.count(one.exchange()));
        RunFacts facts = new RunFacts(
                "1.2.3", "0123", "staging", "http://double.test", "full", 4, 17, Duration.ofMillis(2_345), "today");
        Path file = ReportPage.write(
                folder,
                certificate,
                facts,
                new ReportPage.Evidence(
                        finding -> recorded,
                        scenario -> recorded,
                        one -> "curl of " + one.exchange().number(),
                        traffic,
                        "accountspec certify",
                        List.of(),
                        Optional.empty(),
                        true),
                redaction);
        return Files.readString(file);
    }

    private static Recorded recorded(String answer) {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        Exchange exchange = new Exchange(
                7,
                "A scenario",
                "the account",
                "POST /putAlternateContact",
                new Sent(
                        "POST", "/putAlternateContact", List.of(), "{\"Name\":\"a\"}".getBytes(StandardCharsets.UTF_8)),
                Received.of(200, List.of(new Header("X-" + answer, answer)), body),
                Duration.ofMillis(3));
        return new Recorded(exchange, Instant.EPOCH, 12);
    }

    private static ScenarioResult scenario(String clause, String name, Result result) {
        return new ScenarioResult(
                "put-alternate-contact/x.feature", 12, name, List.of(clause), result, Duration.ofMillis(5), 1);
    }

    private static Result deviates(String was) {
        return new Deviates(new Deviation("refused with ValidationException", was, "POST, PhoneNumber \"7\"", 7));
    }
}
