package accountspec.pages;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Redaction;
import accountspec.exchange.Sent;
import accountspec.recording.Recorded;
import accountspec.recording.Tally;
import accountspec.report.Course;
import accountspec.report.RunFacts;
import accountspec.report.RunReport;
import accountspec.spec.ClauseBook;
import accountspec.verdict.Certificate;
import accountspec.verdict.Deviation;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Result;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reports of runs that never were. */
final class SamplePages {

    static final String MARKUP = "</script><script>window.hostile = 1</script><img src=x onerror=window.hostile=1>";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG";

    private SamplePages() {}

    /** @param answer the body of every answer; empty for a run of which nothing is recorded */
    static Path report(Path folder, Optional<String> answer, ScenarioResult... scenarios) throws IOException {
        Certificate certificate = Certificate.of(
                ClauseBook.bundled(), List.of(scenarios), Optional.empty(), List.of(), LocalDate.of(2026, 11, 22));
        Redaction redaction = new Redaction();
        redaction.hide(List.of(SECRET));
        Optional<Recorded> recorded = answer.map(SamplePages::recorded);
        Tally tally = new Tally();
        recorded.ifPresent(one -> tally.count(one.exchange()));
        RunFacts facts = new RunFacts(
                "1.2.3",
                "PutAlternateContact",
                "0123",
                "staging",
                "http://double.test",
                "full",
                "accountspec certify",
                4,
                17,
                Duration.ofMillis(2_345),
                Course.NONE,
                "today",
                accountspec.report.Strength.UNKNOWN);
        return ReportPage.write(
                folder,
                certificate,
                facts,
                new ReportPage.Evidence(
                        finding -> recorded,
                        scenario -> recorded,
                        one -> "curl of " + one.exchange().number(),
                        tally,
                        "accountspec certify",
                        List.of(new Cause("Lengths are not looked at.", List.of("PAC-PHONE-2"), 1)),
                        finding -> Optional.of("accepts up to 32 characters"),
                        Optional.empty(),
                        true),
                redaction);
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
        return new Recorded(exchange, Instant.EPOCH, 12, List.of());
    }

    static ScenarioResult scenario(String clause, String name, Result result) {
        return new ScenarioResult(
                "put-alternate-contact/x.feature", 12, name, List.of(clause), result, Duration.ofMillis(5), 1);
    }

    static Result deviates(String was) {
        return new Deviates(new Deviation("refused with ValidationException", was, "POST, PhoneNumber \"7\"", 7));
    }

    /** A report with one clause. */
    static RunReport runReport(String verdict, String target) {
        var json = JsonMapper.builder().build().createObjectNode();
        json.put("result", verdict.equals("conforms") ? "conforms" : "does not conform")
                .put("depth", "core");
        json.putObject("suite").put("version", "1");
        json.putObject("target").put("name", target).put("endpoint", "http://x");
        json.putArray("clauses")
                .addObject()
                .put("id", "PAC-PHONE-2")
                .put("standing", "stated")
                .put("verdict", verdict)
                .put("scenarios", 1);
        return new RunReport(json);
    }
}
