package accountspec.reference;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.reference.Intake.Media;
import accountspec.reference.Intake.Routing;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where the page is silent about the form of a request, or contradicts itself, and servers differ. */
final class RequestVariants {

    /** The operation as the page's sample requests name it. */
    private static final Header SAMPLE = new Header("X-Amz-Target", "AWSAccountV20210201.PutAlternateContact");

    /** Does not mind that after a part there is more. */
    private static final JsonMapper PART_BY_PART = new JsonMapper();

    private RequestVariants() {}

    static Stream<Variant> all() {
        return Stream.of(
                new Variant(
                        "samples-as-printed",
                        "The page's sample requests are accepted as they are printed.",
                        b -> b.intake(i -> i.routing(RequestVariants::sample))
                                .rule(
                                        Member.ALTERNATE_CONTACT_TYPE,
                                        r -> r.reading(read ->
                                                read.then(t -> Optional.of(t.equals("Billing") ? "BILLING" : t))))),
                routing(
                        "sample-path-and-header",
                        "The path and the header of the page's sample requests are accepted.",
                        RequestVariants::sample),
                routing(
                        "path-may-be-the-root",
                        "The operation is found at / as well, without a header that names it.",
                        right -> (sent, target) -> sent.method().equals("POST") && target.equals("/")
                                ? Optional.of(Operation.PUT)
                                : right.find(sent, target)),
                routing(
                        "slash-after-the-path",
                        "A slash after the path is overlooked.",
                        right -> (sent, target) -> right.find(sent, target.replaceFirst("/(?=\\?|$)", ""))),
                routing(
                        "get-is-post",
                        "The method GET is as good as POST.",
                        right -> (sent, target) -> sent.method().equals("GET")
                                ? Routing.at(Routing.path(target))
                                : right.find(sent, target)),
                routing(
                        "query-is-refused",
                        "An address with a query is refused.",
                        right -> (sent, target) -> target.contains("?") ? Optional.empty() : right.find(sent, target)),
                unrouted(
                        "unknown-operation-is-access-denied",
                        "Where there is no operation, the answer is an AccessDeniedException.",
                        Fault.ACCESS_DENIED),
                unrouted(
                        "unknown-operation-is-method-not-allowed",
                        "Where there is no operation, the answer is 405.",
                        new Fault("MethodNotAllowedException", 405)),
                unrouted(
                        "unknown-operation-is-missing-authentication",
                        "Where there is no operation, the answer is that of AWS's gateways.",
                        Fault.MISSING_AUTHENTICATION),
                media(
                        "content-type-is-required",
                        "A request without a content type is refused.",
                        type -> type.isPresent()),
                new Variant(
                        "amz-json-is-accepted",
                        "The content type application/x-amz-json-1.1 is accepted.",
                        b -> b.intake(i -> i.media(right -> type -> right.accepts(type)
                                || type.filter(t -> Media.essence(t).equals("application/x-amz-json-1.1"))
                                        .isPresent()))),
                refusing(
                        "unsupported-media-type-is-validation-exception",
                        "Another content type is answered with a ValidationException.",
                        Fault.UNSUPPORTED_MEDIA_TYPE,
                        Fault.VALIDATION),
                refusing(
                        "malformed-json-is-validation-exception",
                        "A body that is no JSON object is answered with a ValidationException.",
                        Fault.SERIALIZATION,
                        Fault.VALIDATION),
                new Variant(
                        "unknown-members-are-refused",
                        "A member that the page does not know is refused.",
                        b -> b.intake(i -> i.body(right -> body -> known(right.read(body))))),
                duplicates(),
                new Variant(
                        "the-first-of-two-members-counts",
                        "Of a member that is given twice the first one counts.",
                        b -> b.intake(i -> i.body(right -> body -> firstOfTwo(right.read(body), body)))),
                new Variant(
                        "byte-order-mark-is-overlooked",
                        "A byte-order mark before the JSON is overlooked.",
                        b -> b.intake(i -> i.body(right -> body ->
                                right.read(startsWithMark(body) ? Arrays.copyOfRange(body, 3, body.length) : body)))),
                new Variant(
                        "bodies-up-to-64-kilobytes",
                        "A body of more than 64 kilobytes is refused with 413.",
                        b -> b.intake(i -> i.body(right -> body -> {
                            if (body.length > 64 * 1024) {
                                throw Fault.TOO_LARGE.because("The body is larger than 64 kilobytes");
                            }
                            return right.read(body);
                        }))),
                success(
                        "success-without-content-type",
                        "The answer to a contact that was set has no content type.",
                        List.of()),
                success(
                        "success-in-amz-json",
                        "The answer to a contact that was set has the content type application/x-amz-json-1.1.",
                        List.of(new Header("Content-Type", "application/x-amz-json-1.1"))),
                success(
                        "success-with-more-headers",
                        "The answer to a contact that was set has headers that nobody asked for.",
                        List.of(
                                new Header("Content-Type", "application/json"),
                                new Header("Cache-Control", "no-store"),
                                new Header("X-Frame-Options", "DENY"),
                                new Header("Strict-Transport-Security", "max-age=63072000"),
                                new Header("Vary", "Origin"),
                                new Header("Vary", "Accept-Encoding"))),
                success(
                        "success-with-cookies",
                        "The answer to a contact that was set has cookies.",
                        List.of(
                                new Header("Content-Type", "application/json"),
                                new Header("Set-Cookie", "session=1; Path=/; HttpOnly"),
                                new Header("Set-Cookie", "zone=a; Path=/"))));
    }

