package accountspec.reference;

/** Ends the handling of a request with an error. It is an everyday answer, so it carries no stack trace. */
final class Refusal extends RuntimeException {

    private final transient Fault fault;

    Refusal(Fault fault, String reason) {
        super(reason, null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
