package accountspec.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.report.Change.Matter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose doing a change is, and when it is the target that got worse. */
final class DifferenceTest {

    private static final String CLAUSE = "PAC-PHONE-2";

    @Test
    void two_runs_that_say_the_same_do_not_differ() {
        Difference difference = Difference.between(report(conforms()), report(conforms()));

        assertThat(difference.changes(), is(empty()));
        assertThat(difference.told(), is("Nothing changed."));
    }

    @Test
    void a_clause_that_deviates_now_and_nothing_else_that_changed_is_the_targets_getting_worse() {
        Difference difference = Difference.between(report(conforms()), report(deviates()));

        assertThat(difference.isWorse(), is(true));
        assertThat(
                told(difference),
                is(List.of(
                        "result was conforms, is does not conform [target]",
                        "exitCode was 0, is 1 [target]",
                        "PAC-PHONE-2 was conforms, is deviates [target]",
                        "PAC-PHONE-2  expected refused, was accepted [target]",
                        "takes one character more  (PAC-PHONE-2) [target]")));
    }

    @Test
    void the_other_way_round_it_got_better() {
        Difference difference = Difference.between(report(deviates()), report(conforms()));

        assertThat(difference.isWorse(), is(false));
        assertThat(difference.of(Matter.FINDING).get(0).became(), is("went"));
        assertThat(difference.of(Matter.CAUSE).get(0).became(), is("went"));
        assertThat(difference.told(), is("The target did not get worse."));
    }

    @Test
    void a_second_deviation_of_a_clause_that_deviated_already_is_worse() {
        Difference difference = Difference.between(
                report(deviates()),
                report(deviates().andThen(json -> finding(json, "another", "refused", "HTTP 500", "deviation"))));

        assertThat(difference.of(Matter.CLAUSE), is(empty()));
        assertThat(difference.isWorse(), is(true));
    }

    @Test
    void the_same_scenario_with_another_answer_is_a_finding_that_changed() {
        Difference difference = Difference.between(
                report(deviates()),
                report(deviates()
                        .andThen(json -> ((ObjectNode) json.path("findings").get(0)).put("was", "HTTP 500"))));

        assertThat(
                told(difference),
                is(List.of("PAC-PHONE-2  was: expected refused, was accepted; is: expected refused,"
                        + " was HTTP 500 [target]")));
        assertThat(difference.isWorse(), is(false));
    }

    @Test
    void an_advisory_finding_fails_nobody() {
        Difference difference = Difference.between(
                report(conforms()),
                report(conforms().andThen(json -> finding(json, "advice", "refused", "accepted", "advisory"))));

        assertThat(difference.of(Matter.FINDING).get(0).became(), is("appeared"));
        assertThat(difference.isWorse(), is(false));
    }

