package accountspec.outcome;

import accountspec.exchange.Answer;
import accountspec.exchange.Received;
import accountspec.exchange.Silence;
import java.util.Optional;
import java.util.Set;

/** What an answer amounts to. */
public sealed interface Outcome {

    /** Answered with success, and no error named. */
    record Accepted(int status) implements Outcome {
        @Override
        public String told() {
            return "accepted (HTTP " + status + ")";
        }
    }

    /** Answered with an error that is the caller's. */
    record Refused(Optional<String> name, int status) implements Outcome {
        @Override
        public String told() {
            return name.map(n -> "refused with " + n + " (HTTP " + status + ")")
                    .orElse("refused without naming an error (HTTP " + status + ")");
        }
    }

    /** Answered that it cannot answer now: throttled, or failing. */
    record Unavailable(Optional<String> name, int status) implements Outcome {
        @Override
        public String told() {
            return "answered with "
                    + name.map(n -> n + " (HTTP " + status + ")").orElse("HTTP " + status);
        }
    }

    /** Answered with something the page has no place for, such as a redirect. */
    record Odd(int status) implements Outcome {
        @Override
        public String told() {
            return "answered with HTTP " + status;
        }
    }

    /** Not answered. */
    record Unanswered(Silence silence) implements Outcome {
        @Override
        public String told() {
            return "not answered (" + silence.detail() + ")";
        }
    }

    /** In a few words, as it follows "was". */
    String told();

    /** Whether it says that what was asked for does not exist. */
    default boolean saysThereIsNone() {
        return this instanceof Refused refused
                && (refused.status == 404
                        || refused.name
                                .filter("ResourceNotFoundException"::equals)
                                .isPresent());
    }

    /** The error that was named, if one was. */
    default Optional<String> error() {
        if (this instanceof Refused refused) {
            return refused.name();
        }
        return this instanceof Unavailable unavailable ? unavailable.name() : Optional.empty();
    }

    /** Whether the same request may well be answered otherwise a moment later. */
    default boolean mayPass() {
        return this instanceof Unavailable || this instanceof Unanswered;
    }

    /** Names under which services say that they are busy, whatever the status. */
    Set<String> THROTTLES = Set.of(
            "TooManyRequestsException",
            "ThrottlingException",
            "Throttling",
            "ThrottledException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "SlowDown");

    /** Names that blame the caller, whatever the status. */
    Set<String> CALLERS_FAULTS = Set.of("ValidationException", "AccessDeniedException", "SerializationException");

    /** Names under which services say that they failed, whatever the status. */
    Set<String> FAILURES = Set.of(
            "InternalServerException",
            "InternalServerError",
            "InternalFailure",
            "InternalFailureException",
            "InternalException",
            "InternalError",
            "ServiceUnavailable",
            "ServiceUnavailableException");

    /** Reads the answer; never judges it. */
    static Outcome of(Answer answer) {
        if (answer instanceof Silence silence) {
            return new Unanswered(silence);
        }
        Received received = (Received) answer;
        int status = received.status();
        Optional<String> name = ErrorName.of(received);
        if (status >= 200
                && status < 300
                && name.filter(ErrorName::isUnmistakable).isEmpty()) {
            return new Accepted(status);
        }
        if (name.filter(THROTTLES::contains).isPresent()
                || name.filter(FAILURES::contains).isPresent()) {
            return new Unavailable(name, status);
        }
        if (name.filter(CALLERS_FAULTS::contains).isPresent()) {
            return new Refused(name, status);
        }
        if (status == 429 || (status >= 500 && status != 501 && status != 505)) {
            return new Unavailable(name, status);
        }
        return status >= 400 || name.isPresent() ? new Refused(name, status) : new Odd(status);
    }
}
