package accountspec.run;

import java.util.Locale;

/** How much of the features a run asks. */
public enum Depth {
    /** Enough to say something about every clause. */
    CORE,
    /** Everything. */
    FULL;

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
