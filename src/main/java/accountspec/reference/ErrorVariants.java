package accountspec.reference;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.reference.Answers.ErrorForm;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** The forms in which servers in the field tell an error. The protocol reads all of them. */
final class ErrorVariants {

    private static final String NAMESPACE = "com.amazonaws.account#";
    private static final String URI = ":http://internal.amazon.com/coral/com.amazonaws.account/";

    private ErrorVariants() {}

    static Stream<Variant> all() {
        return Stream.of(
                errors(
                        "error-name-in-type",
                        "An error has its name in the body's member __type.",
                        (fault, reason) ->
                                body(fault, object("__type", fault.name()).put("message", reason))),
                errors(
                        "error-name-in-type-with-namespace",
                        "An error has its name in __type, after a namespace.",
                        (fault, reason) -> body(
                                fault,
                                object("__type", NAMESPACE + fault.name()).put("message", reason))),
                errors(
                        "error-name-in-code",
                        "An error has its name in the body's member code.",
                        (fault, reason) ->
                                body(fault, object("code", fault.name()).put("message", reason))),
                errors(
                        "error-name-in-code-with-namespace",
                        "An error has its name in code, after a namespace.",
                        (fault, reason) -> body(
                                fault, object("code", NAMESPACE + fault.name()).put("message", reason))),
                errors(
                        "error-name-with-namespace",
                        "An error has its name in the header, after a namespace.",
                        (fault, reason) -> headed(NAMESPACE + fault.name(), fault, object("message", reason))),
                errors(
                        "error-name-with-uri",
                        "An error has its name in the header, before a URI.",
                        (fault, reason) -> headed(fault.name() + URI, fault, object("message", reason))),
                errors(
                        "error-name-with-namespace-and-uri",
                        "An error has its name in the header, between a namespace and a URI.",
                        (fault, reason) -> headed(NAMESPACE + fault.name() + URI, fault, object("message", reason))),
                errors(
                        "error-name-in-header-and-body",
                        "An error has its name in the header and in the body.",
                        (fault, reason) -> headed(
                                fault.name(),
                                fault,
                                object("__type", fault.name()).put("message", reason))),
                errors(
                        "error-header-in-small-letters",
                        "The header of an error's name is in small letters.",
                        (fault, reason) ->
                                body(fault, object("message", reason), new Header("x-amzn-errortype", fault.name()))),
                errors(
                        "error-header-in-capitals",
                        "The header of an error's name is in capital letters.",
                        (fault, reason) ->
                                body(fault, object("message", reason), new Header("X-AMZN-ERRORTYPE", fault.name()))),
                errors(
                        "error-message-with-capital",
                        "An error has its message in the member Message.",
                        (fault, reason) -> headed(fault.name(), fault, object("Message", reason))),
                errors(
                        "error-without-message",
                        "An error has no message.",
                        (fault, reason) -> headed(fault.name(), fault, JsonNodeFactory.instance.objectNode())),
                errors(
                        "error-with-reason-and-fields",
                        "A ValidationException says which members were wrong.",
                        (fault, reason) -> {
                            ObjectNode document = object("message", reason);
                            if (fault.equals(Fault.VALIDATION)) {
                                document.put("reason", "fieldValidationFailed");
                                document.putArray("fieldList")
                                        .addObject()
                                        .put("name", "Name")
                                        .put("message", reason);
                            }
                            return headed(fault.name(), fault, document);
                        }),
                errors(
                        "error-in-amz-json",
                        "An error has the content type application/x-amz-json-1.1.",
                        (fault, reason) -> Answers.answer(
                                fault.status(),
                                "application/x-amz-json-1.1",
                                object("message", reason).toString(),
                                new Header("x-amzn-ErrorType", fault.name()))),
                errors(
                        "error-with-charset",
                        "An error's content type names its character set.",
                        (fault, reason) -> Answers.answer(
                                fault.status(),
                                "application/json; charset=utf-8",
                                object("message", reason).toString(),
                                new Header("x-amzn-ErrorType", fault.name()))),
                errors("error-without-content-type", "An error has no content type.", (fault, reason) -> {
                    Received error = headed(fault.name(), fault, object("message", reason));
                    return Received.of(
                            error.status(),
                            error.headers().stream()
                                    .filter(h -> !h.is("Content-Type"))
                                    .toList(),
                            error.body());
                }),
                errors(
                        "error-in-many-lines",
                        "An error's JSON is written on several lines.",
                        (fault, reason) -> Answers.answer(
                                fault.status(),
                                "application/json",
                                object("message", reason).toPrettyString() + "\n",
                                new Header("x-amzn-ErrorType", fault.name()))));
    }

    private static Variant errors(String name, String says, ErrorForm form) {
        return new Variant(name, says, b -> b.answers(a -> a.errors(right -> form)));
    }

    private static Received headed(String name, Fault fault, ObjectNode body) {
        return body(fault, body, new Header("x-amzn-ErrorType", name));
    }

    private static Received body(Fault fault, ObjectNode body, Header... headers) {
        return Answers.json(fault.status(), body, headers);
    }

    private static ObjectNode object(String key, String value) {
        return JsonNodeFactory.instance.objectNode().put(key, value);
    }
}
