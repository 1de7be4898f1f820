package accountspec.run;

/** How much of the features a run asks. */
public enum Depth {
    /** Enough to say something about every clause. */
    CORE,
    /** Everything. */
    FULL
}
