package accountspec.measure;

import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.trial.Request;
import accountspec.trial.Sending;
import accountspec.trial.Trial;
import accountspec.verdict.Unproven;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Requests to spend on one question. When they are spent, or the target no longer answers, whoever asks has to do with
 * what is known.
 */
final class Probes {

    /** Requests that one question is worth. */
    static final int MOST = 12;

    /** Times that a request is sent which the target gives no answer to, or none that lasts. */
    private static final int TRIES = 3;

    /** Such answers in a row until the target is left in peace. */
    private static final int IN_VAIN = 6;

    /** For what it is sent. */
    static final String PURPOSE = "measured";

    private final Line line;
    private final int spendable;
    private final int before;

    private Probes(Line line, int spendable) {
        this.line = line;
        this.spendable = spendable;
        this.before = line.trial.requests();
    }

    /** The way to the target, which all questions share: once it is cut, nobody asks any more. */
    static final class Line {

        private final Trial trial;
        private boolean cut;
        private int inVain;

        Line(Trial trial) {
            this.trial = trial;
        }

        private boolean isTelling(Sending sending) {
            boolean telling = !sending.outcome().mayPass();
            inVain = telling ? 0 : inVain + 1;
            cut |= inVain >= IN_VAIN;
            return telling;
        }
    }

    static Probes of(Line line) {
        return new Probes(line, MOST);
    }

    /** Asks nothing: what the run has shown is all there is. */
    static Probes none(Line line) {
        return new Probes(line, 0);
    }

    Trial trial() {
        return line.trial;
    }

    int left() {
        return line.cut ? 0 : spendable - (trial().requests() - before);
    }

    /** Whether a request with just this value is accepted, if there is an answer to be had. */
    Optional<Boolean> accepts(String member, String text) {
        return put(() -> trial().validDraft().with(member, new Value.Text(text)))
                .flatMap(sending -> sending.outcome() instanceof Accepted
                        ? Optional.of(true)
                        : sending.outcome() instanceof Refused ? Optional.of(false) : Optional.empty());
    }

    /** Sends until an answer says something about the request, or too often in vain. */
    Optional<Sending> put(Supplier<Draft> draft) {
        for (int tries = 1; left() > 0 && tries <= TRIES; tries++) {
            Optional<Sending> sending = alive(() -> trial().send(new Request(
                    trial().cast().standalone(), draft.get(), Form.documented(trial().operation()), PURPOSE, true)));
            if (sending.isEmpty() || line.isTelling(sending.get())) {
                return sending;
            }
            trial().rest(tries + 1);
        }
        return Optional.empty();
    }

    /** The caller's contact of the type, as it is read now. */
    Optional<Map<String, String>> read(String type) {
        return left() > 0 ? alive(() -> trial().reader().now(trial().cast().standalone(), type)) : Optional.empty();
    }

    /** A target that is given up, or cannot be read from, ends the measuring; its verdict stands. */
    private <T> Optional<T> alive(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (Unproven gone) {
            line.cut = true;
            return Optional.empty();
        }
    }
}
