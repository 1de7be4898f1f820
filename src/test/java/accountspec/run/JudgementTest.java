package accountspec.run;

import static accountspec.doubles.Wires.acceptingEverything;
import static accountspec.doubles.Wires.answer;
import static accountspec.doubles.Wires.answering;
import static accountspec.doubles.Wires.atFirst;
import static accountspec.doubles.Wires.calling;
import static accountspec.doubles.Wires.changingAnswers;
import static accountspec.doubles.Wires.deaf;
import static accountspec.doubles.Wires.error;
import static accountspec.doubles.Wires.failed;
import static accountspec.doubles.Wires.isGet;
import static accountspec.doubles.Wires.isPut;
import static accountspec.doubles.Wires.lagging;
import static accountspec.doubles.Wires.named;
import static accountspec.doubles.Wires.refusingEverything;
import static accountspec.doubles.Wires.right;
import static accountspec.doubles.Wires.says;
import static accountspec.doubles.Wires.text;
import static accountspec.doubles.Wires.throttled;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import accountspec.doubles.Recorded;
import accountspec.doubles.Trials;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.reference.ReferenceEndpoint;
import accountspec.target.Target;
import accountspec.verdict.Certificate.Outcome;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Undecided;
import accountspec.verdict.Verdict;
import accountspec.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole scenarios against targets that are right, or wrong in one way, or of no use at all. */
class JudgementTest {

    // ---- right targets

    @Test
    void the_reference_conforms_to_everything() {
        Judged judged = Judged.ofEverybody(ReferenceEndpoint.standard()::answer);

        assertThat(
                judged.certificate().reasons().toString(), judged.certificate().outcome(), is(Outcome.CONFORMS));
        assertThat(judged.deviating(), is(empty()));
    }

    @Test
    void where_nobody_signs_what_wants_several_callers_is_unproven_and_all_else_conforms() {
        Judged judged = Judged.of(right());

        assertThat(judged.certificate().outcome(), is(Outcome.CONFORMS_IN_PART));
        assertThat(judged.verdict("PAC-EMAIL-3"), is(Verdict.CONFORMS));
        assertThat(judged.verdict("PAC-ORG-6"), is(Verdict.UNPROVEN));
        assertThat(judged.clause("PAC-ORG-6").notOffered(), is(true));
        assertThat(judged.verdict("PAC-SIGN-1"), is(Verdict.UNPROVEN));
    }

    @Test
    void throttles_in_between_are_nobodys_fault() {
        Wire right = right();
        int[] asked = {0};
        Wire busy = request -> ++asked[0] % 3 == 0 ? throttled() : right.send(request);

        assertThat(Judged.of(busy, "PAC-EMAIL-1", "PAC-NAME-2", "PAC-SET-2").deviating(), is(empty()));
    }

    @Test
    void a_target_whose_reads_lag_conforms() {
        assertThat(Judged.of(lagging(3, right()), "PAC-SET-2", "PAC-SET-3").deviating(), is(empty()));
    }

    // ---- useless targets

    @Test
    void a_target_that_refuses_everything_earns_nothing_by_it() {
        Judged judged = Judged.of(refusingEverything());

        assertThat(judged.certificate().outcome(), is(Outcome.NO_VERDICT));
        assertThat(
                judged.certificate().scenarios().stream()
                        .map(ScenarioResult::result)
                        .toList(),
                everyItem(not(instanceOf(Conforms.class))));
        assertThat(
                "three valid requests, eight that might show what is wrong, and nothing more",
                judged.requests(),
                is(3 + 8));
    }

    @Test
    void a_target_that_is_not_there_gets_no_verdict() {
        Judged judged = Judged.of(deaf());

        assertThat(judged.certificate().outcome(), is(Outcome.NO_VERDICT));
        assertThat(judged.certificate().reasons().get(0), containsString("connection refused"));
    }

    @Test
    void a_target_that_accepts_everything_fails_wherever_something_is_to_be_refused() {
        Judged judged = Judged.of(acceptingEverything(), "PAC-EMAIL-1", "PAC-EMAIL-2", "PAC-EMAIL-3", "PAC-NAME-2");

        assertThat(judged.certificate().outcome(), is(Outcome.DOES_NOT_CONFORM));
        assertThat(judged.deviating(), contains("PAC-EMAIL-1", "PAC-EMAIL-2", "PAC-EMAIL-3", "PAC-NAME-2"));
    }

