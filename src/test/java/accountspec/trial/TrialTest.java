package accountspec.trial;

import static accountspec.doubles.Wires.acceptingEverything;
import static accountspec.doubles.Wires.answer;
import static accountspec.doubles.Wires.answering;
import static accountspec.doubles.Wires.atFirst;
import static accountspec.doubles.Wires.calling;
import static accountspec.doubles.Wires.changingAnswers;
import static accountspec.doubles.Wires.deaf;
import static accountspec.doubles.Wires.error;
import static accountspec.doubles.Wires.failed;
import static accountspec.doubles.Wires.isPut;
import static accountspec.doubles.Wires.refusingEverything;
import static accountspec.doubles.Wires.right;
import static accountspec.doubles.Wires.says;
import static accountspec.doubles.Wires.throttled;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.doubles.UnprovenFails;
import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.outcome.Outcome.Unavailable;
import accountspec.reference.ReferenceEndpoint;
import accountspec.target.Setup;
import accountspec.verdict.Unproven;
import accountspec.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(UnprovenFails.class)
class TrialTest {

    // ---- the basis

    @Test
    void the_first_valid_request_that_is_accepted_is_the_basis_of_the_run() {
        Stage stage = Stage.with(right());

        assertThat(stage.trial().validDraft().text(Operation.TYPE), is(Optional.of("BILLING")));
        assertThat(stage.wire().sent(), hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"BILLING, OPERATIONS, 2", "'BILLING|OPERATIONS', SECURITY, 3"})
    void a_broken_type_does_not_blind_the_run(String broken, String basis, int asked) {
        Stage stage = Stage.with(answering(
                sent -> says(sent, broken.split("\\|")[0])
                        || says(sent, broken.split("\\|")[broken.split("\\|").length - 1]),
                error(400, "ValidationException"),
                right()));

        assertThat(stage.trial().validDraft().text(Operation.TYPE), is(Optional.of(basis)));
        assertThat(stage.wire().sent(), hasSize(asked));
        assertThat(stage.trial().hopeless(), is(Optional.empty()));
    }

    @Test
    void a_type_that_is_accepted_but_not_stored_is_passed_over_where_contacts_can_be_read() {
        Wire right = right();
        Wire forgettingBilling =
                request -> isPut(request) && says(request, "BILLING") ? answer(200, "") : right.send(request);

        assertThat(
                Stage.withSiblings(forgettingBilling).trial().validDraft().text(Operation.TYPE),
                is(Optional.of("OPERATIONS")));
        assertThat(Stage.with(forgettingBilling).trial().validDraft().text(Operation.TYPE), is(Optional.of("BILLING")));
    }

    @Test
    void a_target_that_stores_nothing_is_judged_by_what_it_accepts() {
        Stage stage = Stage.withSiblings(
                answering(sent -> !isPut(sent), error(404, "ResourceNotFoundException"), acceptingEverything()));

        assertThat(stage.trial().validDraft().text(Operation.TYPE), is(Optional.of("BILLING")));
        assertThat(stage.trial().hopeless(), is(Optional.empty()));
    }

    @Test
    void the_basis_is_asked_for_once() {
        Stage stage = Stage.with(right());

        stage.trial().validDraft();
        stage.trial().validDraft();

        assertThat(stage.wire().sent(), hasSize(1));
    }

    @Test
    void no_two_valid_requests_are_alike() {
        Trial trial = Stage.with(right()).trial();

        assertThat(trial.validDraft().members(), is(not(trial.validDraft().members())));
    }

    @Test
    void a_target_that_refuses_everything_is_hopeless_and_nothing_more_is_sent() {
        Stage stage = Stage.with(refusingEverything());

        Unproven unproven = assertThrows(Unproven.class, () -> stage.trial().validDraft());
        assertThrows(Unproven.class, () -> stage.trial().validDraft());

        assertThat(unproven.isNotOffered(), is(false));
        assertThat(
                unproven.getMessage(),
                is("the target accepted none of 3 valid requests, so its refusals of invalid ones say nothing: refused"
                        + " with ValidationException (HTTP 400)"));
        assertThat(stage.trial().hopeless(), is(Optional.of(unproven.getMessage())));
        assertThat(stage.wire().sent(), hasSize(3 + 8));
    }

