package accountspec.report;

import accountspec.exchange.Redaction;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code as-built.yaml}: the contract as the target has it, beside the documented one. */
public final class AsBuiltYaml {

    private static final ObjectWriter YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build()
            .writer();

    private static final String HEADING = """
            # What the target does, beside what AWS's page says. Only what this run has seen is in here:
            # what is not, is neither right nor wrong.
            """;

    private AsBuiltYaml() {}

    /** @param contract maps, lists and plain values */
    public static Path write(Path folder, RunFacts facts, Map<String, Object> contract, Redaction redaction)
            throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("operation", facts.operation());
        all.put("target", facts.target());
        all.put("endpoint", facts.endpoint());
        all.putAll(contract);
        Path file = folder.resolve("as-built.yaml");
        Files.writeString(file, HEADING + YAML.writeValueAsString(redacted(all, redaction)));
        return file;
    }

    /** Before it is written: a mask put into the YAML would read as a list. */
    private static Object redacted(Object tree, Redaction redaction) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> masked = new LinkedHashMap<>();
            map.forEach((key, value) -> masked.put(redaction.in(String.valueOf(key)), redacted(value, redaction)));
            return masked;
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(value -> redacted(value, redaction)).toList();
        }
        return tree instanceof String text ? redaction.in(text) : tree;
    }
}
