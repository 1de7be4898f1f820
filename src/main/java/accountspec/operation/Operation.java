package accountspec.operation;

import accountspec.notation.Value;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the API, as its {@code operation.yaml} describes it.
 *
 * @param members in the page's order
 * @param sensitive members that are not shown of real accounts
 * @param valid templates of valid requests; {@code (n)} stands for the request's own number
 * @param namedBy the clause that answers for an error's name, by that name
 * @param unnamed the clause that answers for errors without a name
 * @param answer the member of a successful answer that holds what was asked for, if there is one
 * @param documented what the page says of it in numbers and letters; nothing, for an operation that is not judged
 * @param siblings folders of the operations that help to try this one, by what a profile calls them
 */
public record Operation(
        String name,
        String method,
        String path,
        String contentType,
        List<String> members,
        List<String> sensitive,
        List<Map<String, String>> valid,
        Map<String, String> namedBy,
        Optional<String> unnamed,
        Optional<String> answer,
        Documented documented,
        Map<String, String> siblings) {

    /** The member that says whose contact is meant. */
    public static final String ACCOUNT = "AccountId";

    /** The member that says which of an account's contacts is meant. */
    public static final String TYPE = "AlternateContactType";

    private static final String SERIAL = "(n)";

    /** Loads an operation by its folder's name under {@code features/} on the class path. */
    public static Operation load(String folder) {
        String resource = "/features/" + folder + "/operation.yaml";
        try (InputStream in = Operation.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + resource + " on the class path");
            }
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(in, Written.class)
                    .built();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " could not be read", e);
        }
    }

    /** @param need such as {@code read-back} */
    public Operation sibling(String need) {
        String folder = siblings.get(need);
        if (folder == null) {
            throw new IllegalArgumentException("the operation.yaml of " + name + " names no sibling for " + need);
        }
        return load(folder);
    }

    /**
     * One of the valid requests.
     *
     * @param template which of {@link #valid}, from 0
     * @param number makes the request's values differ from those of every other
     */
    public Draft draft(int template, int number) {
        Map<String, Value> values = new LinkedHashMap<>();
        String serial = "%04d".formatted(number % 10_000);
        valid.get(template).forEach((member, text) -> values.put(member, new Value.Text(text.replace(SERIAL, serial))));
        return new Draft(this, values, List.of());
    }

    /** A request with just these values. */
    public Draft draft(Map<String, String> texts) {
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((member, text) -> values.put(member, new Value.Text(text)));
        return new Draft(this, values, List.of());
    }

    private record Written(
            String operation,
            WrittenRequest request,
            List<String> members,
            @Nullable List<String> sensitive,
            @Nullable List<Map<String, String>> valid,
            @Nullable Map<String, String> namedBy,
            @Nullable String unnamed,
            @Nullable String answer,
            @Nullable Documented documented,
            @Nullable Map<String, String> siblings) {

        Operation built() {
            return new Operation(
                    operation,
                    request.method,
                    request.path,
                    request.contentType,
                    List.copyOf(members),
                    sensitive == null ? List.of() : List.copyOf(sensitive),
                    valid == null ? List.of() : List.copyOf(valid),
                    namedBy == null ? Map.of() : Map.copyOf(namedBy),
                    Optional.ofNullable(unnamed),
                    Optional.ofNullable(answer),
                    documented == null ? Documented.NOTHING : documented,
                    siblings == null ? Map.of() : Map.copyOf(siblings));
        }
    }

    private record WrittenRequest(
            @JsonProperty(required = true) String method,
            @JsonProperty(required = true) String path,
            @JsonProperty(required = true) String contentType) {}
}
