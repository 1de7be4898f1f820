package accountspec.reference;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How the outcome of a request is told.
 *
 * @param success what a put that was done is answered with
 * @param errors what an error looks like
 */
record Answers(Success success, ErrorForm errors) {

    interface Success {
        Received to(Attempt attempt);
    }

    interface ErrorForm {
        Received of(Fault fault, String reason);

        /** As AWS's services do: the name in a header, the reason in a JSON body. */
        static ErrorForm aws() {
            return (fault, reason) -> json(
                    fault.status(),
                    JsonNodeFactory.instance.objectNode().put("message", reason),
                    new Header("x-amzn-ErrorType", fault.name()));
        }
    }

    static Answers documented() {
        // The page's sample answers carry a content type although there is no content.
        Received done = Received.of(200, List.of(new Header("Content-Type", "application/json")), new byte[0]);
        return new Answers(attempt -> done, ErrorForm.aws());
    }

    static Received json(int status, ObjectNode body, Header... more) {
        return answer(status, "application/json", body.toString(), more);
    }

    static Received answer(int status, String contentType, String body, Header... more) {
        List<Header> headers = new ArrayList<>(List.of(more));
        headers.add(0, new Header("Content-Type", contentType));
        return Received.of(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Answers success(UnaryOperator<Success> change) {
        return new Answers(change.apply(success), errors);
    }

    Answers errors(UnaryOperator<ErrorForm> change) {
        return new Answers(success, change.apply(errors));
    }
}