    @Test
    void an_endpoint_that_asks_unsigned_callers_for_signatures_is_told_with_what_the_profile_lacks() {
        for (String error : List.of("MissingAuthenticationToken", "AccessDeniedException")) {
            Stage stage = Stage.with(request -> error(403, error));

            Unproven unproven = assertThrows(Unproven.class, () -> stage.trial().validDraft());

            assertThat(
                    unproven.getMessage(),
                    endsWith("; it seems to ask for signatures. Instead of signing: none, write signing: { region:"
                            + " us-east-1, service: account } into the profile, and give the account credentials"));
        }
    }

    @Test
    void a_target_that_denies_those_who_sign_is_not_asked_to_be_signed_for() {
        Stage stage = Stage.withEverybody(request -> error(403, "AccessDeniedException"));

        Unproven unproven = assertThrows(Unproven.class, () -> stage.trial().validDraft());

        assertThat(unproven.getMessage(), endsWith("refused with AccessDeniedException (HTTP 403)"));
    }

    @Test
    void a_target_that_does_not_know_the_credentials_is_told_as_such() {
        Stage stage = Stage.withEverybody(request -> error(403, "UnrecognizedClientException"));

        Unproven unproven = assertThrows(Unproven.class, () -> stage.trial().validDraft());

        assertThat(unproven.getMessage(), containsString("; it does not know the credentials. See the keys"));
    }

    @Test
    void a_target_that_is_not_there_is_hopeless_too() {
        Stage stage = Stage.with(deaf());

        Unproven unproven = assertThrows(Unproven.class, () -> stage.trial().validDraft());

        assertThat(stage.trial().hopeless(), is(Optional.of(unproven.getMessage())));
        assertThat(unproven.getMessage(), containsString("connection refused"));
    }

    @Test
    void a_throttle_at_the_start_is_waited_out() {
        Stage stage = Stage.with(atFirst(3, throttled(), right()));

        assertThat(stage.trial().validDraft().text(Operation.TYPE), is(Optional.of("BILLING")));
    }

    // ---- controls

    @Test
    void a_control_is_an_otherwise_valid_request_sent_once_per_caller() {
        Stage stage = Stage.withEverybody(ReferenceEndpoint.standard()::answer);
        Caller account = stage.trial().cast().standalone();

        Sending control = stage.trial().control(account, Optional.empty());

        assertThat(control.outcome(), is(new Accepted(200)));
        assertThat(control.exchange().scenario(), is("control"));
        assertThat(stage.trial().control(account, Optional.empty()), is(sameInstance(control)));
        assertThat("the basis, and the control", stage.wire().count(sent -> isPut(sent)), is(2L));
    }

    @Test
    void a_control_about_a_member_is_another_one() {
        Stage stage = Stage.withEverybody(ReferenceEndpoint.standard()::answer);
        Cast cast = stage.trial().cast();
        Caller manager = cast.party("the management account", FULL);
        Caller member = cast.party("a member", FULL);

        Sending own = stage.trial().control(manager, Optional.empty());
        Sending about = stage.trial().control(manager, Optional.of(member));

        assertThat(own.outcome(), is(new Accepted(200)));
        assertThat(about.outcome(), is(new Accepted(200)));
        assertThat(about.request().draft().text(Operation.ACCOUNT), is(Optional.of("333333333333")));
    }

