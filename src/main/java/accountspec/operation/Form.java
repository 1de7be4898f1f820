package accountspec.operation;

import accountspec.exchange.Header;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a draft is written and sent: everything about a request but its members' values and its caller.
 *
 * @param path with any query, below the endpoint's own path
 * @param contentType the header's text, or none to leave the header out
 * @param headers further ones
 * @param body writes the draft down
 * @param told in words, how this form departs from the documented one
 */
public record Form(
        String method,
        String path,
        Optional<String> contentType,
        List<Header> headers,
        Function<Draft, byte[]> body,
        Signature signature,
        Optional<String> told) {

    /** How the signature is made, rightly or wrongly. */
    public enum Signature {
        RIGHT,
        NONE,
        WRONG_SECRET,
        UNKNOWN_KEY,
        AN_HOUR_AGO,
        OTHER_REGION,
        OTHER_SERVICE,
        OF_ANOTHER_BODY
    }

    public Form {
        headers = List.copyOf(headers);
    }

    /** The form that the operation documents. */
    public static Form documented(Operation operation) {
        return new Form(
                operation.method(),
                operation.path(),
                Optional.of(operation.contentType()),
                List.of(),
                Json::plain,
                Signature.RIGHT,
                Optional.empty());
    }

    /** Whether the page documents requests of this form, whatever their members' values. */
    public boolean isDocumented() {
        return told.isEmpty();
    }

    public Form withMethod(String changed) {
        return new Form(changed, path, contentType, headers, body, signature, told);
    }

    public Form withPath(String changed) {
        return new Form(method, changed, contentType, headers, body, signature, told);
    }

    public Form withContentType(Optional<String> changed) {
        return new Form(method, path, changed, headers, body, signature, told);
    }

    public Form withHeaders(List<Header> changed) {
        return new Form(method, path, contentType, changed, body, signature, told);
    }

    public Form withBody(Function<Draft, byte[]> changed) {
        return new Form(method, path, contentType, headers, changed, signature, told);
    }

    public Form withSignature(Signature changed) {
        return new Form(method, path, contentType, headers, body, changed, told);
    }

    public Form told(String words) {
        return new Form(method, path, contentType, headers, body, signature, Optional.of(words));
    }
}
