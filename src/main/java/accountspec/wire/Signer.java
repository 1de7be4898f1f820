package accountspec.wire;

import accountspec.exchange.Sent;
import accountspec.operation.Form.Signature;

/** Signs requests, rightly or wrongly as a scenario asks for. */
@FunctionalInterface
public interface Signer {

    /** Leaves requests as they are. */
    Signer NONE = (request, signature) -> request;

    /** The request with whatever headers its signature needs. */
    Sent sign(Sent request, Signature signature);
}