    @Test
    void a_control_that_is_refused_stays_refused_and_is_not_sent_again() {
        // Accepts whoever asks first, for the basis, and nobody after that.
        Stage stage = Stage.with(atFirst(1, answer(200, ""), refusingEverything()));
        Caller account = stage.trial().cast().standalone();

        assertThat(stage.trial().control(account, Optional.empty()).outcome(), instanceOf(Refused.class));
        assertThat(stage.trial().control(account, Optional.empty()).outcome(), instanceOf(Refused.class));

        assertThat(stage.wire().sent(), hasSize(2));
        assertThat(stage.trial().hopeless(), is(Optional.empty()));
    }

    // ---- the witness

    @Test
    void there_is_no_witness_before_a_request_was_accepted() {
        assertThat(Stage.with(right()).trial().witness(), is(Optional.empty()));
    }

    @Test
    void the_witness_changes_nothing_that_is_stored() {
        Stage stage = Stage.with(right());
        Draft sent = stage.trial().validDraft();
        stage.trial().send(Stage.request(sent));

        Request witness = stage.trial().witness().orElseThrow();

        assertThat(witness.draft().members(), is(sent.members()));
        assertThat(witness.purpose(), is("witness"));
        assertThat(stage.trial().witness().orElseThrow().draft(), is(witness.draft()));
    }

    @Test
    void the_witness_stands_by_where_the_contact_was_deleted() {
        Stage stage = Stage.withSiblings(right());
        stage.trial().validDraft();
        stage.trial().reader().clear(stage.trial().cast().standalone(), "BILLING");

        assertThat(stage.trial().witness().orElseThrow().draft().text(Operation.TYPE), is(Optional.of("BILLING")));
    }

    @Test
    void a_failure_that_one_request_meets_is_told_from_one_that_all_meet() {
        Stage stage = Stage.with(answering(sent -> says(sent, "poison"), failed(), right()));
        Draft poison = stage.trial().validDraft().with("Name", new Value.Text("poison"));

        Sending sending = stage.trial().send(Stage.request(poison));

        assertThat(sending.outcome(), is(new Unavailable(Optional.of("InternalServerException"), 500)));
        assertThat(stage.trial().hopeless(), is(Optional.empty()));
    }

    // ---- the names that a target gives its errors

    @Test
    void a_target_that_names_its_errors_rightly_has_no_usual_names() {
        Stage stage = Stage.with(right());

        assertThat(stage.trial().usualNames("ValidationException"), is(empty()));
    }

    @Test
    void a_target_that_misnames_all_its_validation_errors_is_asked_once_for_each_member() {
        Stage stage = Stage.with(calling("ValidationException", "InvalidParameterException", right()));

        assertThat(stage.trial().usualNames("ValidationException"), is(Set.of("InvalidParameterException")));
        int asked = stage.wire().sent().size();
        assertThat(stage.trial().usualNames("ValidationException"), is(Set.of("InvalidParameterException")));

        assertThat("a basis, and five requests that each lack a member", asked, is(6));
        assertThat(stage.wire().sent(), hasSize(asked));
    }

    @Test
    void a_target_that_names_no_error_at_all_is_understood() {
        Stage stage = Stage.with(changingAnswers(
                answer -> answer.status() == 400 ? answer(400, "{\"message\":\"no\"}") : answer, right()));

        assertThat(stage.trial().usualNames("ValidationException"), is(Set.of("")));
    }

    @Test
    void one_right_name_is_enough_to_expect_it_everywhere() {
        Wire misnaming = calling("ValidationException", "InvalidParameterException", right());
        Stage stage = Stage.with(
                answering(sent -> isPut(sent) && !says(sent, "Title"), error(400, "ValidationException"), misnaming));

        assertThat(stage.trial().usualNames("ValidationException"), is(empty()));
    }

    @Test
    void names_that_differ_from_each_other_are_usual_only_if_most_agree() {
        Wire misnaming = calling("ValidationException", "InvalidParameterException", right());
        Stage mostly = Stage.with(answering(
                sent -> isPut(sent) && !says(sent, "AlternateContactType"),
                error(403, "UnsupportedTypeException"),
                misnaming));
        Stage hardly = Stage.with(changingAnswers(
                answer -> answer.status() == 400 ? error(400, "Number" + System.identityHashCode(answer)) : answer,
                right()));

        assertThat(mostly.trial().usualNames("ValidationException"), is(Set.of("InvalidParameterException")));
        assertThat(hardly.trial().usualNames("ValidationException"), is(empty()));
    }