    @Test
    void a_target_that_goes_away_in_the_middle_gets_no_verdict() {
        Wire right = right();
        int[] asked = {0};
        Wire dying = request -> ++asked[0] < 40 ? right.send(request) : error(503, "ServiceUnavailable");

        Judged judged = Judged.of(dying);

        assertThat(judged.certificate().outcome(), is(Outcome.NO_VERDICT));
        assertThat(judged.certificate().reasons().get(0), startsWith("the target gave no usable answer for"));
    }

    // ---- one defect, one finding, under the clause that it breaks

    @Test
    void a_finding_says_what_was_expected_what_was_and_what_was_sent() {
        Judged judged = Judged.of(acceptingWithoutEmail(), "PAC-EMAIL-1");

        assertThat(judged.finding().deviation().expected(), is("refused with ValidationException"));
        assertThat(judged.finding().deviation().was(), is("accepted (HTTP 200)"));
        assertThat(
                judged.finding().deviation().sent(),
                is("POST /putAlternateContact, without EmailAddress, by the account"));
        assertThat(judged.finding().severity(), is("deviation"));
    }

    @Test
    void a_wrong_status_is_found_under_the_clause_about_the_status_alone() {
        Wire wrong = changingAnswers(
                answer -> answer.status() == 400 && named(answer, "ValidationException")
                        ? error(422, "ValidationException")
                        : answer,
                right());

        assertThat(Judged.of(wrong).deviating(), contains("PAC-VALIDATION-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidParameterException", "ValidationError"})
    void a_name_that_is_wrong_throughout_is_found_under_the_clause_about_the_name_alone(String name) {
        Wire misnaming = calling("ValidationException", name, right());

        assertThat(Judged.of(misnaming).deviating(), contains("PAC-VALIDATION-1"));
    }

    @Test
    void errors_without_any_name_are_found_under_the_clause_about_having_one_alone() {
        Wire nameless = changingAnswers(
                answer -> named(answer, "ValidationException") ? answer(400, "{\"message\":\"no\"}") : answer, right());

        assertThat(Judged.of(nameless).deviating(), contains("PAC-COMMON-2"));
    }

    @Test
    void without_that_clause_in_the_run_a_wrong_name_is_found_where_it_is_met() {
        Wire misnaming = calling("ValidationException", "InvalidParameterException", right());

        assertThat(Judged.of(misnaming, "PAC-EMAIL-1").deviating(), contains("PAC-EMAIL-1"));
    }

    @Test
    void a_name_that_is_wrong_for_one_member_is_found_under_that_members_clause() {
        Wire right = right();
        Wire misnaming = answering(
                sent -> isPut(sent) && !says(sent, "\"Title\"") && says(sent, "Name"),
                error(400, "MissingTitleException"),
                right);

        assertThat(
                Judged.of(misnaming, "PAC-TITLE-1", "PAC-VALIDATION-1", "PAC-NAME-1")
                        .deviating(),
                contains("PAC-TITLE-1"));
    }

    @Test
    void another_success_is_found_under_the_clause_about_the_status_of_success_alone() {
        Wire created = changingAnswers(
                answer -> answer.status() == 200 && answer.body().length == 0 ? answer(201, "") : answer, right());

        assertThat(Judged.of(created).deviating(), contains("PAC-RESPONSE-1"));
    }

    @Test
    void a_body_of_success_is_found_under_the_clause_about_the_empty_body_alone() {
        Wire talkative = changingAnswers(
                answer -> answer.status() == 200 && answer.body().length == 0 ? answer(200, "{}") : answer, right());

        assertThat(Judged.of(talkative).deviating(), contains("PAC-RESPONSE-2"));
    }

    @Test
    void one_odd_answer_among_hundreds_is_found_under_its_clause() {
        Wire right = right();
        Wire odd = request -> isPut(request) && says(request, "José") ? answer(202, "") : right.send(request);

        assertThat(Judged.of(odd, "PAC-NAME-3", "PAC-RESPONSE-1").deviating(), contains("PAC-RESPONSE-1"));
    }

    @Test
    void a_refusal_that_stores_all_the_same_is_a_finding_of_its_own() {
        Wire right = right();
        Wire hasty = request -> {
            if (isPut(request) && says(request, "carlos.example.com")) {
                right.send(replaced(request, "carlos.example.com", "carlos@example.com"));
            }
            return right.send(request);
        };

        assertThat(Judged.of(hasty).deviating(), contains("PAC-SET-8"));
    }

    @Test
    void the_wrong_status_of_a_denial_is_found_where_nobody_is_offered_who_is_denied() {
        Wire denying =
                answering(sent -> isPut(sent) && says(sent, "\"OTHER\""), error(400, "AccessDeniedException"), right());

        Judged judged = Judged.of(denying, "PAC-TYPE-2", "PAC-ACCESS-2");

        assertThat(judged.deviating(), contains("PAC-ACCESS-2"));
        assertThat(judged.certificate().outcome(), is(Outcome.DOES_NOT_CONFORM));
    }

    @Test
    void where_nobody_is_offered_who_is_denied_and_nobody_was_the_clause_is_excused() {
        Judged judged = Judged.of(right(), "PAC-TYPE-2", "PAC-ACCESS-2");

        assertThat(judged.verdict("PAC-ACCESS-2"), is(Verdict.UNPROVEN));
        assertThat(judged.certificate().outcome(), is(Outcome.CONFORMS_IN_PART));
    }

    @Test
    void a_contact_that_is_stored_otherwise_is_found_by_reading_it_back() {
        Wire garbling = changingAnswers(
                answer -> answer(answer.status(), text(answer).replace("\"Title\":\"", "\"Title\":\"~")), right());

        assertThat(Judged.of(garbling, "PAC-OP-1").deviating(), contains("PAC-OP-1"));
    }

    @Test
    void a_failure_that_one_request_meets_is_that_requests_and_no_outage() {
        Wire fragile = answering(sent -> isPut(sent) && says(sent, "😀😀"), failed(), right());

        Judged judged = Judged.of(fragile, "PAC-NAME-3", "PAC-NAME-4", "PAC-NAME-5");

        assertThat(judged.certificate().outcome(), is(Outcome.CONFORMS_IN_PART));
        assertThat(judged.deviating(), contains("PAC-NAME-4"));
        assertThat(
                judged.certificate().findings().stream()
                        .map(finding -> finding.severity())
                        .distinct()
                        .toList(),
                contains("advisory"));
    }

    @Test
    void nor_is_it_one_whose_looks_are_judged() {
        Wire fragile = answering(sent -> isPut(sent) && says(sent, "😀😀"), answer(500, "<h1>Sorry</h1>"), right());

        Judged judged = Judged.of(fragile, "PAC-NAME-4", "PAC-INTERNAL-1", "PAC-COMMON-2", "PAC-COMMON-3");

        assertThat(judged.deviating(), contains("PAC-NAME-4"));
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException,      PAC-THROTTLE-1",
        "400, TooManyRequestsException, PAC-THROTTLE-2",
        "500, TooManyRequestsException, PAC-THROTTLE-2",
        "500, RuntimeException,         PAC-INTERNAL-1",
        "503, InternalServerException,  PAC-INTERNAL-2",
        "429, InternalServerException,  PAC-INTERNAL-2"
    })
    void a_wrong_name_or_status_of_what_passes_is_found_under_the_clause_about_that_alone(
            int status, String name, String clause) {
        assertThat(ofOutages(error(status, name)).deviating(), contains(clause));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500})
    void a_page_instead_of_an_error_is_found_under_the_clauses_about_names_and_json(int status) {
        assertThat(ofOutages(answer(status, "<h1>Sorry</h1>")).deviating(), contains("PAC-COMMON-2", "PAC-COMMON-3"));
    }

    @ParameterizedTest
    @CsvSource({
        "429, TooManyRequestsException",
        "500, InternalServerException",
        "500, InternalFailure",
        "400, ThrottlingException",
        "503, ServiceUnavailable"
    })
    void the_errors_of_the_page_and_those_common_to_all_operations_may_pass(int status, String name) {
        assertThat(ofOutages(error(status, name)).deviating(), is(empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void what_a_proxy_says_of_a_target_that_it_does_not_reach_has_no_place_on_the_page(int status) {
        Judged judged = ofOutages(answer(status, "<h1>Sorry</h1>"));

        assertThat(judged.deviating(), is(empty()));
        assertThat(judged.certificate().outcome(), is(Outcome.CONFORMS_IN_PART));
    }

    @Test
    void where_nothing_fails_and_nothing_can_be_provoked_the_looks_of_failures_are_unproven_and_no_fault() {
        String profile = Trials.ALONE.substring(0, Trials.ALONE.indexOf("provoke:"));

        Judged judged = Judged.of(Trials.target(profile), right(), "PAC-INTERNAL-1", "PAC-NAME-3");

        assertThat(judged.certificate().outcome(), is(Outcome.CONFORMS_IN_PART));
        assertThat(judged.clause("PAC-INTERNAL-1").notOffered(), is(true));
        assertThat(
                judged.clause("PAC-INTERNAL-1").because().orElse(""),
                is("the profile does not say how to provoke an InternalServerException"));
    }

    @Test
    void a_wrong_status_of_a_denial_is_found_even_where_nobody_lacks_the_permission() {
        Wire denying = answering(
                sent -> isPut(sent) && !text(sent).matches("(?s).*\"(BILLING|OPERATIONS|SECURITY)\".*"),
                error(400, "AccessDeniedException"),
                right());

        assertThat(
                Judged.of(denying, "PAC-TYPE-2", "PAC-TYPE-3", "PAC-ACCESS-2").deviating(), contains("PAC-ACCESS-2"));
    }

    /** Every fifth answer is this one, and the same request is answered rightly when it is sent again. */
    private static Judged ofOutages(Received outage) {
        Wire right = right();
        int[] asked = {0};
        return Judged.of(
                request -> ++asked[0] % 5 == 0 ? outage : right.send(request),
                "PAC-NAME-1",
                "PAC-NAME-2",
                "PAC-NAME-3",
                "PAC-THROTTLE-1",
                "PAC-THROTTLE-2",
                "PAC-INTERNAL-1",
                "PAC-INTERNAL-2",
                "PAC-COMMON-2",
                "PAC-COMMON-3");
    }

    @Test
    void many_requests_of_one_scenario_that_misbehave_are_one_finding() {
        Wire tolerant = answering(
                sent -> isPut(sent) && text(sent).matches("(?s).*\"EmailAddress\":\"[^\"]*[%*,/][^\"]*\".*"),
                answer(200, ""),
                right());

        Judged judged = Judged.of(tolerant, "PAC-EMAIL-3");

        assertThat(judged.deviating(), contains("PAC-EMAIL-3"));
        assertThat(
                judged.certificate().findings().stream()
                        .map(finding -> finding.deviation().was())
                        .toList(),
                hasItem(containsString("more like it")));
    }

    // ---- controls

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "SuspendedException"})
    void a_refusal_whose_control_is_refused_too_proves_nothing(String error) {
        ReferenceEndpoint reference = ReferenceEndpoint.standard();
        // Members may not set anything at all, which makes their refusals worthless.
        String member = keyOf(reference, "a member");
        Wire partial = answering(
                sent -> isPut(sent) && sent.header("Authorization").orElse("").contains(member),
                error(403, error),
                reference::answer);

        Judged judged = Judged.ofEverybody(partial, "PAC-ORG-2");

        assertThat(judged.deviating(), is(empty()));
        assertThat(judged.verdict("PAC-ORG-2"), is(Verdict.UNPROVEN));
        assertThat(judged.certificate().outcome(), is(Outcome.NO_VERDICT));
        assertThat(judged.clause("PAC-ORG-2").because().orElse(""), startsWith("a refusal says nothing here"));
    }

    @Test
    void a_refusal_by_a_target_that_has_come_to_refuse_everything_is_no_deviation() {
        Judged judged = Judged.of(refusingEverythingAfter(4), "PAC-NAME-3");

        assertThat(judged.deviating(), is(empty()));
        assertThat(judged.verdict("PAC-NAME-3"), is(Verdict.UNPROVEN));
    }

    @Test
    void nor_is_the_name_that_it_gives_its_refusals() {
        Judged judged = Judged.of(refusingEverythingAfter(4), "PAC-NAME-2");

        assertThat(judged.deviating(), is(empty()));
        assertThat(judged.verdict("PAC-NAME-2"), is(Verdict.UNPROVEN));
    }

    @Test
    void a_caller_whom_the_target_does_not_know_is_nobodys_deviation() {
        ReferenceEndpoint reference = ReferenceEndpoint.standard();
        String manager = keyOf(reference, "the management account");
        Wire forgetful = answering(
                sent -> sent.header("Authorization").orElse("").contains(manager),
                error(403, "UnrecognizedClientException"),
                reference::answer);

        Judged judged = Judged.ofEverybody(forgetful, "PAC-ORG-1");

        assertThat(judged.deviating(), is(empty()));
        assertThat(
                judged.clause("PAC-ORG-1").because().orElse(""),
                containsString("the target does not know the credentials of the management account"));
    }

    // ---- open clauses, readings, waivers

    @Test
    void what_a_target_makes_of_an_open_clause_is_noted() {
        assertThat(
                Judged.of(right(), "PAC-TYPE-6", "PAC-NAME-2")
                        .clause("PAC-TYPE-6")
                        .reading(),
                is(Optional.of("refused")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "refused"})
    void a_reading_that_the_profile_pins_is_scored(String pinned) {
        Target target = Trials.target(Trials.ALONE + "readings: { PAC-TYPE-6: " + pinned + " }\n");

        Judged judged = Judged.of(target, right(), "PAC-TYPE-6");

        if (pinned.equals("refused")) {
            assertThat(judged.deviating(), is(empty()));
        } else {
            assertThat(judged.finding().deviation().expected(), is("accepted (as the profile pins it)"));
            assertThat(judged.certificate().outcome(), is(Outcome.DOES_NOT_CONFORM));
        }
    }

    @Test
    void a_deviation_that_the_profile_waives_is_told_and_fails_nobody() {
        Target target = Trials.target(Trials.ALONE + "waivers:\n  - { clause: PAC-EMAIL-1, reason: known }\n");

        Judged judged = Judged.of(target, acceptingWithoutEmail(), "PAC-EMAIL-1");

        assertThat(judged.finding().waived(), is(true));
        assertThat(judged.certificate().outcome().exitStatus(), is(0));
    }

    @Test
    void a_waiver_of_what_no_longer_happens_is_stale() {
        Target target = Trials.target(Trials.ALONE + "waivers:\n  - { clause: PAC-EMAIL-1, reason: known }\n");

        assertThat(Judged.of(target, right(), "PAC-EMAIL-1").certificate().outcome(), is(Outcome.STALE_WAIVER));
    }

    // ---- reading back

    @Test
    void a_target_that_cannot_be_read_leaves_only_what_wants_reading_unproven() {
        Wire blind = answering(sent -> isGet(sent), error(403, "AccessDeniedException"), right());

        Judged judged = Judged.of(blind, "PAC-SET-3", "PAC-NAME-2");

        assertThat(judged.verdict("PAC-SET-3"), is(Verdict.UNPROVEN));
        assertThat(judged.verdict("PAC-NAME-2"), is(Verdict.CONFORMS));
    }

    @Test
    void what_is_not_offered_is_not_even_asked_for() {
        Target target = Trials.target("""
                target: a double
                endpoint: http://double.test
                signing: none
                callers:
                  the account: { account: "555555555555" }
                """);
        Recorded wire = Recorded.of(right());

        Judged judged = Judged.of(target, wire);

        assertThat(wire.count(sent -> isPut(sent)) > 100, is(true));
        assertThat(wire.count(sent -> isGet(sent)), is(0L));
        assertThat(
                judged.certificate().scenarios().stream()
                        .map(ScenarioResult::result)
                        .filter(Undecided.class::isInstance)
                        .map(Undecided.class::cast)
                        .map(Undecided::notOffered)
                        .distinct()
                        .toList(),
                contains(true));
    }

    @Test
    void a_throttle_at_the_very_start_is_waited_out() {
        assertThat(
                Judged.of(atFirst(5, throttled(), right()), "PAC-EMAIL-1").verdict("PAC-EMAIL-1"),
                is(Verdict.CONFORMS));
    }

    private static Wire refusingEverythingAfter(int puts) {
        Wire right = right();
        int[] put = {0};
        return request -> isPut(request) && ++put[0] > puts ? error(403, "AccessDeniedException") : right.send(request);
    }

    private static Wire acceptingWithoutEmail() {
        return answering(sent -> isPut(sent) && !says(sent, "EmailAddress"), answer(200, ""), right());
    }

    private static Sent replaced(Sent request, String from, String to) {
        return new Sent(
                request.method(),
                request.target(),
                request.headers(),
                new String(request.body(), StandardCharsets.UTF_8)
                        .replace(from, to)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String keyOf(ReferenceEndpoint reference, String party) {
        return reference
                .world()
                .parties()
                .filter(p -> p.name().equals(party))
                .flatMap(p -> p.credentials().stream())
                .findFirst()
                .orElseThrow()
                .accessKey();
    }
}
