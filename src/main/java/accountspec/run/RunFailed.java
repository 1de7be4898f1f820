package accountspec.run;

/** Cucumber itself failed, so that scenarios may be missing from the results. */
public final class RunFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunFailed(String message, Throwable cause) {
        super(message, cause);
    }

    RunFailed(String message) {
        super(message);
    }
}