    @Test
    void half_of_them_are_not_most() {
        Wire undecided = answering(
                sent -> isPut(sent) && !(says(sent, "EmailAddress") && says(sent, "\"Name\"")),
                error(400, "OneException"),
                answering(
                        sent -> isPut(sent) && !(says(sent, "PhoneNumber") && says(sent, "Title")),
                        error(400, "AnotherException"),
                        acceptingEverything()));

        assertThat(Stage.with(undecided).trial().usualNames("ValidationException"), is(empty()));
    }

    @Test
    void a_target_that_accepts_everything_has_no_names_for_anything() {
        assertThat(Stage.with(acceptingEverything()).trial().usualNames("ValidationException"), is(empty()));
    }

    @Test
    void denials_are_tried_by_the_caller_who_is_denied_everything() {
        ReferenceEndpoint reference = ReferenceEndpoint.standard();
        Stage stage = Stage.withEverybody(calling("AccessDeniedException", "Forbidden", reference::answer));

        assertThat(stage.trial().usualNames("AccessDeniedException"), is(Set.of("Forbidden")));
    }

    @Test
    void where_nobody_is_denied_anything_nothing_is_known() {
        assertThat(Stage.with(right()).trial().usualNames("AccessDeniedException"), is(empty()));
        assertThat(Stage.with(right()).trial().usualNames("TooManyRequestsException"), is(empty()));
    }

    // ---- what is remembered

    @Test
    void what_was_accepted_is_taken_for_stored() {
        Stage stage = Stage.with(right());
        Draft sent = stage.trial().validDraft().ofType("SECURITY");

        stage.trial().send(Stage.request(sent));

        assertThat(
                stage.trial().memory().of(new Slot("555555555555", "SECURITY")), is(Optional.of(Memory.contact(sent))));
    }

    @Test
    void what_was_refused_is_not_taken_for_stored() {
        Stage stage = Stage.with(right());
        Map<String, String> before = Memory.contact(stage.trial().validDraft().ofType("SECURITY"));
        stage.trial().remember(new Slot("555555555555", "SECURITY"), before);

        stage.trial()
                .send(Stage.request(
                        stage.trial().validDraft().ofType("SECURITY").without("Title")));

        assertThat(stage.trial().memory().of(new Slot("555555555555", "SECURITY")), is(Optional.of(before)));
    }

    @Test
    void what_a_read_or_a_delete_answered_is_not_taken_for_a_contact() {
        Stage stage = Stage.with(right());
        stage.trial().validDraft();
        Memory before = stage.trial().memory();
        int met = stage.trial().met().size();

        stage.trial().send(Stage.request(Stage.GET.draft(Map.of(Operation.TYPE, "BILLING"))));

        assertThat(stage.trial().memory(), is(sameInstance(before)));
        assertThat(stage.trial().met(), hasSize(met));
    }

    @Test
    void only_requests_of_the_documented_form_are_looked_back_on() {
        Stage stage = Stage.with(right());
        Draft draft = stage.trial().validDraft();
        Form odd = Form.documented(Stage.PUT).withMethod("PUT").told("by the method PUT");

        stage.trial().send(new Request(Stage.theAccount(), draft, odd, "a scenario", false));
        stage.trial().send(Stage.request(draft.without("Title")));

        assertThat(
                stage.trial().met().stream()
                        .map(sending -> sending.exchange().scenario())
                        .toList(),
                contains("control", "a scenario"));
    }

