package accountspec.run;

import accountspec.spec.ClauseBook;
import accountspec.target.Target;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import accountspec.verdict.Repeat;
import accountspec.verdict.Repeat.Kind;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Deviates;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs failed scenarios again, alone and then in their order, to tell what fails always from what fails sometimes. Decides
 * nothing: a deviation that was seen stays one.
 */
public final class Repeats {

    /** Clauses whose first finding is tried again; more say little more, and cost requests. */
    private static final int CLAUSES = 5;

    private static final int ALONE = 2;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final Trial trial;
    private final ClauseBook book;
    private final Target target;
    private final Selection selection;
    private final Time time;

    public Repeats(Trial trial, ClauseBook book, Target target, Selection selection, Time time) {
        this.trial = trial;
        this.book = book;
        this.target = target;
        this.selection = selection;
        this.time = time;
    }

    /** What became of the findings' scenarios, by the findings' clauses. */
    public Map<String, Repeat> of(Certificate certificate) {
        Map<String, Repeat> repeats = new LinkedHashMap<>();
        List<Finding> findings = certificate.findings().stream()
                .filter(finding -> !finding.advisory() && !finding.waived())
                // What only looks back would see the same again, however rare it is.
                .filter(finding -> finding.scenario().requests() > 0)
                .toList();
        if (findings.isEmpty()) {
            return repeats;
        }
        Script script = Script.load();
        long began = time.nanos();
        for (Finding finding : findings) {
            boolean enough = repeats.size() >= CLAUSES || time.since(began).compareTo(LONG_ENOUGH) > 0;
            if (!enough && trial.hopeless().isEmpty() && !repeats.containsKey(finding.clause())) {
                repeats.put(finding.clause(), again(script, finding.scenario()));
            }
        }
        return repeats;
    }

    private Repeat again(Script script, ScenarioResult scenario) {
        int deviated = 0;
        for (int i = 0; i < ALONE; i++) {
            deviated += deviates(script, scenario, false) ? 1 : 0;
        }
        if (deviated > 0) {
            return new Repeat(deviated == ALONE ? Kind.DETERMINISTIC : Kind.FLAKY, deviated + 1, ALONE + 1);
        }
        boolean again = deviates(script, scenario, true);
        return new Repeat(again ? Kind.DEPENDENT : Kind.FLAKY, again ? 2 : 1, ALONE + 2);
    }

    /** @param inOrder whether the scenarios of its feature that stand before it are run first */
    private boolean deviates(Script script, ScenarioResult scenario, boolean inOrder) {
        boolean[] reached = {false};
        List<ScenarioResult> results = script.play(trial, book, target, selection, LocalDate.now(), (feature, name) -> {
            boolean it = feature.equals(scenario.feature()) && name.equals(scenario.name());
            boolean wanted = it || inOrder && !reached[0] && feature.equals(scenario.feature());
            reached[0] |= it;
            return wanted;
        });
        return results.stream()
                .filter(result -> result.name().equals(scenario.name()))
                .anyMatch(result -> result.result() instanceof Deviates);
    }
}
