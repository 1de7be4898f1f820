package accountspec.trial;

/** Where a run's requests get the numbers from that make each of them unlike all others. */
public interface Numbers {

    /** From here on, what is asked for is for this scenario, or whatever else it is that asks. */
    void enter(String purpose);

    /** For a request of what was entered last. */
    int next();

    /** For a request that any scenario may be the first to need, such as a control. */
    int nextFor(String need);

    /** One after another, whoever asks. */
    static Numbers counting() {
        return new Numbers() {

            private int last;

            @Override
            public void enter(String purpose) {
                // all the same
            }

            @Override
            public int next() {
                return ++last;
            }

            @Override
            public int nextFor(String need) {
                return ++last;
            }
        };
    }
}
