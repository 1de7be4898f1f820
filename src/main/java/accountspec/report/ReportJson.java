package accountspec.report;

import accountspec.cause.Cause;
import accountspec.cause.Diagnosis;
import accountspec.exchange.Redaction;
import accountspec.verdict.Certificate;
import accountspec.verdict.ClauseResult;
import accountspec.verdict.Finding;
import accountspec.verdict.Repeat;
import accountspec.verdict.Score;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** {@code report.json}: the certificate for machines. Its keys are a promise; see the changelog before changing one. */
public final class ReportJson {

    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    private ReportJson() {}

    /** @param curl the command that repeats a finding's request */
    public static Path write(
            Path folder,
            Certificate certificate,
            Diagnosis diagnosis,
            RunFacts facts,
            Redaction redaction,
            Function<Finding, String> curl)
            throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("result", certificate.outcome().word());
        report.put("exitCode", certificate.outcome().exitStatus());
        report.put("reasons", certificate.reasons());
        report.put("suite", Map.of("name", "accountspec", "version", facts.version()));
        report.put("power", power(facts.strength()));
        report.put("page", Map.of("sha256", facts.page()));
        report.put("target", ordered("name", facts.target(), "endpoint", facts.endpoint()));
        report.put("depth", facts.depth());
        report.put("scenarios", certificate.scenarios().size());
        report.put("requests", facts.requests());
        report.put("durationMillis", facts.took().toMillis());
        report.put("restored", facts.course().restored());
        report.put("contacts", facts.course().contacts());
        facts.course().journal().ifPresent(journal -> report.put("journal", journal));
        report.put("traffic", traffic(facts.course().traffic()));
        report.put(
                "clauses",
                certificate.clauses().stream().map(ReportJson::clause).toList());
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Finding finding : certificate.findings()) {
            Map<String, Object> told = finding(finding, curl.apply(finding));
            Repeat repeat = facts.course().repeats().get(finding.clause());
            if (repeat != null) {
                told.put("repeats", repeat(repeat));
            }
            diagnosis.measured(finding).ifPresent(measured -> told.put("measured", measured));
            findings.add(told);
        }
        report.put("findings", findings);
        report.put(
                "causes",
                diagnosis.causes().stream()
                        .map(cause -> cause(cause, certificate, curl))
                        .toList());
        Path file = folder.resolve("report.json");
        // As bytes: half a surrogate pair becomes a question mark, and not an exception.
        Files.write(file, (redaction.in(JSON.writeValueAsString(report)) + "\n").getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** The JSON Schema that every such report keeps. */
    public static void writeSchema(Path folder) throws IOException {
        try (InputStream schema = ReportJson.class.getResourceAsStream("report.schema.json")) {
            Files.copy(
                    Objects.requireNonNull(schema, "no report.schema.json beside ReportJson"),
                    folder.resolve("report.schema.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Map<String, Object> power(Strength strength) {
        Map<String, Object> told = new LinkedHashMap<>();
        Score score = strength.score();
        told.put("flaws", score.flaws());
        told.put("full", score.full());
        told.put("core", score.core());
        told.put("variants", score.variants());
        told.put("controls", strength.controls());
        return told;
    }

    private static Map<String, Object> traffic(Traffic traffic) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("throttled", traffic.throttled());
        told.put("failed", traffic.failed());
        told.put("unanswered", traffic.unanswered());
        told.put(
                "latencyMillis",
                Map.of(
                        "p50", traffic.median().toNanos() / 1e6,
                        "p95", traffic.ninetyFifth().toNanos() / 1e6,
                        "max", traffic.longest().toNanos() / 1e6));
        traffic.paceRatio().ifPresent(ratio -> told.put("paceRatio", ratio));
        return told;
    }

    private static Map<String, Object> clause(ClauseResult result) {
        Map<String, Object> clause = ordered(
                "id",
                result.clause().id().text(),
                "standing",
                result.clause().standing().word(),
                "verdict",
                result.verdict().word());
        clause.put("scenarios", result.scenarios());
        clause.put("conforming", result.conforming());
        result.reading().ifPresent(reading -> clause.put("reading", reading));
        clause.put("waived", result.waived());
        result.because().ifPresent(because -> clause.put("because", because));
        if (result.notOffered()) {
            clause.put("notOffered", true);
        }
        return clause;
    }

    private static Map<String, Object> finding(Finding finding, String curl) {
        Map<String, Object> told = ordered(
                "clause",
                finding.clause(),
                "scenario",
                finding.scenario().name(),
                "at",
                finding.scenario().at(),
                "expected",
                finding.deviation().expected(),
                "was",
                finding.deviation().was(),
                "sent",
                finding.deviation().sent());
        told.put("curl", curl);
        told.put("severity", finding.severity());
        told.put("waived", finding.waived());
        told.put("scenarios", finding.more() + 1);
        return told;
    }

    private static Map<String, Object> repeat(Repeat repeat) {
        Map<String, Object> told = ordered("kind", repeat.kind().words());
        told.put("deviated", repeat.deviated());
        told.put("runs", repeat.runs());
        return told;
    }

    private static Map<String, Object> cause(Cause cause, Certificate certificate, Function<Finding, String> curl) {
        Map<String, Object> told = ordered("cause", cause.sentence());
        told.put("clauses", cause.clauses());
        told.put(
                "findings",
                cause.findings().stream().map(certificate.findings()::indexOf).toList());
        told.put("sent", cause.shown().sent());
        told.put("curl", curl.apply(cause.showing()));
        told.put("severity", cause.isAdvisory() ? "advisory" : "deviation");
        return told;
    }

    private static Map<String, Object> ordered(String... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