    @Test
    void a_throttle_that_passed_is_looked_back_on_as_well_and_one_that_stays_is_not() {
        Stage stage = Stage.with(atFirst(
                1, throttled(), answering(sent -> isPut(sent) && says(sent, "poison"), failed(), right())));
        stage.trial().validDraft();

        stage.trial().send(Stage.poisoned());

        assertThat(
                stage.trial().met().stream()
                        .filter(sending -> sending.outcome().mayPass())
                        .map(sending -> sending.exchange().number())
                        .toList(),
                contains(1));
    }

    @Test
    void requests_sent_at_once_are_answered_in_their_order() {
        Stage stage = Stage.with(answering(sent -> says(sent, "poison"), error(400, "ValidationException"), right()));
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Draft draft = stage.trial().validDraft();
            requests.add(Stage.request(i % 3 == 0 ? draft.with("Name", new Value.Text("poison " + i)) : draft));
        }

        List<Sending> sendings = stage.trial().sendAll(requests);

        assertThat(sendings.stream().map(Sending::request).toList(), is(requests));
        for (int i = 0; i < 40; i++) {
            assertThat(sendings.get(i).outcome(), instanceOf(i % 3 == 0 ? Refused.class : Accepted.class));
        }
    }

    @Test
    void which_of_several_requests_at_once_was_stored_last_nobody_knows() {
        Stage stage = Stage.with(right());
        Slot other = new Slot("333333333333", "BILLING");
        stage.trial().remember(other, Map.of("Name", "Li"));

        stage.trial()
                .sendAll(List.of(
                        Stage.request(stage.trial().validDraft()),
                        Stage.request(stage.trial().validDraft().without("Title"))));

        assertThat(stage.trial().memory().of(new Slot("555555555555", "BILLING")), is(Optional.empty()));
        assertThat(stage.trial().memory().of(other), is(Optional.of(Map.of("Name", "Li"))));
    }

    @Test
    void requests_at_once_that_are_all_refused_leave_the_memory_as_it_was() {
        Stage stage = Stage.with(right());
        Draft draft = stage.trial().validDraft();
        Memory before = stage.trial().memory();

        stage.trial().sendAll(List.of(Stage.request(draft.without("Title")), Stage.request(draft.without("Name"))));

        assertThat(stage.trial().memory(), is(sameInstance(before)));
    }

    @Test
    void a_target_that_goes_away_during_requests_at_once_leaves_them_unproven() {
        Stage stage = Stage.with(atFirst(1, answer(200, ""), deaf()));
        List<Request> requests = List.of(
                Stage.request(stage.trial().validDraft()),
                Stage.request(stage.trial().validDraft()));

        assertThrows(Unproven.class, () -> stage.trial().sendAll(requests));

        assertThat(stage.trial().hopeless().isPresent(), is(true));
    }

    @Test
    void every_request_is_counted_whoever_asked_for_it() {
        Stage stage = Stage.with(atFirst(2, throttled(), right()));

        stage.trial().validDraft();

        assertThat(stage.trial().requests(), is(3));
        assertThat(stage.heard(), hasSize(3));
    }

    // ---- callers that a target does not know

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UnrecognizedClientException",
                "InvalidSignatureException",
                "ExpiredTokenException",
                "MissingAuthenticationTokenException"
            })
    void a_target_that_does_not_know_the_caller_says_so_by_name(String name) {
        assertThat(UnknownCaller.isTold(new Refused(Optional.of(name), 403)), is(true));
    }

    @Test
    void any_other_refusal_is_no_sign_of_an_unknown_caller() {
        assertThat(UnknownCaller.isTold(new Refused(Optional.of("AccessDeniedException"), 403)), is(false));
        assertThat(UnknownCaller.isTold(new Refused(Optional.empty(), 403)), is(false));
        assertThat(UnknownCaller.isTold(new Accepted(200)), is(false));
        assertThat(
                List.of(new Unavailable(Optional.of("ExpiredTokenException"), 500)).stream()
                        .anyMatch(UnknownCaller::isTold),
                is(false));
    }

    private static final Optional<Setup> FULL = Optional.of(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS);
}
