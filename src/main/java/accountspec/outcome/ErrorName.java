package accountspec.outcome;

import accountspec.exchange.Received;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds an error's name in all the places where restJson1 lets a server put it. */
public final class ErrorName {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,99}");

    private ErrorName() {}

    /** The header {@code x-amzn-errortype}, else the body's {@code __type}, else its {@code code}. */
    public static Optional<String> of(Received received) {
        Optional<String> inHeader = received.header("x-amzn-errortype").flatMap(ErrorName::bare);
        return inHeader.or(() -> object(received)
                .flatMap(body -> Stream.of("__type", "code")
                        .map(body::get)
                        .filter(node -> node != null && node.isTextual())
                        .map(JsonNode::textValue)
                        .flatMap(text -> bare(text).stream())
                        .findFirst()));
    }

    /** The body as a JSON object, if it is one. */
    public static Optional<JsonNode> object(Received received) {
        if (received.cut() || received.body().length == 0) {
            return Optional.empty();
        }
        try {
            JsonNode body = JSON.readTree(received.body());
            return body.isObject() ? Optional.of(body) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // no JSON, too deep, or not UTF-8
        }
    }

    /** Whether the name says "error" even on an answer whose status says success. */
    static boolean isUnmistakable(String name) {
        return name.endsWith("Exception") || Outcome.THROTTLES.contains(name) || Outcome.FAILURES.contains(name);
    }

    /** Without what some servers put around it: {@code namespace#Name:http://...}. */
    private static Optional<String> bare(String text) {
        String name = text.strip();
        int colon = name.indexOf(':');
        name = colon < 0 ? name : name.substring(0, colon);
        name = name.substring(name.indexOf('#') + 1).strip();
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
