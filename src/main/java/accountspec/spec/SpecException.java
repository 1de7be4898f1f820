package accountspec.spec;

/** A clause, a clause book, or a copy of the page cannot be understood; the message says where, and what to do, and is ready to print. */
public final class SpecException extends RuntimeException {

    SpecException(String message) {
        super(message);
    }

    SpecException(String message, Throwable cause) {
        super(message, cause);
    }

    static SpecException at(String file, int line, String message) {
        return new SpecException(file + ", line " + line + ": " + message);
    }
}
