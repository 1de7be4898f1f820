package accountspec.steps;

import accountspec.checks.Answers;
import accountspec.checks.Outcomes;
import accountspec.outcome.Outcome.Accepted;
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
        conversation.judgeRun(
                "accepted request", sending -> sending.outcome() instanceof Accepted, Answers.hasStatus(status));
    }

    @Then("each accepted request of the run was answered with an empty body")
    public void eachAcceptedRequestOfTheRunHadAnEmptyBody() {
        conversation.judgeRun(
                "accepted request", sending -> sending.outcome() instanceof Accepted, Answers.hasEmptyBody());
    }

    @Then("each {error} of the run had status {int}")
    public void eachErrorOfTheRunHadStatus(String error, int status) {
        conversation.judgeRun(
                error,
                sending -> sending.outcome().error().filter(error::equals).isPresent(),
                Answers.hasStatus(status));
    }
}