    private static Routing sample(Routing right) {
        return (sent, target) -> target.equals("/")
                        && sent.method().equals("POST")
                        && sent.header(SAMPLE.name())
                                .filter(SAMPLE.value()::equals)
                                .isPresent()
                ? Optional.of(Operation.PUT)
                : right.find(sent, target);
    }

    private static Variant routing(String name, String says, UnaryOperator<Routing> change) {
        return new Variant(name, says, b -> b.intake(i -> i.routing(change)));
    }

    private static Variant unrouted(String name, String says, Fault fault) {
        return refusing(name, says, Fault.UNKNOWN_OPERATION, fault);
    }

    private static Variant refusing(String name, String says, Fault usual, Fault other) {
        return new Variant(
                name,
                says,
                b -> b.answers(a ->
                        a.errors(right -> (fault, reason) -> right.of(fault.equals(usual) ? other : fault, reason))));
    }

    private static Variant media(String name, String says, Predicate<Optional<String>> also) {
        return new Variant(
                name, says, b -> b.intake(i -> i.media(right -> type -> right.accepts(type) && also.test(type))));
    }

    private static Variant success(String name, String says, List<Header> headers) {
        Received done = Received.of(200, headers, new byte[0]);
        return new Variant(name, says, b -> b.answers(a -> a.success(right -> attempt -> done)));
    }

    private static ObjectNode known(ObjectNode document) {
        List<String> keys = new ArrayList<>();
        document.fieldNames().forEachRemaining(keys::add);
        keys.removeIf(key -> Stream.of(Member.values()).anyMatch(m -> m.key().equals(key)));
        if (!keys.isEmpty()) {
            throw Fault.VALIDATION.because("The body has a member that is unknown");
        }
        return document;
    }

    private static Variant duplicates() {
        JsonMapper strict = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new Variant(
                "members-given-twice-are-refused",
                "A body with a member that is given twice is refused.",
                b -> b.intake(i -> i.body(right -> body -> {
                    BodyReader.parsed(BodyReader.utf8(body), strict);
                    return right.read(body);
                })));
    }

    /** Jackson keeps the last of two; so ask it member by member. */
    private static ObjectNode firstOfTwo(ObjectNode last, byte[] body) {
        try (JsonParser parser = PART_BY_PART.createParser(body)) {
            ObjectNode first = last.objectNode();
            for (parser.nextToken(); parser.nextToken() == JsonToken.FIELD_NAME; ) {
                String key = parser.currentName();
                parser.nextToken();
                JsonNode value = PART_BY_PART.readTree(parser);
                if (!first.has(key)) {
                    first.set(key, value);
                }
            }
            return first;
        } catch (IOException e) {
            return last;
        }
    }

    private static boolean startsWithMark(byte[] body) {
        return body.length >= 3 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf;
    }
}
