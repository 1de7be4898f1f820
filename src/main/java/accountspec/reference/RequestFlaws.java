package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

import accountspec.exchange.Sent;
import accountspec.reference.Intake.Media;
import accountspec.reference.Intake.Routing;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can go wrong with the form of a request: its method, its path, its content type, its JSON. */
final class RequestFlaws {

    private static final List<String> WHERE = List.of("PAC-SYNTAX-1", "PAC-URI-1");
    private static final List<String> ELSEWHERE = List.of("PAC-SYNTAX-3");
    private static final List<String> NOT_JSON = List.of("PAC-BODY-1");

    private static final String NEARLY_JSON = "PAC-BODY-8";
    private static final List<String> ANY_WRITING = List.of("PAC-BODY-2");
    private static final List<String> WRITING_OF_THE_EXAMPLES = List.of("PAC-BODY-2", "PAC-EXAMPLE-1", "PAC-EXAMPLE-2");

    private RequestFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(mute(), elsewhere(), media(), malformed(), writings(), examples())
                .flatMap(family -> family);
    }

    /** These accept nothing that is documented: a suite sees its plainest request refused, and has to find out why. */
    private static Stream<Flaw> mute() {
        return Stream.of(
                flaw(
                                "nothing-is-accepted",
                                "Every request is refused as invalid.",
                                List.of("PAC-OP-1"),
                                b -> b.intake(i -> i.body(read -> body -> {
                                    throw Fault.VALIDATION.because("Nothing is right");
                                })))
                        .mute(),
                flaw(
                                "path-needs-a-slash-after-it",
                                "The path of the operation has a slash after it.",
                                WHERE,
                                routing((sent, path) -> path.endsWith("/")
                                        ? Routing.at(path.substring(0, path.length() - 1))
                                        : Optional.empty()))
                        .diagnosed(),
                flaw(
                                "path-begins-with-a-capital",
                                "The path of the operation begins with a capital letter.",
                                WHERE,
                                routing((sent, path) -> path.matches("/[A-Z].*") ? anyCase(path) : Optional.empty()))
                        .diagnosed(),
                flaw(
                                "only-the-form-of-the-samples-is-accepted",
                                "The operation is found by the header X-Amz-Target at / and nowhere else.",
                                WHERE,
                                b -> b.intake(i -> i.routing(right -> (sent, target) ->
                                                target.equals("/") ? byHeader(sent) : Optional.empty())
                                        .media(right -> type -> type.filter("application/x-amz-json-1.1"::equals)
                                                .isPresent())))
                        .diagnosed(),
                flaw(
                                "method-is-put",
                                "The operation is called by the method PUT and no other.",
                                WHERE,
                                routing((sent, path) ->
                                        sent.method().equals("PUT") ? Routing.at(path) : Optional.empty()))
                        .diagnosed(),
                flaw(
                                "path-is-in-small-letters",
                                "The path of the operation is in small letters.",
                                WHERE,
                                routing((sent, path) -> lowerCase(path)))
                        .diagnosed(),
                flaw(
                                "path-is-the-root",
                                "The operation is found at / and nowhere else.",
                                WHERE,
                                routing((sent, path) ->
                                        path.equals("/") ? Optional.of(Operation.PUT) : Optional.empty()))
                        .diagnosed(),
                flaw(
                                "content-type-is-amz-json",
                                "The one content type that is accepted is application/x-amz-json-1.1.",
                                List.of("PAC-SYNTAX-2", "PAC-SYNTAX-1"),
                                media(type -> type.equals("application/x-amz-json-1.1")))
                        .diagnosed(),
                flaw(
                                "version-is-required",
                                "The address must have a parameter Version.",
                                List.of("PAC-URI-1", "PAC-SYNTAX-1"),
                                b -> b.intake(i -> i.routing(right -> (sent, target) ->
                                        target.contains("Version=") ? right.find(sent, target) : Optional.empty())))
                        .diagnosed());
    }

    private static Optional<Operation> byHeader(Sent sent) {
        return sent.header("X-Amz-Target")
                .filter("AWSAccountV20210201.PutAlternateContact"::equals)
                .map(target -> Operation.PUT);
    }

    private static Stream<Flaw> elsewhere() {
        return Stream.of(
                flaw(
                        "any-method-will-do",
                        "The operation is called by any method.",
                        ELSEWHERE,
                        routing((sent, path) -> Routing.at(path))),
                method("PUT"),
                method("DELETE"),
                method("PATCH"),
                flaw(
                        "any-path-will-do",
                        "The operation is found at any path.",
                        ELSEWHERE,
                        routing((sent, path) -> post(sent, Routing.at(path).or(() -> Optional.of(Operation.PUT))))),
                flaw(
                        "path-in-any-case",
                        "The path may be written in any case.",
                        ELSEWHERE,
                        routing((sent, path) -> post(sent, anyCase(path)))),
                flaw(
                        "path-only-begins-so",
                        "The path may go on after the name of the operation.",
                        ELSEWHERE,
                        routing((sent, path) -> post(sent, first(o -> path.startsWith(o.path()))))),
                flaw(
                        "path-may-go-deeper",
                        "The path may have more parts after the name of the operation.",
                        ELSEWHERE,
                        routing((sent, path) -> post(sent, first(o -> (path + "/").startsWith(o.path() + "/"))))));
    }

    private static Flaw method(String method) {
        return flaw(
                "method-may-be-" + method.toLowerCase(Locale.ROOT),
                "The operation is called by the method " + method + " as well.",
                ELSEWHERE,
                routing((sent, path) ->
                        Set.of("POST", method).contains(sent.method()) ? Routing.at(path) : Optional.empty()));
    }

    private static Optional<Operation> post(Sent sent, Optional<Operation> operation) {
        return operation.filter(o -> sent.method().equals("POST"));
    }

    private static Optional<Operation> lowerCase(String path) {
        return first(o -> o.path().toLowerCase(Locale.ROOT).equals(path));
    }

    private static Optional<Operation> anyCase(String path) {
        return first(o -> o.path().equalsIgnoreCase(path));
    }

    private static Optional<Operation> first(Predicate<Operation> some) {
        return Stream.of(Operation.values()).filter(some).findFirst();
    }

    private static Stream<Flaw> media() {
        return Stream.of(
                flaw(
                        "any-content-type-will-do",
                        "A body is read as JSON whatever it is declared to be.",
                        List.of("PAC-SYNTAX-6"),
                        media(type -> true)),
                alsoOf("text", "text/plain"),
                alsoOf("xml", "application/xml"),
                alsoOf("form", "application/x-www-form-urlencoded"),
                flaw(
                        "content-type-takes-no-parameters",
                        "A content type that names its character set is refused.",
                        List.of("PAC-SYNTAX-7"),
                        b -> b.intake(i -> i.media(right ->
                                type -> right.accepts(type) && !type.orElse("").contains(";")))),
                flaw(
                        "content-type-parameter-needs-its-space",
                        "A content type that names its character set without a space before it is refused.",
                        List.of("PAC-SYNTAX-7"),
                        b -> b.intake(i -> i.media(right ->
                                type -> right.accepts(type) && !type.orElse("").contains(";c")))),
                flaw(
                        "content-type-in-small-letters-only",
                        "A content type with capital letters is refused.",
                        List.of("PAC-SYNTAX-8"),
                        b -> b.intake(i -> i.media(right -> type -> right.accepts(type)
                                && type.stream().allMatch(t -> t.startsWith("application/json"))))));
    }

    private static Flaw alsoOf(String name, String also) {
        return flaw(
                "content-type-may-be-" + name,
                "A body that is declared to be " + also + " is read as JSON.",
                List.of("PAC-SYNTAX-6"),
                media(type -> type.isEmpty() || Set.of("application/json", also).contains(Media.essence(type))));
    }

    private static Stream<Flaw> malformed() {
        return Stream.of(
                defaulting(
                                "malformed-json-is-overlooked",
                                "A body that is not JSON is accepted, and a default contact set.",
                                body -> !isJson(body))
                        .also(NEARLY_JSON),
                defaulting(
                        "json-that-is-no-object-is-overlooked",
                        "JSON that is not an object is accepted, and a default contact set.",
                        body -> isJson(body) && !body.strip().startsWith("{")),
                defaulting(
                        "lists-are-overlooked",
                        "A list for a body is accepted, and a default contact set.",
                        body -> body.strip().equals("[]")),
                lenient(
                        "a-comma-too-many-is-overlooked",
                        "A comma after the last member is overlooked.",
                        JsonReadFeature.ALLOW_TRAILING_COMMA),
                lenient(
                        "comments-in-json-are-overlooked",
                        "A comment within the JSON is overlooked.",
                        JsonReadFeature.ALLOW_JAVA_COMMENTS),
                lenient(
                        "single-quotation-marks-are-as-good",
                        "JSON with single quotation marks is accepted.",
                        JsonReadFeature.ALLOW_SINGLE_QUOTES),
                lenient(
                        "members-need-no-quotation-marks",
                        "JSON is accepted in which members have no quotation marks around them.",
                        JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES),
                lenient(
                        "what-follows-the-json-is-overlooked",
                        "Whatever stands behind the JSON is overlooked.",
                        json -> json.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)),
                defaulting(
                        "null-is-overlooked",
                        "Null for a body is accepted, and a default contact set.",
                        body -> body.strip().equals("null")),
                defaulting(
                        "empty-bodies-are-overlooked",
                        "An empty body is accepted, and a default contact set.",
                        String::isEmpty),
                defaulting(
                        "empty-objects-are-overlooked",
                        "An empty object is accepted, and a default contact set.",
                        body -> body.strip().equals("{}")),
                refusing(
                        "malformed-json-is-access-denied",
                        "A body that is no JSON object is answered with an AccessDeniedException.",
                        Fault.ACCESS_DENIED),
                refusing(
                        "malformed-json-is-not-found",
                        "A body that is no JSON object is answered with a ResourceNotFoundException.",
                        Fault.NOT_FOUND),
                refusing(
                        "malformed-json-fails",
                        "A body that is no JSON object makes the service fail.",
                        Fault.INTERNAL),
                failing("lists-fail", "A list for a body makes the service fail.", body -> body.startsWith("[")),
                failing("null-fails", "Null for a body makes the service fail.", body -> body.equals("null")),
                failing("empty-bodies-fail", "An empty body makes the service fail.", String::isEmpty),
                failing("empty-objects-fail", "An empty object makes the service fail.", body -> body.equals("{}")),
                flaw(
                        "invalid-utf8-is-replaced",
                        "Bytes that are no UTF-8 are replaced and accepted.",
                        List.of("PAC-BODY-6"),
                        // Java's own decoding puts a replacement character in their place.
                        rewriting(body -> new String(body, StandardCharsets.UTF_8))),
                flaw(
                        "invalid-utf8-is-read-as-latin-1",
                        "Bytes that are no UTF-8 are read as Latin-1.",
                        List.of("PAC-BODY-6"),
                        rewriting(body -> {
                            String text = new String(body, StandardCharsets.UTF_8);
                            return text.indexOf('\ufffd') < 0 ? text : new String(body, StandardCharsets.ISO_8859_1);
                        })));
    }

    private static Flaw defaulting(String name, String says, Predicate<String> some) {
        ObjectNode contact = JsonNodeFactory.instance.objectNode();
        Stream.of(Subject.CONTACT_TYPE, Subject.EMAIL, Subject.NAME, Subject.PHONE, Subject.TITLE)
                .forEach(s -> contact.put(s.member().key(), s.specimen()));
        return flaw(
                name,
                says,
                NOT_JSON,
                b -> b.intake(i -> i.body(right ->
                        body -> some.test(new String(body, StandardCharsets.UTF_8)) ? contact : right.read(body))));
    }

    private static Flaw lenient(String name, String says, JsonReadFeature feature) {
        return lenient(name, says, json -> json.enable(feature));
    }

    private static Flaw lenient(String name, String says, UnaryOperator<JsonMapper.Builder> change) {
        JsonMapper mapper = change.apply(BodyReader.Json.STRICT.rebuild()).build();
        return flaw(
                name,
                says,
                List.of(NEARLY_JSON),
                b -> b.intake(i ->
                        i.body(right -> body -> BodyReader.object(BodyReader.parsed(BodyReader.utf8(body), mapper)))));
    }

    private static Flaw refusing(String name, String says, Fault fault) {
        return flaw(
                        name,
                        says,
                        NOT_JSON,
                        b -> b.intake(i -> i.body(right -> body -> {
                            try {
                                return right.read(body);
                            } catch (Refusal refusal) {
                                throw fault.because(refusal.reason());
                            }
                        })))
                .also(NEARLY_JSON);
    }

    private static Flaw failing(String name, String says, Predicate<String> some) {
        return flaw(
                name,
                says,
                NOT_JSON,
                b -> b.intake(i -> i.body(right -> body -> {
                    if (some.test(new String(body, StandardCharsets.UTF_8).strip())) {
                        throw Fault.INTERNAL.because("Nobody thought of that");
                    }
                    return right.read(body);
                })));
    }

    private static boolean isJson(String body) {
        try {
            return !BodyReader.parsed(body, BodyReader.Json.STRICT).isMissingNode();
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static Stream<Flaw> writings() {
        return Stream.of(
                flaw(
                        "line-feeds-between-members-are-refused",
                        "JSON on several lines is refused.",
                        WRITING_OF_THE_EXAMPLES,
                        refusingText(text -> blanks(text).contains("\n"))),
                flaw(
                        "blanks-between-members-are-refused",
                        "JSON with white space between its parts is refused.",
                        WRITING_OF_THE_EXAMPLES,
                        refusingText(text -> !blanks(text).isEmpty())),
                flaw(
                        "type-must-come-before-the-name",
                        "JSON is refused in which the contact type comes after the name.",
                        ANY_WRITING,
                        refusingText(text -> text.indexOf("\"Name\"") >= 0
                                && text.indexOf("\"Name\"") < text.indexOf("\"AlternateContactType\""))),
                flaw(
                                "escapes-are-refused",
                                "JSON with \\u escapes is refused.",
                                ANY_WRITING,
                                refusingText(text -> text.matches("(?s).*(?<!\\\\)(\\\\\\\\)*\\\\u[0-9a-fA-F]{4}.*")))
                        .also("PAC-EMAIL-3", "PAC-PHONE-3"),
                flaw(
                        "escapes-stand-for-themselves",
                        "An escape such as \\u0041 is taken for six characters.",
                        ANY_WRITING,
                        rewriting(body ->
                                BodyReader.utf8(body).replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u", "$1\\\\\\\\u"))),
                flaw(
                        "escaped-slashes-keep-their-backslash",
                        "A backslash before a slash is taken for a character of its own.",
                        ANY_WRITING,
                        rewriting(body ->
                                BodyReader.utf8(body).replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\/", "$1\\\\\\\\/"))),
                flaw(
                        "escapes-beyond-ascii-are-questions",
                        "An escape such as \\u00E9 is taken for a question mark.",
                        ANY_WRITING,
                        rewriting(body ->
                                BodyReader.utf8(body).replaceAll("(?<!\\\\)\\\\u(?!00[0-7])[0-9a-fA-F]{4}", "?"))),
                flaw(
                                "escapes-are-lost",
                                "An escape such as \\u0041 is dropped.",
                                ANY_WRITING,
                                rewriting(body -> BodyReader.utf8(body).replaceAll("(?<!\\\\)\\\\u[0-9a-fA-F]{4}", "")))
                        .also("PAC-EMAIL-3", "PAC-PHONE-3"));
    }

    /** The white space between the tokens: whatever stands outside quotation marks. */
    private static String blanks(String json) {
        return json.strip().replaceAll("\"(?:[^\"\\\\]|\\\\.)*+\"|\\S", "");
    }

    private static Stream<Flaw> examples() {
        return Stream.of(
                example("name", Member.NAME, "Carlos Salazar"),
                example("email", Member.EMAIL_ADDRESS, "carlos@example.com"));
    }

    private static Flaw example(String name, Member member, String text) {
        return flaw(
                "the-examples-" + name + "-is-refused",
                "The " + name + " of the examples is refused, as a reserved one.",
                List.of("PAC-EXAMPLE-1", "PAC-EXAMPLE-2"),
                b -> b.rule(member, r -> r.and(t -> !t.equals(text))));
    }

    private static UnaryOperator<Behaviour> routing(BiFunction<Sent, String, Optional<Operation>> find) {
        return b -> b.intake(i -> i.routing(right -> (sent, target) -> find.apply(sent, Routing.path(target))));
    }

    private static UnaryOperator<Behaviour> media(Predicate<String> accepts) {
        return b -> b.intake(i -> i.media(right -> type -> accepts.test(type.orElse(""))));
    }

    private static UnaryOperator<Behaviour> refusingText(Predicate<String> some) {
        return b -> b.intake(i -> i.body(right -> body -> {
            if (some.test(new String(body, StandardCharsets.UTF_8))) {
                throw Fault.SERIALIZATION.because("The body is not JSON as it is understood here");
            }
            return right.read(body);
        }));
    }

    private static UnaryOperator<Behaviour> rewriting(BodyReaderOfText text) {
        return b -> b.intake(i -> i.body(right -> body -> right.read(Texts.utf8(text.of(body)))));
    }

    private interface BodyReaderOfText {
        String of(byte[] body);
    }
}
