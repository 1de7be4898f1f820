package accountspec.journal;

import accountspec.exchange.Silence;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Unanswered;
import java.util.Map;
import java.util.Optional;

/** What a look at one of an account's contacts showed. */
sealed interface Reading {

    /** @param contact its members; empty for none */
    record Seen(Map<String, String> contact) implements Reading {}

    /**
     * @param why in words
     * @param outcome of the request that should have shown it
     */
    record Unreadable(String why, Outcome outcome) implements Reading {

        /** Whether the target gave no usable answer at all. */
        boolean gone() {
            return outcome.mayPass();
        }

        /** What there was in place of an answer, if there was none. */
        Optional<Silence> silence() {
            return outcome instanceof Unanswered unanswered ? Optional.of(unanswered.silence()) : Optional.empty();
        }
    }
}
