package accountspec.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A {@code report.json}, read again. What an older suite did not write yet is taken for absent. */
public record RunReport(JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> MEMBERS = List.of("result", "suite", "page", "target", "clauses", "findings");

    /** @param path the file, or the folder that it is in */
    public static RunReport read(Path path) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve("report.json") : path;
        if (!Files.exists(file)) {
            throw new FileNotFoundException(
                    file + ": no such file in " + Path.of("").toAbsolutePath());
        }
        JsonNode json;
        try {
            json = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is no report.json: it is no JSON", e);
        }
        for (String member : MEMBERS) {
            if (!json.has(member)) {
                throw new IllegalArgumentException(
                        file + " is no report.json of accountspec's: it has no '" + member + "'");
            }
        }
        return new RunReport(json);
    }

    String text(String member) {
        return json.path(member).asText();
    }

    public String result() {
        return text("result");
    }

    int exitStatus() {
        return json.path("exitCode").asInt();
    }

    public String suite() {
        return json.path("suite").path("version").asText();
    }

    String page() {
        return json.path("page").path("sha256").asText();
    }

    public String target() {
        return json.path("target").path("name").asText();
    }

    public String endpoint() {
        return json.path("target").path("endpoint").asText();
    }

    public String depth() {
        return text("depth");
    }

    Map<String, JsonNode> clauses() {
        Map<String, JsonNode> clauses = new LinkedHashMap<>();
        json.path("clauses").forEach(clause -> clauses.put(clause.path("id").asText(), clause));
        return clauses;
    }

    List<JsonNode> findings() {
        return all("findings");
    }

    List<JsonNode> causes() {
        return all("causes");
    }

    private List<JsonNode> all(String member) {
        return StreamSupport.stream(json.path(member).spliterator(), false).toList();
    }
}
