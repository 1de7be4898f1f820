package accountspec.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** How the bytes of a body become a JSON object. */
interface BodyReader {

    ObjectNode read(byte[] body);

    /** One JSON object in UTF-8 and nothing else; no body is an object without members. */
    static BodyReader strict() {
        return body -> object(parsed(utf8(body), Json.STRICT));
    }

    static ObjectNode object(JsonNode document) {
        if (document instanceof ObjectNode object) {
            return object;
        }
        throw Fault.SERIALIZATION.because("The body is not a JSON object");
    }

    static JsonNode parsed(String text, ObjectMapper mapper) {
        if (text.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the body, and a body holds names and numbers of people.
            throw Fault.SERIALIZATION.because("The body is not JSON");
        }
    }

    static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Fault.SERIALIZATION.because("The body is not UTF-8");
        }
    }

    /** The parsers; building one is slow. */
    final class Json {

        static final JsonMapper STRICT = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private Json() {}
    }
}
