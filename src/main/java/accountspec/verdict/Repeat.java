package accountspec.verdict;

/**
 * What became of a failed scenario when it was run again.
 *
 * @param deviated how often it failed, the first time included
 * @param runs how often it was run
 */
public record Repeat(Kind kind, int deviated, int runs) {

    /** What that says of the failure. */
    public enum Kind {
        /** It fails alone, each time. */
        DETERMINISTIC("deterministic"),
        /** It fails now and then. */
        FLAKY("flaky"),
        /** It fails after the scenarios before it, and not alone. */
        DEPENDENT("dependent on another");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public String told() {
        return kind.words() + ", " + deviated + " of " + runs + " times"
                + (kind == Kind.DEPENDENT ? ": only after the scenarios before it" : "");
    }
}
