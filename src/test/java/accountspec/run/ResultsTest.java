package accountspec.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import accountspec.verdict.Deviation;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Noted;
import accountspec.verdict.ScenarioResult.Undecided;
import accountspec.verdict.Unproven;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private static final Deviation DEVIATION = new Deviation("refused", "accepted", "POST /", 1);

    @Test
    void a_scenario_that_went_through_conforms_or_noted_something() {
        assertThat(Results.passed(List.of()), is(new Conforms()));
        assertThat(Results.passed(List.of("accepted")), is(new Noted("accepted")));
        assertThat(Results.passed(List.of("accepted", "refused")), is(new Noted("accepted, refused")));
    }

    @Test
    void what_it_threw_says_what_came_of_it() {
        assertThat(Results.of(new Deviation.Failure("PAC-NAME-1", DEVIATION)), is(new Deviates(DEVIATION)));
        assertThat(Results.of(new Deviation.Excused("Waived.", "PAC-NAME-1", DEVIATION)), is(new Deviates(DEVIATION)));
        assertThat(Results.of(Unproven.notOffered("no brushes")), is(new Undecided("no brushes", true)));
        assertThat(Results.of(Unproven.because("dry paint")), is(new Undecided("dry paint", false)));
    }

    @Test
    void what_cucumber_wraps_around_it_does_not_matter() {
        assertThat(
                Results.of(new IllegalStateException("could not convert", Unproven.because("dry paint"))),
                is(new Undecided("dry paint", false)));
    }

    @Test
    void anything_else_is_the_suites_own_fault() {
        assertThat(
                Results.of(new IllegalArgumentException("a row lies")),
                is(new Broken("java.lang.IllegalArgumentException: a row lies")));
        assertThat(Results.of(new AssertionError("odd")), is(new Broken("java.lang.AssertionError: odd")));
    }
}
