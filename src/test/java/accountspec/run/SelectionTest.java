package accountspec.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    private static final List<String> CORE = List.of("PAC-NAME-2");
    private static final List<String> DEEP = List.of("PAC-NAME-2", "full");

    @Test
    void at_depth_core_what_is_marked_full_stays_out() {
        assertThat(Selection.all(Depth.CORE).includes(CORE), is(true));
        assertThat(Selection.all(Depth.CORE).includes(DEEP), is(false));
        assertThat(Selection.all(Depth.FULL).includes(DEEP), is(true));
    }

    @Test
    void at_depth_core_what_is_not_worth_its_requests_stays_out() {
        Worth worth = Worth.bundled();
        Worth.Entry first = worth.entries().get(0);
        Worth.Entry last = worth.entries().get(worth.entries().size() - 1);

        assertThat(Selection.all(Depth.CORE).includes(first.scenario(), CORE), is(true));
        assertThat(Selection.all(Depth.CORE).includes(last.scenario(), CORE), is(false));
        assertThat(Selection.all(Depth.FULL).includes(last.scenario(), CORE), is(true));
    }

    @Test
    void what_came_after_the_worth_was_measured_is_asked_at_either_depth() {
        Worth.Scenario unknown = new Worth.Scenario("new.feature", "A new scenario");

        assertThat(Selection.all(Depth.CORE).includes(unknown, CORE), is(true));
        assertThat(Selection.all(Depth.CORE).includes(unknown, DEEP), is(false));
    }

    @Test
    void so_many_requests_pay_for_the_worthiest_scenarios() {
        Worth worth = Worth.bundled();
        Selection few = Selection.all(Depth.FULL).within(20);

        int paid = worth.entries().stream()
                .filter(entry -> few.includes(entry.scenario(), CORE))
                .mapToInt(Worth.Entry::requests)
                .sum();

        assertThat(paid, is(20));
        assertThat(few.includes(worth.entries().get(0).scenario(), CORE), is(true));
    }

    @Test
    void only_the_clauses_that_were_asked_for_are_in() {
        assertThat(clauses("PAC-NAME-2").includes(CORE), is(true));
        assertThat(clauses("PAC-NAME-3").includes(CORE), is(false));
        assertThat(clauses("PAC-NAME-3", "PAC-NAME-2").includes(CORE), is(true));
    }

    @Test
    void a_scenario_belongs_to_the_clause_that_is_named_nearest_to_it() {
        assertThat(Selection.clausesOf(List.of("PAC-NAME-2", "needs-delete", "PAC-NAME-3")), is(List.of("PAC-NAME-3")));
        assertThat(Selection.clausesOf(List.of("full")), is(List.of()));
        assertThat(clauses("PAC-NAME-2").includes(List.of("PAC-NAME-2", "PAC-NAME-3")), is(false));
    }

    @ParameterizedTest
    @CsvSource({
        "@PAC-NAME-2, true",
        "@PAC-NAME-3, false",
        "not @full, false",
        "@PAC-NAME-2 and @full, true",
        "(@PAC-NAME-3 or @PAC-NAME-2) and not @needs-delete, true"
    })
    void a_tag_expression_chooses_among_them(String expression, boolean included) {
        assertThat(tags(expression).includes(DEEP), is(included));
    }

    @Test
    void depth_clauses_and_tags_must_all_agree() {
        Selection selection =
                Selection.of(Depth.CORE, List.of("PAC-NAME-2"), Optional.of("not @needs-delete"), Judged.BOOK);

        assertThat(selection.includes(CORE), is(true));
        assertThat(selection.includes(DEEP), is(false));
        assertThat(selection.includes(List.of("PAC-NAME-2", "needs-delete")), is(false));
        assertThat(selection.includes(List.of("PAC-NAME-3")), is(false));
    }

    @Test
    void a_clause_is_judged_unless_it_or_a_tag_expression_leaves_it_out() {
        assertThat(Selection.all(Depth.CORE).judges("PAC-VALIDATION-1"), is(true));
        assertThat(clauses("PAC-NAME-2").judges("PAC-VALIDATION-1"), is(false));
        assertThat(clauses("PAC-VALIDATION-1").judges("PAC-VALIDATION-1"), is(true));
        assertThat(tags("@PAC-VALIDATION-1").judges("PAC-VALIDATION-1"), is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAC-NAME-22", "pac-name-22", "NAME", ""})
    void an_unknown_clause_is_refused(String id) {
        assertThat(
                assertThrows(RuntimeException.class, () -> clauses(id)).getMessage(),
                containsString("no clause '" + id + "'"));
    }

    @Test
    void a_clause_may_be_typed_in_small_letters() {
        assertThat(clauses("pac-Name-2").clauses(), contains("PAC-NAME-2"));
    }

    @Test
    void what_leaves_nothing_to_run_is_told_with_what_to_do() {
        assertThat(
                nothing(Selection.of(Depth.CORE, List.of(), Optional.of("@needs-signing"), Judged.BOOK)),
                is("the filter leaves no scenario at depth core; nothing was sent. Try other --tags"));
        assertThat(
                nothing(tags("@full and not @full")),
                is("the filter leaves no scenario at depth full; nothing was sent. Try other --tags"));
        assertThat(
                nothing(Selection.of(Depth.CORE, List.of("PAC-NAME-3"), Optional.empty(), Judged.BOOK)),
                is("no scenario of PAC-NAME-3 is run at depth core; nothing was sent. Try --depth full"));
        assertThat(
                nothing(Selection.of(Depth.FULL, List.of("PAC-NAME-2"), Optional.of("@needs-delete"), Judged.BOOK)),
                is(
                        "no scenario of PAC-NAME-2 is run at depth full with these --tags; nothing was sent. Try without --tags"));
        assertThat(
                nothing(clauses("PAC-NAME-2", "PAC-OP-2")),
                startsWith("no scenario tries PAC-OP-2, which is unobservable ("));
    }

    @Test
    void what_leaves_something_to_run_is_not_complained_of() {
        clauses("PAC-NAME-2", "PAC-NAME-3").requireScenarios(ALL, Judged.BOOK);
        Selection.all(Depth.CORE).requireScenarios(ALL, Judged.BOOK);
    }

    private static final List<Selection.Candidate> ALL = List.of(
            candidate("a name of 64 characters", "PAC-NAME-2"), candidate("a name of null", "PAC-NAME-3", "full"));

    private static Selection.Candidate candidate(String name, String... tags) {
        return new Selection.Candidate(new Worth.Scenario("name.feature", name), List.of(tags));
    }

    private static String nothing(Selection selection) {
        return assertThrows(NothingSelected.class, () -> selection.requireScenarios(ALL, Judged.BOOK))
                .getMessage();
    }

    @Test
    void an_unknown_tag_is_refused_with_the_nearest_known_one() {
        assertThat(
                assertThrows(IllegalArgumentException.class, () -> tags("not @needs-delte"))
                        .getMessage(),
                allOf(
                        containsString("no scenario has the tag @needs-delte"),
                        containsString("did you mean @needs-delete?")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@full and", "(@full", "@full @full"})
    void a_tag_expression_that_makes_no_sense_is_refused_with_an_example(String expression) {
        assertThat(
                assertThrows(IllegalArgumentException.class, () -> tags(expression))
                        .getMessage(),
                allOf(
                        containsString("the tag expression cannot be understood"),
                        containsString("\"@PAC-EMAIL-2 or @PAC-NAME-2\"")));
    }

    private static Selection clauses(String... ids) {
        return Selection.of(Depth.FULL, List.of(ids), Optional.empty(), Judged.BOOK);
    }

    private static Selection tags(String expression) {
        return Selection.of(Depth.FULL, List.of(), Optional.of(expression), Judged.BOOK);
    }
}
