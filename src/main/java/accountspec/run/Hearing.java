package accountspec.run;

import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Result;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears from Cucumber what becomes of each scenario. Cucumber makes it by its name. */
public final class Hearing implements ConcurrentEventListener {

    private final FeatureRun run = FeatureRun.current();
    private int requestsBefore;
    private @Nullable RuntimeException misplaced;

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, started -> begin(started.getTestCase()));
        publisher.registerHandlerFor(TestCaseFinished.class, this::end);
    }

    private void begin(TestCase scenario) {
        requestsBefore = run.requests();
        misplaced = null;
        try {
            run.enter(scenario.getName(), tags(scenario));
        } catch (RuntimeException e) {
            misplaced = e; // told with the scenario, once it is over
        }
    }

    private void end(TestCaseFinished finished) {
        TestCase scenario = finished.getTestCase();
        run.leave(new ScenarioResult(
                feature(scenario),
                scenario.getLocation().getLine(),
                scenario.getName(),
                Selection.clausesOf(tags(scenario)),
                misplaced == null ? result(finished) : new Broken(String.valueOf(misplaced.getMessage())),
                finished.getResult().getDuration(),
                run.requests() - requestsBefore));
    }

    private Result result(TestCaseFinished finished) {
        Throwable error = finished.getResult().getError();
        Status status = finished.getResult().getStatus();
        if (status == Status.PASSED) {
            return Results.passed(run.readings());
        }
        if (error == null) {
            return new Broken(status == Status.UNDEFINED ? "a step has no definition" : "it ended as " + status);
        }
        return Results.of(error);
    }

    private static List<String> tags(TestCase scenario) {
        return scenario.getTags().stream().map(tag -> tag.substring(1)).toList();
    }

    /** The file's path below {@code features/}. */
    private static String feature(TestCase scenario) {
        String uri = scenario.getUri().toString();
        return uri.substring(uri.lastIndexOf("features/") + "features/".length());
    }
}
