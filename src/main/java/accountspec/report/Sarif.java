package accountspec.report;

import accountspec.exchange.Printable;
import accountspec.exchange.Redaction;
import accountspec.verdict.Certificate;
import accountspec.verdict.ClauseResult;
import accountspec.verdict.Finding;
import accountspec.verdict.ScenarioResult;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code results.sarif}: the findings as static analysers tell theirs, SARIF 2.1.0. A rule is a clause; a place is the
 * scenario in its feature.
 */
public final class Sarif {

    private static final String HOME =
            "https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html";

    private final Certificate certificate;
    private final Redaction redaction;

    private Sarif(Certificate certificate, Redaction redaction) {
        this.certificate = certificate;
        this.redaction = redaction;
    }

    public static Path write(Path folder, Certificate certificate, RunFacts facts, Redaction redaction)
            throws IOException {
        Path file = folder.resolve("results.sarif");
        Object log = new Sarif(certificate, redaction).log(facts);
        Files.writeString(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n");
        return file;
    }

    private Object log(RunFacts facts) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "accountspec");
        driver.put("version", facts.version());
        driver.put("rules", certificate.clauses().stream().map(this::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("automationDetails", Map.of("id", "accountspec/" + safe(facts.target()) + "/"));
        run.put("columnKind", "utf16CodeUnits");
        boolean suiteFailed = certificate.outcome() == Certificate.Outcome.SUITE_FAILED;
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", !suiteFailed);
        invocation.put("exitCode", certificate.outcome().exitStatus());
        run.put("invocations", List.of(invocation));
        run.put("results", certificate.findings().stream().map(this::result).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private Object rule(ClauseResult result) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", result.clause().id().text());
        rule.put("shortDescription", Map.of("text", result.clause().text()));
        rule.put(
                "fullDescription",
                Map.of(
                        "text",
                        result.clause().text() + " Page: " + result.clause().place() + ". Standing: "
                                + result.clause().standing().word() + "."));
        rule.put("helpUri", HOME);
        rule.put(
                "defaultConfiguration",
                Map.of("level", result.clause().standing().binds() ? "error" : "note"));
        rule.put(
                "properties",
                Map.of(
                        "standing",
                        result.clause().standing().word(),
                        "verdict",
                        result.verdict().word()));
        return rule;
    }

    private Object result(Finding finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.clause());
        result.put("ruleIndex", index(finding.clause()));
        result.put("kind", "fail");
        result.put("level", finding.advisory() ? "note" : "error");
        result.put(
                "message",
                Map.of(
                        "text",
                        safe("expected " + finding.deviation().expected() + "; was "
                                + finding.deviation().was() + "; sent "
                                + finding.deviation().sent())));
        result.put("locations", List.of(location(finding)));
        // The same finding in the next run is the same, wherever the feature's lines have moved.
        result.put(
                "partialFingerprints",
                Map.of(
                        "accountspec/v1",
                        finding.clause() + "/" + finding.scenario().feature() + "/"
                                + safe(finding.scenario().name())));
        if (finding.waived()) {
            result.put("suppressions", List.of(Map.of("kind", "external", "justification", "waived by the profile")));
        }
        result.put("occurrenceCount", finding.more() + 1);
        return result;
    }

    private int index(String clause) {
        List<String> ids = new ArrayList<>();
        certificate.clauses().forEach(result -> ids.add(result.clause().id().text()));
        return ids.indexOf(clause);
    }

    private Object location(Finding finding) {
        ScenarioResult scenario = finding.scenario();
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", "features/" + scenario.feature(), "uriBaseId", "%SRCROOT%"));
        place.put("region", Map.of("startLine", Math.max(1, scenario.line())));
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", place);
        location.put(
                "logicalLocations",
                List.of(Map.of("name", finding.clause(), "fullyQualifiedName", "statements/" + finding.clause())));
        return location;
    }

    private String safe(String text) {
        return redaction.in(Printable.line(text, 1_000));
    }
}
