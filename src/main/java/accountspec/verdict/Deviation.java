package accountspec.verdict;

import org.opentest4j.TestAbortedException;

/**
 * What was found to be otherwise than a clause says.
 *
 * @param expected what the clause asks for, in words
 * @param was what the target did instead
 * @param sent what was sent, in words
 * @param request the number of the exchange that shows it, 0 if no single one does
 */
public record Deviation(String expected, String was, String sent, int request) {

    /** As a block of facts, in the order in which a maintainer wants them. */
    public String told(String clause) {
        return "clause    %s%nexpected  %s%nwas       %s%nsent      %s".formatted(clause, expected, was, sent);
    }

    /** Thrown where a stated or implied clause is broken: the scenario fails. */
    public static final class Failure extends AssertionError {

        private static final long serialVersionUID = 1L;

        private final transient Deviation deviation;

        public Failure(String clause, Deviation deviation) {
            super(deviation.told(clause));
            this.deviation = deviation;
        }

        public Deviation deviation() {
            return deviation;
        }
    }

    /**
     * Thrown where the deviation fails nobody: an advised clause, or a waived one. Cucumber reports it as skipped, so that
     * no report says "failed" while the exit status says "conforms".
     */
    public static final class Excused extends TestAbortedException {

        private static final long serialVersionUID = 1L;

        private final transient Deviation deviation;

        public Excused(String why, String clause, Deviation deviation) {
            super(why + System.lineSeparator() + deviation.told(clause));
            this.deviation = deviation;
        }

        public Deviation deviation() {
            return deviation;
        }
    }
}
