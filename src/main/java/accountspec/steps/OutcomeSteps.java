package accountspec.steps;

import accountspec.checks.Answers;
import accountspec.checks.Outcomes;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Unavailable;
import io.cucumber.java.en.Then;
import java.util.Set;

/** What it amounts to, and what the answer looks like. */
public final class OutcomeSteps {

    private final Conversation conversation;

    public OutcomeSteps(Conversation conversation) {
        this.conversation = conversation;
    }

    @Then("it/each is accepted")
    public void isAccepted() {
        conversation.judgeOutcome(Outcomes.accepted());
    }

    @Then("it/each is refused")
    public void isRefused() {
        conversation.judgeRefusal(Set.of("AccessDeniedException", "ValidationException"));
    }

    @Then("it/each is refused with a/an {error}")
    public void isRefusedWith(String error) {
        conversation.judgeRefusal(Set.of(error));
    }

    @Then("it is refused in the same way")
    public void isRefusedInTheSameWay() {
        conversation.judgeSame();
    }

    @Then("it/each is refused as malformed")
    public void isRefusedAsMalformed() {
        conversation.judgeMalformed();
    }

    @Then("it/each is refused as malformed or denied")
    public void isRefusedAsMalformedOrDenied() {
        conversation.judgeMalformedOrDenied();
    }

    @Then("it/each is not accepted")
    public void isNotAccepted() {
        conversation.judgeOutcome(Outcomes.notAccepted());
    }

    @Then("whether it is accepted is noted")
    public void whetherItIsAcceptedIsNoted() {
        conversation.note();
    }

    @Then("the error is a/an {error}")
    public void theErrorIs(String error) {
        conversation.requireLast(false);
        conversation.judgeRefusal(Set.of(error));
    }

    @Then("the response has status {int}")
    public void theResponseHasStatus(int status) {
        conversation.requireLast(true);
        conversation.judgeAnswer(Answers.hasStatus(status));
    }

    @Then("the {error} has status {int}")
    public void theErrorHasStatus(String error, int status) {
        conversation.requireLastIs(error);
        conversation.judgeAnswer(Answers.hasStatus(status));
    }

    @Then("the response body is empty")
    public void theResponseBodyIsEmpty() {
        conversation.requireLast(true);
        conversation.judgeAnswer(Answers.hasEmptyBody());
    }

    @Then("the response names its error")
    public void theResponseNamesItsError() {
        conversation.requireLast(false);
        conversation.judgeAnswer(Answers.namesItsError());
    }

    @Then("the response body is a JSON object")
    public void theResponseBodyIsAJsonObject() {
        conversation.requireLast(false);
        conversation.judgeAnswer(Answers.isJsonObject());
    }

    @Then("each accepted request of the run was answered with status {int}")
    public void eachAcceptedRequestOfTheRunHadStatus(int status) {
        conversation.judgeRun("accepted request", Accepted.class::isInstance, Answers.hasStatus(status));
    }

    @Then("each accepted request of the run was answered with an empty body")
    public void eachAcceptedRequestOfTheRunHadAnEmptyBody() {
        conversation.judgeRun("accepted request", Accepted.class::isInstance, Answers.hasEmptyBody());
    }

    @Then("each {error} of the run had status {int}")
    public void eachErrorOfTheRunHadStatus(String error, int status) {
        conversation.judgeRun(
                error, outcome -> outcome.error().filter(error::equals).isPresent(), Answers.hasStatus(status));
    }

    @Then("each status {int} of the run was that of a/an {error}")
    public void eachStatusOfTheRunWasThatOf(int status, String error) {
        judgeNames(status, Set.of(error));
    }

    @Then("each status {int} of the run was that of a/an {error} or a/an {error}")
    public void eachStatusOfTheRunWasThatOfEither(int status, String error, String other) {
        judgeNames(status, Set.of(error, other));
    }

    private void judgeNames(int status, Set<String> errors) {
        conversation.judgeRun(
                "status " + status,
                outcome -> outcome.error().filter(errors::contains).isPresent()
                        || isOutage(outcome, Set.of(status)) && conversation.isToldByItsStatus(outcome),
                Answers.isCalled(errors));
    }

    @Then("each status {int} or {int} of the run came with the name of an error")
    public void eachStatusOfTheRunCameWithAName(int status, int other) {
        conversation.judgeRun(
                "status " + status + " or " + other,
                outcome -> isOutage(outcome, Set.of(status, other)),
                Answers.namesItsError());
    }

    @Then("each status {int} or {int} of the run came with a JSON object for a body")
    public void eachStatusOfTheRunCameWithAJsonObject(int status, int other) {
        conversation.judgeRun(
                "status " + status + " or " + other,
                outcome -> isOutage(outcome, Set.of(status, other)),
                Answers.isJsonObject());
    }

    private static boolean isOutage(Outcome outcome, Set<Integer> statuses) {
        return outcome instanceof Unavailable unavailable && statuses.contains(unavailable.status());
    }
}
