package accountspec.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/** One thing made wrong with an answer that was right. */
enum Corruption {
    /** Of a success, a refusal; of anything else, a success. */
    STATUS {
        @Override
        Received of(Received answer) {
            return Outcome.of(answer) instanceof Accepted
                    ? Received.of(400, List.of(new Header(NAME, FOREIGN)), bytes("{\"message\":\"corrupted\"}"))
                    : Received.of(200, List.of(), new byte[0]);
        }
    },
    /** Another error's name. */
    ERROR_NAME {
        @Override
        Received of(Received answer) {
            return Received.of(
                    answer.status(),
                    List.of(new Header(NAME, FOREIGN)),
                    bytes("{\"__type\":\"" + FOREIGN + "\",\"message\":\"corrupted\"}"));
        }
    },
    /** No error's name at all. */
    NO_NAME {
        @Override
        Received of(Received answer) {
            return Received.of(answer.status(), List.of(), bytes("{}"));
        }
    },
    /** A body that is not empty and no JSON either. */
    BODY {
        @Override
        Received of(Received answer) {
            return Received.of(answer.status(), answer.headers(), bytes("<p>corrupted</p>"));
        }
    };

    private static final String NAME = "x-amzn-ErrorType";

    /** No target can know it, so none can make a habit of it. */
    private static final String FOREIGN = "Corrupted" + Long.toHexString(new SecureRandom().nextLong()) + "Exception";

    /** What was corrupted, in words. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    abstract Received of(Received answer);

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
