package accountspec.checks;

import accountspec.exchange.Received;
import accountspec.outcome.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.hamcrest.Matcher;
import org.hamcrest.StringDescription;

/**
 * Shows of a run's own checks, on the run's own answers, that they can fail: what they let pass is handed back to them with
 * one thing corrupted. A check that lets that pass as well has judged nothing, and neither has the run.
 */
public final class PositiveControls {

    /** Samples of each kind of check. */
    private static final int SAMPLES = 3;

    /** Answers beyond this size are no samples, so that a hostile target cannot fill the memory. */
    private static final int LARGEST_BODY = 1 << 16;

    private static final String STORED = "the stored contact";

    private final Map<String, List<BooleanSupplier>> controls = new LinkedHashMap<>();

    /** A check let this answer pass, for what it amounts to. */
    public void outcomePassed(Matcher<Outcome> check, Received answer) {
        passed(check, answer, corrupted -> check.matches(Outcome.of(corrupted)));
    }

    /** A check let this answer pass, for how it looks. */
    public void answerPassed(Matcher<Received> check, Received answer) {
        passed(check, answer, check::matches);
    }

    private void passed(Matcher<?> check, Received answer, Predicate<Received> passes) {
        if (!(check instanceof Check<?> known) || answer.body().length > LARGEST_BODY) {
            return;
        }
        String kind = StringDescription.toString(check);
        for (Corruption corruption : known.noticed()) {
            add(kind, corruption.words(), () -> passes.test(corruption.of(answer)));
        }
    }

    /** A check let this contact pass. */
    public void contactPassed(Matcher<Map<String, String>> check, Map<String, String> stored) {
        add(STORED, "text", () -> check.matches(altered(stored)));
    }

    /** The same contact, but for one letter more; of none, one. */
    private static Map<String, String> altered(Map<String, String> stored) {
        Map<String, String> altered = new TreeMap<>(stored);
        if (altered.isEmpty()) {
            altered.put("Name", "corrupted");
        } else {
            altered.replaceAll((member, value) -> value + "x");
        }
        return altered;
    }

    private void add(String kind, String corruption, BooleanSupplier passes) {
        List<BooleanSupplier> samples =
                controls.computeIfAbsent(kind + ", given another " + corruption, none -> new ArrayList<>());
        if (samples.size() < SAMPLES) {
            samples.add(passes);
        }
    }

    /** How many there are to run. */
    public int count() {
        return controls.values().stream().mapToInt(List::size).sum();
    }

    /** Runs them. What comes back are the kinds of check that noticed nothing; none, if they judge. */
    public List<String> unnoticed() {
        return controls.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(BooleanSupplier::getAsBoolean))
                .map(Map.Entry::getKey)
                .toList();
    }
}
