package accountspec.run;

import static accountspec.doubles.Wires.acceptingEverything;
import static accountspec.doubles.Wires.answer;
import static accountspec.doubles.Wires.answering;
import static accountspec.doubles.Wires.isPut;
import static accountspec.doubles.Wires.refusingEverything;
import static accountspec.doubles.Wires.right;
import static accountspec.doubles.Wires.says;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.doubles.Recorded;
import accountspec.doubles.Trials;
import accountspec.target.Target;
import accountspec.trial.Trial;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Noted;
import accountspec.verdict.ScenarioResult.Undecided;
import accountspec.wire.Wire;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestRunFinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The features through Cucumber itself, against targets in memory. */
class FeatureRunTest {

    @TempDir
    private Path folder;

    @Test
    void the_scenarios_of_a_clause_are_run_and_told_of() {
        Run run = Run.of(right(), "PAC-NAME-1");

        assertThat(
                run.results.stream().map(ScenarioResult::name).toList(),
                contains("A request without a name is refused", "A name of null is no name"));
        ScenarioResult first = run.results.get(0);
        assertThat(first.feature(), is("put-alternate-contact/name.feature"));
        assertThat(first.line(), is(greaterThan(1)));
        assertThat(first.clauses(), contains("PAC-NAME-1"));
        assertThat(first.result(), is(new Conforms()));
        assertThat(first.requests(), is(greaterThan(0)));
    }

    @Test
    void it_is_known_beforehand_how_many_there_will_be_and_each_is_told_as_soon_as_it_is_over() {
        Run run = Run.of(right(), "PAC-NAME-1");

        assertThat(run.planned.get(), is(2));
        assertThat(run.told, is(run.results));
    }

    @Test
    void cucumbers_own_files_are_whole_once_the_run_is_over() throws IOException {
        Run.of(
                Trials.target(Trials.ALONE),
                right(),
                List.of(CucumberFiles.class.getName() + ":" + folder),
                "PAC-NAME-1");

        List<String> messages = Files.readAllLines(folder.resolve("cucumber.ndjson"));
        assertThat(
                messages.stream()
                        .filter(message -> message.startsWith("{\"testCaseFinished\""))
                        .toList(),
                hasSize(2));
        assertThat(messages.get(messages.size() - 1), startsWith("{\"testRunFinished\""));
        assertThat(Files.readString(folder.resolve("cucumber.html")).strip(), endsWith("</html>"));
    }

    @Test
    void the_requests_of_all_scenarios_are_those_of_the_run() {
        Run run = Run.of(right(), "PAC-NAME-1", "PAC-SET-2");

        assertThat(run.results.stream().mapToInt(ScenarioResult::requests).sum(), is(run.trial.requests()));
    }

    @Test
    void what_came_of_a_scenario_is_heard_whatever_it_is() {
        Wire tolerant = answering(sent -> isPut(sent) && !says(sent, "\"Name\""), answer(200, ""), right());

        assertThat(Run.of(tolerant, "PAC-NAME-1").results.get(0).result(), instanceOf(Deviates.class));
        assertThat(Run.of(right(), "PAC-TYPE-6").results.get(0).result(), is(new Noted("refused")));
        assertThat(Run.of(right(), "PAC-ORG-6").results.get(0).result(), instanceOf(Undecided.class));
        assertThat(((Undecided) Run.of(right(), "PAC-ORG-6").results.get(0).result()).notOffered(), is(true));
    }

    @Test
    void advice_and_waivers_are_heard_as_deviations_too() {
        Target waiving = Trials.target(Trials.ALONE + "waivers:\n  - { clause: PAC-NAME-1, reason: known }\n");

        assertThat(
                Run.of(waiving, acceptingEverything(), "PAC-NAME-1")
                        .results
                        .get(0)
                        .result(),
                instanceOf(Deviates.class));
        assertThat(Run.of(acceptingEverything(), "PAC-SYNTAX-6").results.get(0).result(), instanceOf(Deviates.class));
    }

    @Test
    void a_target_that_refuses_everything_proves_nothing() {
        Run run = Run.of(refusingEverything(), "PAC-NAME-1", "PAC-NAME-2");

        run.results.forEach(result -> assertThat(result.name(), result.result(), instanceOf(Undecided.class)));
        assertThat(run.trial.hopeless().isPresent(), is(true));
    }

    @Test
    void a_clause_that_nobody_can_observe_is_told_before_anything_is_sent() {
        Recorded wire = Recorded.of(right());

        NothingSelected nothing = assertThrows(NothingSelected.class, () -> Run.of(wire, "PAC-NAME-1", "PAC-OP-2"));

        assertThat(nothing.getMessage(), startsWith("no scenario tries PAC-OP-2, which is unobservable"));
        assertThat(wire.sent(), is(empty()));
    }

    @Test
    void a_failure_of_cucumbers_own_is_no_result() {
        RunFailed failed = assertThrows(
                RunFailed.class,
                () -> Run.of(Trials.target(Trials.ALONE), right(), List.of(Failing.class.getName()), "PAC-NAME-1"));

        assertThat(failed.getMessage(), containsString("no disk"));
    }

    /** A report that cannot be finished. */
    public static final class Failing implements ConcurrentEventListener {

        @Override
        public void setEventPublisher(EventPublisher publisher) {
            publisher.registerHandlerFor(TestRunFinished.class, finished -> {
                throw new IllegalStateException("no disk");
            });
        }
    }

    @Test
    void the_script_says_the_same_as_cucumber() {
        String[] clauses = {
            "PAC-EMAIL-1", "PAC-EMAIL-2", "PAC-BODY-1", "PAC-TYPE-2", "PAC-SET-6", "PAC-EXAMPLE-1", "PAC-ORG-6"
        };
        Wire tolerant = answering(sent -> isPut(sent) && says(sent, "OTHER"), answer(200, ""), right());
        Run run = Run.of(tolerant, clauses);
        Wire again = answering(sent -> isPut(sent) && says(sent, "OTHER"), answer(200, ""), right());

        List<ScenarioResult> played = Judged.of(again, clauses).certificate().scenarios();

        assertThat(told(played), is(told(run.results)));
        assertThat(played, hasSize(greaterThan(30)));
    }

    @Test
    void outside_a_run_nothing_can_be_heard() {
        IllegalStateException refused = assertThrows(IllegalStateException.class, Hearing::new);

        assertThat(refused.getMessage(), is("the features run only within a FeatureRun"));
    }

    private static List<String> told(List<ScenarioResult> results) {
        return results.stream()
                .map(result -> result.feature() + " " + result.name() + " "
                        + result.result().getClass().getSimpleName())
                .sorted()
                .toList();
    }

    /** A run that is over. */
    private record Run(Trial trial, List<ScenarioResult> results, List<ScenarioResult> told, AtomicInteger planned) {

        static Run of(Wire wire, String... clauses) {
            return of(Trials.target(Trials.ALONE), wire, clauses);
        }

        static Run of(Target target, Wire wire, String... clauses) {
            return of(target, wire, List.of(), clauses);
        }

        static Run of(Target target, Wire wire, List<String> plugins, String... clauses) {
            Trial trial = Trials.of(target, wire);
            List<ScenarioResult> told = new ArrayList<>();
            AtomicInteger planned = new AtomicInteger();
            Selection selection = Selection.about(Set.of(clauses));
            FeatureRun run = new FeatureRun(trial, Judged.BOOK, target, selection, Judged.TODAY, told::add);
            return new Run(trial, run.run(plugins, planned::set), told, planned);
        }
    }
}
