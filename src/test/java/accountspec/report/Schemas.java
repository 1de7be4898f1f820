package accountspec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/** What other people's programs hold a run's files to. */
public final class Schemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Schemas() {}

    /** What is wrong with the files of a run, by their schemas. */
    public static List<String> complaints(Path reports) throws IOException {
        List<String> complaints = new ArrayList<>();
        complain(report(reports), reports.resolve("report.json"), complaints);
        complain(sarif(), reports.resolve("results.sarif"), complaints);
        complain(har(), reports.resolve("exchanges.har"), complaints);
        try {
            junit().validate(new StreamSource(reports.resolve("junit.xml").toFile()));
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(reports.resolve("badge.svg").toFile());
        } catch (SAXException | ParserConfigurationException e) {
            complaints.add(e.toString());
        }
        return complaints;
    }

    private static void complain(JsonSchema schema, Path file, List<String> complaints) throws IOException {
        JsonNode json = JSON.readTree(file.toFile());
        schema.validate(json).forEach(message -> complaints.add(file.getFileName() + ": " + message));
    }

    /** The schema that is published beside the report. */
    static JsonSchema report(Path reports) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(reports.resolve("report.schema.json")));
    }

    static JsonSchema sarif() {
        return schema(VersionFlag.V4, "sarif-2.1.0-rtm.5.json");
    }

    static JsonSchema har() {
        return schema(VersionFlag.V6, "har/har.json");
    }

    static Validator junit() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Schemas.class.getResource("/schemas/junit.xsd"))
                .newValidator();
    }

    private static JsonSchema schema(VersionFlag version, String name) {
        return Optional.of(JsonSchemaFactory.getInstance(version))
                .map(factory -> factory.getSchema(SchemaLocation.of("classpath:schemas/" + name)))
                .orElseThrow();
    }
}
