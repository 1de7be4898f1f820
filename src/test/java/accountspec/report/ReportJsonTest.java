package accountspec.report;

import static accountspec.report.Certificates.CONFORMS;
import static accountspec.report.Certificates.DEVIATES;
import static accountspec.report.Certificates.FACTS;
import static accountspec.report.Certificates.NOTED;
import static accountspec.report.Certificates.NOT_OFFERED;
import static accountspec.report.Certificates.deviates;
import static accountspec.report.Certificates.result;
import static accountspec.report.Certificates.waiving;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.cause.Cause;
import accountspec.cause.Diagnosis;
import accountspec.exchange.Redaction;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Its keys are a promise: other people's scripts read them. */
class ReportJsonTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG";

    @TempDir
    private Path folder;

    @Test
    void it_says_what_came_of_the_run_and_of_what_run() throws IOException {
        JsonNode report = written(Certificates.of(result("PF-STATED-1", CONFORMS), result("PF-IMPLIED-1", CONFORMS)));

        assertThat(
                keys(report),
                contains(
                        "result",
                        "exitCode",
                        "reasons",
                        "suite",
                        "power",
                        "page",
                        "target",
                        "depth",
                        "scenarios",
                        "requests",
                        "durationMillis",
                        "restored",
                        "contacts",
                        "traffic",
                        "clauses",
                        "findings",
                        "causes"));
        assertThat(report.get("result").textValue(), is("conforms"));
        assertThat(report.get("exitCode").intValue(), is(0));
        assertThat(report.at("/reasons/0").textValue(), is("every stated and implied clause was proven"));
        assertThat(report.at("/suite/name").textValue(), is("accountspec"));
        assertThat(report.at("/suite/version").textValue(), is("1.2.3"));
        assertThat(report.at("/page/sha256").textValue(), is("0123456789abcdef"));
        assertThat(report.at("/target/name").textValue(), is("staging"));
        assertThat(report.at("/target/endpoint").textValue(), is("http://double.test"));
        assertThat(report.get("depth").textValue(), is("full"));
        assertThat(report.get("scenarios").intValue(), is(2));
        assertThat(report.get("requests").intValue(), is(17));
        assertThat(report.get("durationMillis").intValue(), is(2_345));
        assertThat(report.get("findings").size(), is(0));
    }

    @Test
    void every_clause_has_its_standing_and_its_verdict() throws IOException {
        JsonNode clauses = written(Certificates.of(
                        result("PF-STATED-1", DEVIATES),
                        result("PF-IMPLIED-1", NOT_OFFERED),
                        result("PF-ADVISED-1", CONFORMS),
                        result("PF-OPEN-1", NOTED)))
                .get("clauses");

        List<String> told = new ArrayList<>();
        clauses.forEach(clause -> told.add("%s %s %s %s"
                .formatted(
                        clause.get("id").textValue(),
                        clause.get("standing").textValue(),
                        clause.get("verdict").textValue(),
                        clause.get("scenarios"))));
        assertThat(
                told,
                contains(
                        "PF-STATED-1 stated deviates 1",
                        "PF-IMPLIED-1 implied unproven 1",
                        "PF-ADVISED-1 advised conforms 1",
                        "PF-OPEN-1 open noted 1",
                        "PF-DARK-1 unobservable not run 0"));
    }

    @Test
    void a_clause_tells_its_reading_and_its_reason_only_if_it_has_one() throws IOException {
        JsonNode clauses = written(Certificates.of(
                        result("PF-STATED-1", CONFORMS),
                        result("PF-IMPLIED-1", NOT_OFFERED),
                        result("PF-OPEN-1", NOTED)))
                .get("clauses");

        assertThat(keys(clauses.get(0)), contains("id", "standing", "verdict", "scenarios", "conforming", "waived"));
        assertThat(clauses.get(0).get("conforming").intValue(), is(1));
        assertThat(clauses.get(1).get("because").textValue(), is("the profile does not offer brushes"));
        assertThat(clauses.get(3).get("reading").textValue(), is("accepted"));
        assertThat(clauses.get(4).get("because").textValue(), is("nobody can see it"));
    }

    @Test
    void every_finding_has_its_facts_and_the_command_that_repeats_it() throws IOException {
        JsonNode finding = written(Certificates.of(result("PF-STATED-1", DEVIATES), result("PF-STATED-1", DEVIATES)))
                .at("/findings/0");

        assertThat(
                keys(finding),
                contains(
                        "clause",
                        "scenario",
                        "at",
                        "expected",
                        "was",
                        "sent",
                        "curl",
                        "severity",
                        "waived",
                        "scenarios"));
        assertThat(finding.get("clause").textValue(), is("PF-STATED-1"));
        assertThat(finding.get("scenario").textValue(), is("A scenario of PF-STATED-1"));
        assertThat(finding.get("at").textValue(), is("features/put-alternate-contact/colours.feature:12"));
        assertThat(finding.get("expected").textValue(), is("refused"));
        assertThat(finding.get("was").textValue(), is("accepted (HTTP 200)"));
        assertThat(finding.get("sent").textValue(), is("POST /colours, Name \"red\""));
        assertThat(finding.get("curl").textValue(), is("curl for PF-STATED-1"));
        assertThat(finding.get("severity").textValue(), is("deviation"));
        assertThat(finding.get("waived").booleanValue(), is(false));
        assertThat(finding.get("scenarios").intValue(), is(2));
    }

    @Test
    void advice_and_waivers_are_told_as_such() throws IOException {
        assertThat(
                written(Certificates.of(result("PF-ADVISED-1", DEVIATES)))
                        .at("/findings/0/severity")
                        .textValue(),
                is("advisory"));
        JsonNode waived = written(waiving("PF-STATED-1", result("PF-STATED-1", DEVIATES)));
        assertThat(waived.at("/findings/0/waived").booleanValue(), is(true));
        assertThat(waived.at("/clauses/0/waived").booleanValue(), is(true));
    }

    @Test
    void what_a_target_said_stays_within_its_string() throws IOException {
        String wild = "\"}\\ \u001b[31m \u0000 \n </script> 😀";

        assertThat(
                written(Certificates.of(result("PF-STATED-1", deviates(wild))))
                        .at("/findings/0/was")
                        .textValue(),
                is(wild));
    }

    @Test
    void secrets_are_masked() throws IOException {
        written(Certificates.of(result("PF-STATED-1", deviates("echoed " + SECRET))));

        assertThat(Files.readString(folder.resolve("report.json")), not(containsString(SECRET)));
        assertThat(Files.readString(folder.resolve("report.json")), containsString("echoed [redacted]"));
    }

    @Test
    void causes_point_at_their_findings_and_findings_say_what_was_measured() throws IOException {
        Certificate certificate =
                Certificates.of(result("PF-STATED-1", DEVIATES), result("PF-IMPLIED-1", deviates("odd")));
        Finding stated = certificate.findings().get(0);
        Finding implied = certificate.findings().get(1);
        Diagnosis diagnosis = new Diagnosis(
                List.of(new Cause("no colour is looked at", List.of(stated, implied), implied.deviation())),
                Map.of("PF-STATED-1", List.of("accepts up to 128 colours", "counts shades")));

        Path file = ReportJson.write(folder, certificate, diagnosis, FACTS, new Redaction(), ReportJsonTest::curl);
        JsonNode report = JsonMapper.builder().build().readTree(Files.readString(file));

        assertThat(report.at("/findings/0/measured").textValue(), is("accepts up to 128 colours; counts shades"));
        assertThat(report.at("/findings/1").has("measured"), is(false));
        assertThat(report.at("/causes/0/cause").textValue(), is("no colour is looked at"));
        assertThat(report.at("/causes/0/clauses").toString(), is("[\"PF-STATED-1\",\"PF-IMPLIED-1\"]"));
        assertThat(report.at("/causes/0/findings").toString(), is("[0,1]"));
        assertThat(
                report.at("/causes/0/sent").textValue(), is(implied.deviation().sent()));
        assertThat(report.at("/causes/0/curl").textValue(), is(curl(implied)));
        assertThat(report.at("/causes/0/severity").textValue(), is("deviation"));
    }

    @Test
    void the_contract_as_built_is_yaml_that_reads_back_whatever_is_in_it() throws IOException {
        Map<String, Object> contract =
                Map.of("members", Map.of("Name", List.of(": ", "#", "null", "\u001b", "- x", SECRET)));
        Redaction redaction = new Redaction();
        redaction.hide(List.of(SECRET));

        Path file = AsBuiltYaml.write(folder, FACTS, contract, redaction);
        JsonNode built = YAMLMapper.builder().build().readTree(Files.readString(file));

        assertThat(built.at("/operation").textValue(), is("PutAlternateContact"));
        assertThat(built.at("/target").textValue(), is("staging"));
        assertThat(
                built.at("/members/Name").toString(), is("[\": \",\"#\",\"null\",\"\\u001B\",\"- x\",\"[redacted]\"]"));
    }

    private JsonNode written(Certificate certificate) throws IOException {
        Redaction redaction = new Redaction();
        redaction.hide(List.of(SECRET));
        Path file = ReportJson.write(folder, certificate, Diagnosis.NONE, FACTS, redaction, ReportJsonTest::curl);
        return JsonMapper.builder().build().readTree(file.toFile());
    }

    private static String curl(Finding finding) {
        return "curl for " + finding.clause();
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
