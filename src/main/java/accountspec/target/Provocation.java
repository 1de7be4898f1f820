package accountspec.target;

import java.util.List;
import java.util.Map;

/** How this target can be made to give an answer that no request is documented to cause. */
public sealed interface Provocation {

    String THROTTLE = "TooManyRequestsException";
    String FAILURE = "InternalServerException";

    /** The errors that can be provoked; all others are caused by requests. */
    static List<String> errors() {
        return List.of(THROTTLE, FAILURE);
    }

    /** A request that carries these headers is answered so. */
    record ByHeader(Map<String, String> headers) implements Provocation {

        public ByHeader {
            headers = Map.copyOf(headers);
        }
    }

    /** So many requests at once are answered so, some of them at least. */
    record ByBurst(int requests) implements Provocation {}
}
