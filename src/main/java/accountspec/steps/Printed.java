package accountspec.steps;

import accountspec.exchange.Header;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as documentation prints it: a request line, headers, an empty line, a body.
 *
 * @param contentType the header's value, if there is that header
 * @param headers all the others
 */
record Printed(String method, String path, Optional<String> contentType, List<Header> headers, String body) {

    static Printed of(String text) {
        String[] parts = text.strip().split("\n\\s*\n", 2);
        List<String> head = parts[0].lines().map(String::strip).toList();
        String[] line = head.isEmpty() ? new String[0] : head.get(0).split(" +");
        if (line.length != 3 || parts.length != 2) {
            throw new IllegalArgumentException("a printed request has a line such as POST / HTTP/1.1, headers, an empty"
                    + " line and a body; this one begins "
                    + head.stream().findFirst().orElse("with nothing"));
        }
        List<Header> headers = new ArrayList<>();
        for (String header : head.subList(1, head.size())) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("a header is a name, a colon and a value, and not: " + header);
            }
            headers.add(new Header(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip()));
        }
        Optional<String> type = headers.stream()
                .filter(header -> header.is("Content-Type"))
                .map(Header::value)
                .findFirst();
        headers.removeIf(header -> header.is("Content-Type"));
        return new Printed(line[0], line[1], type, headers, parts[1]);
    }

    /** Its values, so that a read-back knows what to expect; none if its body is not the plain object that it should be. */
    Draft draft(Operation operation) {
        Map<String, String> members = new LinkedHashMap<>();
        try {
            JsonNode object = JsonMapper.builder().build().readTree(body);
            object.properties()
                    .forEach(member ->
                            members.put(member.getKey(), member.getValue().asText()));
        } catch (JsonProcessingException e) {
            members.clear(); // printed so on purpose
        }
        return operation.draft(members).changed("as printed in the feature");
    }

    /** The documented form, if that is how it is printed. */
    Form form(Operation operation) {
        Form documented = Form.documented(operation);
        Form printed = documented
                .withMethod(method)
                .withPath(path)
                .withContentType(contentType)
                .withHeaders(headers)
                .withBody(draft -> body.getBytes(StandardCharsets.UTF_8));
        boolean same = method.equals(documented.method())
                && path.equals(documented.path())
                && contentType.equals(documented.contentType())
                && headers.isEmpty();
        return same ? printed : printed.told("as printed in the documentation");
    }
}
