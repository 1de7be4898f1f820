package accountspec.run;

/** What was asked for leaves nothing to run: the filter, or a clause of it, matches no scenario. */
public final class NothingSelected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingSelected(String message) {
        super(message);
    }
}
