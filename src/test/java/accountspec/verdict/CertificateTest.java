package accountspec.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import accountspec.target.Waiver;
import accountspec.verdict.Certificate.Outcome;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Noted;
import accountspec.verdict.ScenarioResult.Result;
import accountspec.verdict.ScenarioResult.Undecided;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Deviation ACCEPTED = new Deviation("refused", "accepted (HTTP 200)", "POST /colours", 7);
    private static final Deviation MISNAMED =
            new Deviation("refused", "refused with Oops (HTTP 400)", "POST /colours", 9);

    private static final Result CONFORMS = new Conforms();
    private static final Result DEVIATES = new Deviates(ACCEPTED);
    private static final Result NOTED = new Noted("accepted");
    private static final Result NOT_OFFERED = new Undecided("the profile does not offer brushes", true);
    private static final Result NOT_DECIDED = new Undecided("the control was refused", false);
    private static final Result BROKEN = new Broken("a step has no definition");

    // ---- results and exit codes

    @Test
    void a_target_conforms_where_every_binding_clause_is_proven() {
        Certificate certificate = certificate(all(CONFORMS));

        assertThat(certificate.outcome(), is(Outcome.CONFORMS));
        assertThat(certificate.reasons(), contains("every stated and implied clause was proven"));
        assertThat(certificate.findings(), is(empty()));
    }

    @Test
    void each_result_has_its_word_and_its_exit_status() {
        assertThat(told(Outcome.CONFORMS), is("conforms 0"));
        assertThat(told(Outcome.CONFORMS_IN_PART), is("conforms in part 0"));
        assertThat(told(Outcome.DOES_NOT_CONFORM), is("does not conform 1"));
        assertThat(told(Outcome.NO_VERDICT), is("no verdict 3"));
        assertThat(told(Outcome.SUITE_FAILED), is("no verdict 4"));
        assertThat(told(Outcome.STALE_WAIVER), is("conforms 5"));
        assertThat(told(Outcome.STALE_WAIVER_AND_DEVIATION), is("does not conform 5"));
    }

    @Test
    void a_stated_or_implied_clause_that_deviates_is_enough_not_to_conform() {
        for (String clause : List.of("PF-STATED-1", "PF-IMPLIED-1")) {
            Certificate certificate = certificate(all(CONFORMS), result(clause, DEVIATES));

            assertThat(certificate.outcome(), is(Outcome.DOES_NOT_CONFORM));
            assertThat(certificate.reasons(), hasSize(1));
            assertThat(certificate.reasons().get(0).startsWith(clause + "  A colour"), is(true));
        }
    }

    @Test
    void advice_that_is_not_followed_changes_nothing_but_is_told() {
        Certificate certificate = certificate(all(CONFORMS), result("PF-ADVISED-1", DEVIATES));

        assertThat(certificate.outcome(), is(Outcome.CONFORMS));
        assertThat(certificate.findings(), hasSize(1));
        assertThat(certificate.findings().get(0).severity(), is("advisory"));
        assertThat(clause(certificate, "PF-ADVISED-1").verdict(), is(Verdict.DEVIATES));
    }

    @Test
    void advice_that_is_unproven_changes_nothing() {
        assertThat(
                certificate(all(CONFORMS), result("PF-ADVISED-1", NOT_DECIDED)).outcome(), is(Outcome.CONFORMS));
    }

    @Test
    void an_open_clause_is_noted_and_judged_nowhere() {
        Certificate certificate = certificate(all(CONFORMS), result("PF-OPEN-1", NOTED));

        assertThat(certificate.outcome(), is(Outcome.CONFORMS));
        assertThat(clause(certificate, "PF-OPEN-1").verdict(), is(Verdict.NOTED));
        assertThat(clause(certificate, "PF-OPEN-1").reading(), is(Optional.of("accepted")));
    }

    @Test
    void an_open_clause_whose_pinned_reading_is_not_met_fails_the_target() {
        assertThat(certificate(all(CONFORMS), result("PF-OPEN-1", DEVIATES)).outcome(), is(Outcome.DOES_NOT_CONFORM));
    }

    @Test
    void what_the_profile_does_not_offer_leaves_a_target_conforming_in_part() {
        Certificate certificate = certificate(result("PF-STATED-1", CONFORMS), result("PF-IMPLIED-1", NOT_OFFERED));

        assertThat(certificate.outcome(), is(Outcome.CONFORMS_IN_PART));
        assertThat(certificate.reasons(), contains("PF-IMPLIED-1 unproven: the profile does not offer brushes"));
        assertThat(clause(certificate, "PF-IMPLIED-1").notOffered(), is(true));
    }

    @Test
    void clauses_that_want_the_same_thing_are_told_together() {
        Certificate certificate = certificate(
                result("PF-STATED-1", NOT_OFFERED),
                result("PF-IMPLIED-1", NOT_OFFERED),
                result("PF-ADVISED-1", CONFORMS));

        assertThat(
                certificate.reasons(),
                contains("PF-STATED-1, PF-IMPLIED-1 unproven: the profile does not offer brushes"));
    }

    @Test
    void what_could_not_be_decided_although_it_is_offered_leaves_no_verdict() {
        Certificate certificate = certificate(result("PF-STATED-1", CONFORMS), result("PF-IMPLIED-1", NOT_DECIDED));

        assertThat(certificate.outcome(), is(Outcome.NO_VERDICT));
        assertThat(certificate.reasons(), contains("PF-IMPLIED-1 unproven: the control was refused"));
        assertThat(clause(certificate, "PF-IMPLIED-1").notOffered(), is(false));
    }

    @Test
    void a_clause_of_which_only_a_part_is_offered_is_unproven_and_says_how_much_of_it_conforms() {
        Certificate certificate = certificate(
                all(CONFORMS),
                result("PF-IMPLIED-1", CONFORMS),
                result("PF-IMPLIED-1", NOT_OFFERED),
                result("PF-IMPLIED-1", new Undecided("the profile does not offer paint", true)));

        assertThat(certificate.outcome(), is(Outcome.CONFORMS_IN_PART));
        assertThat(clause(certificate, "PF-IMPLIED-1").verdict(), is(Verdict.UNPROVEN));
        assertThat(clause(certificate, "PF-IMPLIED-1").conforming(), is(2));
        assertThat(
                certificate.reasons(),
                contains(
                        "PF-IMPLIED-1 (2 of its 4 scenarios conform) unproven: the profile does not offer brushes",
                        "PF-IMPLIED-1 (2 of its 4 scenarios conform) unproven: the profile does not offer paint"));
    }

    @Test
    void what_stands_in_the_way_of_everything_is_told_once() {
        Certificate certificate = Certificate.of(
                book(),
                results(result("PF-STATED-1", NOT_DECIDED), result("PF-IMPLIED-1", NOT_OFFERED)),
                Optional.of("the target is gone"),
                List.of(),
                TODAY);

        assertThat(certificate.gaps(), is(List.of()));
        assertThat(
                certificate(result("PF-STATED-1", NOT_DECIDED)).gaps(),
                is(List.of(new Gap("the control was refused", false, Optional.empty(), List.of("PF-STATED-1")))));
    }

    @Test
    void one_undecided_scenario_outweighs_those_that_are_merely_not_offered() {
        Certificate before =
                certificate(all(CONFORMS), result("PF-STATED-1", NOT_DECIDED), result("PF-STATED-1", NOT_OFFERED));
        Certificate after =
                certificate(all(CONFORMS), result("PF-STATED-1", NOT_OFFERED), result("PF-STATED-1", NOT_DECIDED));

        assertThat(before.outcome(), is(Outcome.NO_VERDICT));
        assertThat(after.outcome(), is(Outcome.NO_VERDICT));
        assertThat(
                clause(after, "PF-STATED-1").because(),
                is(Optional.of("the profile does not offer brushes; the control was refused")));
    }

    @Test
    void a_hopeless_target_gets_no_verdict_whatever_else_was_found() {
        Certificate certificate = Certificate.of(
                book(),
                results(all(CONFORMS), result("PF-STATED-1", DEVIATES)),
                Optional.of("the target is gone"),
                List.of(waiver("PF-IMPLIED-1", Optional.empty())),
                TODAY);

        assertThat(certificate.outcome(), is(Outcome.NO_VERDICT));
        assertThat(certificate.reasons(), contains("the target is gone"));
    }

    @Test
    void a_run_of_nothing_is_a_failure_of_the_suite() {
        Certificate certificate = certificate();

        assertThat(certificate.outcome(), is(Outcome.SUITE_FAILED));
        assertThat(certificate.reasons(), contains("no scenario was run"));
    }

    @Test
    void a_broken_scenario_is_a_failure_of_the_suite_before_all_else() {
        Certificate certificate = Certificate.of(
                book(),
                results(all(CONFORMS), result("PF-STATED-1", DEVIATES), result("PF-IMPLIED-1", BROKEN)),
                Optional.of("the target is gone"),
                List.of(),
                TODAY);

        assertThat(certificate.outcome(), is(Outcome.SUITE_FAILED));
        assertThat(
                certificate.reasons(),
                contains("the suite itself failed, at features/colours.feature:12: a step has no definition"));
        assertThat(clause(certificate, "PF-IMPLIED-1").verdict(), is(Verdict.UNPROVEN));
    }

    @Test
    void a_check_that_notices_nothing_is_a_failure_of_the_suite_whatever_was_found() {
        Certificate certificate = certificate(all(CONFORMS), result("PF-STATED-1", DEVIATES));

        assertThat(certificate.trusting(List.of()).outcome(), is(Outcome.DOES_NOT_CONFORM));
        assertThat(
                certificate.trusting(List.of("accepted, given another status")).outcome(), is(Outcome.SUITE_FAILED));
        assertThat(
                certificate.trusting(List.of("accepted, given another status")).reasons(),
                contains(
                        "the suite itself failed, for a corrupted answer passes this check: accepted, given another status"));
    }

    @Test
    void a_run_of_open_clauses_alone_says_nothing() {
        Certificate certificate =
                Certificate.of(bookOf(OPEN), results(result("PF-OPEN-1", NOTED)), Optional.empty(), List.of(), TODAY);

        assertThat(certificate.outcome(), is(Outcome.SUITE_FAILED));
        assertThat(certificate.reasons(), contains("no clause was judged: only open ones were run"));
    }

    @Test
    void a_run_of_some_clauses_conforms_in_part_and_says_how_many_it_left_out() {
        Certificate certificate = certificate(result("PF-STATED-1", CONFORMS));

        assertThat(certificate.outcome(), is(Outcome.CONFORMS_IN_PART));
        assertThat(certificate.reasons(), contains("1 clause was left out of this run"));
        assertThat(clause(certificate, "PF-IMPLIED-1").verdict(), is(Verdict.NOT_RUN));
    }

    // ---- waivers

    @Test
    void a_deviation_that_is_waived_fails_nobody() {
        Certificate certificate = Certificate.of(
                book(),
                results(all(CONFORMS), result("PF-STATED-1", DEVIATES)),
                Optional.empty(),
                List.of(waiver("PF-STATED-1", Optional.empty())),
                TODAY);

        assertThat(certificate.outcome(), is(Outcome.CONFORMS_IN_PART));
        assertThat(certificate.reasons(), contains("PF-STATED-1 deviates and is waived"));
        assertThat(clause(certificate, "PF-STATED-1").waived(), is(true));
        assertThat(certificate.findings().get(0).waived(), is(true));
        assertThat(certificate.findings().get(0).severity(), is("deviation"));
    }

    @Test
    void a_waiver_excuses_its_own_clause_alone() {
        Certificate certificate = Certificate.of(
                book(),
                results(result("PF-STATED-1", DEVIATES), result("PF-IMPLIED-1", DEVIATES)),
                Optional.empty(),
                List.of(waiver("PF-STATED-1", Optional.empty())),
                TODAY);

        assertThat(certificate.outcome(), is(Outcome.DOES_NOT_CONFORM));
        assertThat(certificate.reasons(), contains("PF-IMPLIED-1  A colour has a name."));
    }

    @Test
    void a_waiver_holds_on_its_last_day_and_not_on_the_next() {
        assertThat(waivedUntil(TODAY).outcome(), is(Outcome.CONFORMS_IN_PART));
        assertThat(waivedUntil(TODAY.minusDays(1)).outcome(), is(Outcome.STALE_WAIVER_AND_DEVIATION));
        assertThat(
                waivedUntil(TODAY.minusDays(1)).reasons(),
                contains("the waiver of PF-STATED-1 ended on 2026-11-21", "PF-STATED-1  A colour is required."));
        assertThat(waivedUntil(TODAY.minusDays(1)).findings().get(0).waived(), is(false));
    }

    @Test
    void a_waiver_of_what_no_longer_happens_is_stale() {
        Certificate certificate = Certificate.of(
                book(), all(CONFORMS), Optional.empty(), List.of(waiver("PF-STATED-1", Optional.empty())), TODAY);

        assertThat(certificate.outcome(), is(Outcome.STALE_WAIVER));
        assertThat(certificate.reasons(), contains("the waiver of PF-STATED-1 is stale: the target conforms to it"));
    }

    @Test
    void an_expired_waiver_is_stale_even_where_the_target_conforms() {
        Certificate certificate = Certificate.of(
                book(),
                all(CONFORMS),
                Optional.empty(),
                List.of(waiver("PF-STATED-1", Optional.of(TODAY.minusDays(1)))),
                TODAY);

        assertThat(certificate.outcome(), is(Outcome.STALE_WAIVER));
        assertThat(certificate.reasons(), contains("the waiver of PF-STATED-1 ended on 2026-11-21"));
    }

    @Test
    void a_waiver_of_a_clause_that_was_left_out_or_is_unproven_is_not_stale() {
        for (List<ScenarioResult> run : List.of(
                results(result("PF-IMPLIED-1", CONFORMS)),
                results(result("PF-IMPLIED-1", CONFORMS), result("PF-STATED-1", NOT_OFFERED)))) {
            Certificate certificate = Certificate.of(
                    book(), run, Optional.empty(), List.of(waiver("PF-STATED-1", Optional.empty())), TODAY);

            assertThat(certificate.outcome(), is(Outcome.CONFORMS_IN_PART));
        }
    }

    @Test
    void a_stale_waiver_outweighs_a_deviation_and_both_are_told() {
        Certificate certificate = Certificate.of(
                book(),
                results(all(CONFORMS), result("PF-IMPLIED-1", DEVIATES)),
                Optional.empty(),
                List.of(waiver("PF-STATED-1", Optional.empty())),
                TODAY);

        assertThat(certificate.outcome(), is(Outcome.STALE_WAIVER_AND_DEVIATION));
        assertThat(certificate.reasons(), hasSize(2));
    }

    @Test
    void what_could_not_be_decided_outweighs_a_stale_waiver() {
        Certificate certificate = Certificate.of(
                book(),
                results(result("PF-STATED-1", CONFORMS), result("PF-IMPLIED-1", NOT_DECIDED)),
                Optional.empty(),
                List.of(waiver("PF-STATED-1", Optional.empty())),
                TODAY);

        assertThat(certificate.outcome(), is(Outcome.NO_VERDICT));
    }

    @Test
    void whether_a_clause_is_waived_on_a_day_can_be_asked() {
        List<Waiver> waivers = List.of(waiver("PF-STATED-1", Optional.of(TODAY)));

        assertThat(Certificate.isWaived(ClauseId.of("PF-STATED-1"), waivers, TODAY), is(true));
        assertThat(Certificate.isWaived(ClauseId.of("PF-STATED-1"), waivers, TODAY.plusDays(1)), is(false));
        assertThat(Certificate.isWaived(ClauseId.of("PF-IMPLIED-1"), waivers, TODAY), is(false));
    }

    // ---- the ledger

    @Test
    void every_clause_of_the_book_is_in_the_ledger_in_its_order() {
        assertThat(
                certificate().clauses().stream()
                        .map(clause -> clause.clause().id().text())
                        .toList(),
                contains("PF-STATED-1", "PF-IMPLIED-1", "PF-ADVISED-1", "PF-OPEN-1", "PF-DARK-1"));
    }

    @Test
    void a_clause_gets_the_worst_verdict_of_its_scenarios() {
        assertThat(verdictOf(NOTED, CONFORMS), is(Verdict.CONFORMS));
        assertThat(verdictOf(CONFORMS, CONFORMS), is(Verdict.CONFORMS));
        assertThat(verdictOf(CONFORMS, NOT_OFFERED), is(Verdict.UNPROVEN));
        assertThat(verdictOf(DEVIATES, NOT_OFFERED, CONFORMS), is(Verdict.DEVIATES));
        assertThat(verdictOf(), is(Verdict.NOT_RUN));
    }

    @Test
    void a_clause_knows_how_many_scenarios_were_run() {
        assertThat(
                clause(certificate(all(CONFORMS), result("PF-STATED-1", CONFORMS)), "PF-STATED-1")
                        .scenarios(),
                is(2));
    }

    @Test
    void a_clause_that_deviates_says_what_was_instead() {
        assertThat(
                clause(certificate(result("PF-STATED-1", DEVIATES)), "PF-STATED-1")
                        .because(),
                is(Optional.of("accepted (HTTP 200)")));
    }

    @Test
    void a_clause_that_nobody_can_observe_says_why() {
        ClauseResult dark = clause(certificate(all(CONFORMS)), "PF-DARK-1");

        assertThat(dark.verdict(), is(Verdict.NOT_RUN));
        assertThat(dark.because(), is(Optional.of("nobody can see it")));
    }

    @Test
    void readings_that_differ_are_mixed() {
        assertThat(
                clause(certificate(result("PF-OPEN-1", NOTED), result("PF-OPEN-1", new Noted("refused"))), "PF-OPEN-1")
                        .reading(),
                is(Optional.of("mixed")));
    }

    @Test
    void the_same_deviation_is_one_finding_however_many_scenarios_come_upon_it() {
        Certificate certificate = certificate(
                result("PF-STATED-1", DEVIATES),
                result("PF-STATED-1", new Deviates(new Deviation("refused", "accepted (HTTP 200)", "another", 8))),
                result("PF-STATED-1", new Deviates(MISNAMED)));

        assertThat(certificate.findings(), hasSize(2));
        assertThat(certificate.findings().get(0).more(), is(1));
        assertThat(certificate.findings().get(0).deviation(), is(ACCEPTED));
        assertThat(certificate.findings().get(1).more(), is(0));
        assertThat(certificate.findings().get(1).deviation(), is(MISNAMED));
    }

    @Test
    void the_same_deviation_from_two_clauses_is_two_findings_in_the_order_of_the_book() {
        Certificate certificate = certificate(result("PF-IMPLIED-1", DEVIATES), result("PF-STATED-1", DEVIATES));

        assertThat(
                certificate.findings().stream().map(Finding::clause).toList(), contains("PF-STATED-1", "PF-IMPLIED-1"));
    }

    @Test
    void verdicts_can_be_counted() {
        Certificate certificate = certificate(all(CONFORMS), result("PF-STATED-1", DEVIATES));

        assertThat(certificate.count(Verdict.DEVIATES), is(1L));
        assertThat(certificate.count(Verdict.CONFORMS), is(2L));
        assertThat(certificate.count(Verdict.NOT_RUN), is(2L));
    }

    @Test
    void a_verdict_has_words() {
        assertThat(
                Arrays.stream(Verdict.values()).map(Verdict::word).toList(),
                contains("not run", "noted", "conforms", "unproven", "deviates"));
    }

    // ---- fixtures

    private static final String OPEN = """
            ### PF-OPEN-1
            A colour that is a number.

            Page: Colours. Standing: open: the page is silent.
            Readings: accepted | refused.
            """;

    private static final String BOOK = """
            # Colours

            ## All of them

            ### PF-STATED-1
            A colour is required.

            Page: Colours. Standing: stated.

            ### PF-IMPLIED-1
            A colour has a name.

            Page: Colours. Standing: implied: it follows.

            ### PF-ADVISED-1
            A colour is bright.

            Page: Colours. Standing: advised: painters say so.

            """ + OPEN + """

            ### PF-DARK-1
            Colours are there at night.

            Page: Colours. Standing: unobservable: nobody can see it.
            """;

    private static ClauseBook book() {
        return bookOf(BOOK);
    }

    private static ClauseBook bookOf(String text) {
        try {
            return ClauseBook.read("colours.md", new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One scenario with this result for each clause that may be judged. */
    private static List<ScenarioResult> all(Result result) {
        return List.of(result("PF-STATED-1", result), result("PF-IMPLIED-1", result), result("PF-ADVISED-1", result));
    }

    private static ScenarioResult result(String clause, Result result) {
        return new ScenarioResult(
                "colours.feature", 12, "A scenario of " + clause, List.of(clause), result, Duration.ofMillis(3), 1);
    }

    private static List<ScenarioResult> results(ScenarioResult... results) {
        return List.of(results);
    }

    private static List<ScenarioResult> results(List<ScenarioResult> first, ScenarioResult... more) {
        List<ScenarioResult> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

    private static Certificate certificate(ScenarioResult... results) {
        return Certificate.of(book(), List.of(results), Optional.empty(), List.of(), TODAY);
    }

    private static Certificate certificate(List<ScenarioResult> first, ScenarioResult... more) {
        return Certificate.of(book(), results(first, more), Optional.empty(), List.of(), TODAY);
    }

    private static Certificate waivedUntil(LocalDate day) {
        return Certificate.of(
                book(),
                results(all(CONFORMS), result("PF-STATED-1", DEVIATES)),
                Optional.empty(),
                List.of(waiver("PF-STATED-1", Optional.of(day))),
                TODAY);
    }

    private static Waiver waiver(String clause, Optional<LocalDate> until) {
        return new Waiver(ClauseId.of(clause), "known", Optional.empty(), until, "profile.yaml:9");
    }

    private static Verdict verdictOf(Result... results) {
        List<ScenarioResult> scenarios = Arrays.stream(results)
                .map(result -> result("PF-STATED-1", result))
                .toList();
        return clause(certificate(scenarios), "PF-STATED-1").verdict();
    }

    private static ClauseResult clause(Certificate certificate, String id) {
        return certificate.clauses().stream()
                .filter(clause -> clause.clause().id().text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String told(Outcome outcome) {
        return outcome.word() + " " + outcome.exitStatus();
    }
}