    /** Each takes the place of a target that got worse by itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suite version     | target or suite",
                "page              | target or page",
                "suite and page    | target or suite or page",
                "scenarios         | suite",
                "standing          | suite",
                "was not run       | selection",
                "depth             | selection",
                "was not offered   | profile",
                "waiver ended      | profile",
                "reading pinned    | profile",
            })
    void what_may_come_from_elsewhere_is_not_held_against_the_target(String what, String because) {
        Consumer<ObjectNode> then = switch (what) {
            case "was not run" -> conforms().andThen(json -> clause(json).put("verdict", "not run"));
            case "was not offered" ->
                conforms()
                        .andThen(json -> clause(json).put("verdict", "unproven").put("notOffered", true));
            case "waiver ended" -> deviates().andThen(json -> clause(json).put("waived", true));
            case "reading pinned" ->
                conforms()
                        .andThen(json -> clause(json)
                                .put("verdict", "noted")
                                .put("reading", "accepted")
                                .put("standing", "open"));
            default -> conforms();
        };
        Consumer<ObjectNode> now = switch (what) {
            case "suite version" -> newerSuite();
            case "page" -> newerPage();
            case "suite and page" -> newerSuite().andThen(newerPage());
            case "scenarios" -> json -> clause(json).put("scenarios", 9);
            case "standing" -> json -> clause(json).put("standing", "implied");
            case "depth" ->
                json -> {
                    json.put("depth", "full");
                    clause(json).put("scenarios", 9);
                };
            case "reading pinned" -> json -> clause(json).put("standing", "open");
            default -> json -> {};
        };

        Difference difference =
                Difference.between(report(then), report(deviates().andThen(now)));

        assertThat(difference.of(Matter.CLAUSE).get(0).because(), is(because));
        assertThat(difference.isWorse(), is(false));
    }

    @Test
    void what_the_reports_cannot_tell_is_left_to_judging_again() {
        Difference difference =
                Difference.between(report(conforms()), report(deviates().andThen(newerSuite())));

        assertThat(difference.told(), containsString("accountspec rejudge"));
    }

    @Test
    void a_target_that_cannot_be_judged_any_more_got_worse() {
        Difference difference =
                Difference.between(report(conforms()), report(conforms().andThen(json -> {
                    json.put("result", "no verdict").put("exitCode", 3);
                    clause(json).put("verdict", "unproven").put("because", "it was throttled");
                })));

        assertThat(difference.isWorse(), is(true));
    }

    @Test
    void a_suite_that_failed_is_not_held_against_the_target() {
        Difference difference =
                Difference.between(report(conforms()), report(conforms().andThen(json -> {
                    json.put("result", "no verdict").put("exitCode", 4);
                    clause(json).put("verdict", "unproven");
                })));

        assertThat(difference.of(Matter.CLAUSE).get(0).because(), is("suite"));
        assertThat(difference.isWorse(), is(false));
    }

    @Test
    void nothing_of_a_target_is_markdown_or_steers_a_terminal() {
        Difference difference =
                Difference.between(report(conforms()), report(conforms().andThen(json -> {
                    json.withObject("/target").put("name", "<img src=x> | **bold** \u001b[2J ::error::x");
                    finding(json, "a", "refused", "<script>alert(1)</script> [x](http://y)", "deviation");
                })));

        String markdown = DifferenceText.markdown(difference, "then", "now");
        String console = String.join("\n", DifferenceText.lines(difference, "then", "now"));

        assertThat(markdown, not(containsString("<")));
        assertThat(markdown, not(containsString("**bold**")));
        assertThat(markdown, not(containsString("[x](")));
        assertThat(markdown + console, not(containsString("\u001b")));
        assertThat(console, not(containsString("::error::")));
    }

    private static List<String> told(Difference difference) {
        return difference.changes().stream()
                .map(change -> change.told() + " [" + change.because() + "]")
                .toList();
    }

    private static Consumer<ObjectNode> conforms() {
        return json -> {};
    }

    private static Consumer<ObjectNode> deviates() {
        return json -> {
            json.put("result", "does not conform").put("exitCode", 1);
            clause(json).put("verdict", "deviates");
            finding(json, "a number of 26 characters", "refused", "accepted", "deviation");
            json.withArray("/causes")
                    .addObject()
                    .put("cause", "takes one character more")
                    .putArray("clauses")
                    .add(CLAUSE);
        };
    }

    private static Consumer<ObjectNode> newerSuite() {
        return json -> json.withObject("/suite").put("version", "0.2.0");
    }

    private static Consumer<ObjectNode> newerPage() {
        return json -> json.withObject("/page").put("sha256", "ef");
    }

    private static ObjectNode clause(ObjectNode report) {
        return (ObjectNode) report.path("clauses").get(0);
    }

    private static void finding(ObjectNode report, String scenario, String expected, String was, String severity) {
        report.withArray("/findings")
                .addObject()
                .put("clause", CLAUSE)
                .put("scenario", scenario)
                .put("expected", expected)
                .put("was", was)
                .put("severity", severity)
                .put("waived", false)
                .put("scenarios", 1);
    }

    private static RunReport report(Consumer<ObjectNode> change) {
        try {
            ObjectNode json = (ObjectNode) JsonMapper.builder().build().readTree("""
                    { "result": "conforms", "exitCode": 0, "suite": { "version": "0.1.0" }, "page": { "sha256": "ab" },
                      "target": { "name": "it", "endpoint": "http://127.0.0.1:1" }, "depth": "core",
                      "clauses": [ { "id": "PAC-PHONE-2", "standing": "stated", "verdict": "conforms", "scenarios": 3,
                                     "waived": false } ],
                      "findings": [], "causes": [] }
                    """);
            change.accept(json);
            return new RunReport(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
