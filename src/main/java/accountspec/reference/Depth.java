package accountspec.reference;

/** How deep a run has to go: the smaller one covers every clause, the greater one every value that matters. */
public enum Depth {
    CORE,
    FULL
}
