package accountspec.report;

import static accountspec.report.Certificates.BROKEN;
import static accountspec.report.Certificates.CONFORMS;
import static accountspec.report.Certificates.DEVIATES;
import static accountspec.report.Certificates.FACTS;
import static accountspec.report.Certificates.NOTED;
import static accountspec.report.Certificates.NOT_OFFERED;
import static accountspec.report.Certificates.deviates;
import static accountspec.report.Certificates.result;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.cause.Diagnosis;
import accountspec.exchange.Answer;
import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Redaction;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.recording.Recorded;
import accountspec.verdict.Certificate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** What other people's programs read keeps to the schemas they hold it to. */
class SchemasTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Something of everything, hostile words among it. */
    private static final Certificate EVERYTHING = Certificates.of(
            result("PF-STATED-1", "one", CONFORMS),
            result("PF-STATED-1", "two", DEVIATES),
            result("PF-IMPLIED-1", "three", NOT_OFFERED),
            result("PF-ADVISED-1", "four", deviates("</script> \u001b[31m ]]> \ud800 \"quoted\"")),
            result("PF-OPEN-1", "five", NOTED));

    @TempDir
    private Path folder;

    @Test
    void report_json_keeps_to_the_schema_that_is_published_beside_it() throws IOException {
        ReportJson.writeSchema(folder);
        JsonSchema schema = Schemas.report(folder);
        for (Certificate certificate :
                List.of(EVERYTHING, Certificates.of(result("PF-STATED-1", BROKEN)), Certificates.hopeless("gone"))) {
            JsonNode report = read(
                    ReportJson.write(folder, certificate, Diagnosis.NONE, FACTS, new Redaction(), finding -> "curl"));

            assertThat(schema.validate(report), is(empty()));
        }
        JsonNode wrong = read(folder.resolve("report.json"));
        ((ObjectNode) wrong).put("result", "green");
        assertThat(schema.validate(wrong), is(not(empty())));
    }

    @Test
    void results_sarif_keeps_to_the_schema_of_sarif() throws IOException {
        JsonSchema schema = Schemas.sarif();

        JsonNode log = read(Sarif.write(folder, EVERYTHING, FACTS, new Redaction()));

        assertThat(schema.validate(log), is(empty()));
        JsonNode result = log.at("/runs/0/results/0");
        assertThat(result.get("ruleId").textValue(), is("PF-STATED-1"));
        assertThat(result.get("level").textValue(), is("error"));
        assertThat(
                log.at("/runs/0/tool/driver/rules/" + result.get("ruleIndex").intValue() + "/id")
                        .textValue(),
                is("PF-STATED-1"));
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").textValue(), is("features/put-alternate-contact/colours.feature"));
        assertThat(place.at("/region/startLine").intValue(), is(12));
        assertThat(log.at("/runs/0/results/1/level").textValue(), is("note"));

        ((ObjectNode) result).put("level", "terrible");
        assertThat(schema.validate(log), is(not(empty())));
    }

    @Test
    void the_archive_keeps_to_the_schema_of_har() throws IOException {
        JsonSchema schema = Schemas.har();
        try (Har har = Har.begin(folder, FACTS)) {
            har.read(recorded(exchange(1, Received.of(400, List.of(new Header("Content-Type", "a/b")), bytes("{}")))));
            har.read(recorded(exchange(2, Received.of(200, List.of(), new byte[] {(byte) 0xff}))));
            har.read(recorded(exchange(3, new Silence(Silence.Kind.BROKEN, "hung up"))));
        }

        JsonNode archive = read(folder.resolve("exchanges.har"));

        assertThat(schema.validate(archive), is(empty()));
        assertThat(archive.at("/log/entries").size(), is(3));
        assertThat(archive.at("/log/entries/0/request/url").textValue(), is("http://double.test/putAlternateContact"));
        assertThat(archive.at("/log/entries/1/response/content/encoding").textValue(), is("base64"));
        assertThat(archive.at("/log/entries/2/response/status").intValue(), is(0));
        ((ObjectNode) archive.at("/log/entries/0")).remove("request");
        assertThat(schema.validate(archive), is(not(empty())));
    }

    private static Recorded recorded(Exchange exchange) {
        return new Recorded(exchange, Instant.EPOCH, exchange.sent().body().length, List.of());
    }

    @Test
    void junit_xml_keeps_to_what_its_readers_take() throws IOException, SAXException {
        var validator = Schemas.junit();

        Path file = JUnitXml.write(folder, EVERYTHING, new Redaction());
        validator.validate(new StreamSource(file.toFile()));
        validator.validate(new StreamSource(JUnitXml.write(folder, Certificates.hopeless("gone"), new Redaction())
                .toFile()));

        Files.writeString(file, Files.readString(file).replace("testcase", "test"));
        assertThrows(SAXException.class, () -> validator.validate(new StreamSource(file.toFile())));
    }

    @Test
    void the_badge_is_what_shields_reads() throws IOException {
        Badge.write(folder, EVERYTHING, FACTS);

        JsonNode badge = read(folder.resolve("badge.json"));
        assertThat(badge.get("schemaVersion").intValue(), is(1));
        assertThat(badge.get("label").textValue(), is(FACTS.operation()));
        assertThat(badge.get("message").textValue(), is("1 statement broken"));
        assertThat(badge.get("isError").booleanValue(), is(true));
        assertThat(Files.readString(folder.resolve("badge.svg")).contains("1 statement broken"), is(true));
    }

    private static Exchange exchange(int number, Answer answer) {
        Sent sent = new Sent("POST", "/putAlternateContact", List.of(new Header("Host", "double.test")), bytes("{}"));
        return new Exchange(number, "A scenario", "the account", "POST", sent, answer, Duration.ofMillis(3));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }
}
