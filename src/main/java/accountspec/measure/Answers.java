package accountspec.measure;

import accountspec.exchange.Received;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.trial.Sending;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the answers of a run looked like.
 *
 * @param accepted how many requests were accepted
 * @param successes the statuses of success
 * @param emptySuccesses how many of those answers had no body
 * @param refusals the statuses of each refusal, by the error's name; the empty name for none
 */
public record Answers(int accepted, Set<Integer> successes, int emptySuccesses, Map<String, Set<Integer>> refusals) {

    /** Reads them off the answers to requests of the documented form. */
    static Answers of(List<Sending> met) {
        Set<Integer> successes = new TreeSet<>();
        Map<String, Set<Integer>> refusals = new TreeMap<>();
        int accepted = 0;
        int empty = 0;
        for (Sending sending : met) {
            if (sending.outcome() instanceof Accepted success) {
                accepted++;
                successes.add(success.status());
                empty += sending.exchange().answer() instanceof Received answer && answer.body().length == 0 ? 1 : 0;
            } else if (sending.outcome() instanceof Refused refused) {
                refusals.computeIfAbsent(refused.name().orElse(""), name -> new TreeSet<>())
                        .add(refused.status());
            }
        }
        return new Answers(accepted, successes, empty, refusals);
    }

    /** Every status that a refused request was answered with. */
    public Set<Integer> refusalStatuses() {
        Set<Integer> statuses = new TreeSet<>();
        refusals.values().forEach(statuses::addAll);
        return statuses;
    }
}
