package accountspec.steps;

import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome.Accepted;
import accountspec.target.Setup;
import accountspec.trial.Caller;
import accountspec.trial.Request;
import accountspec.trial.Sending;
import accountspec.trial.Trial;
import accountspec.trial.UnknownCaller;
import accountspec.verdict.Unproven;
import java.util.Optional;

/**
 * Whether refusals say anything: a request that is right, and as near to the refused one as can be, is accepted by the same
 * target from the same caller.
 */
final class Controls {

    private final Trial trial;

    Controls(Trial trial) {
        this.trial = trial;
    }

    /**
     * The control of a request to come, sent if it was not yet; nothing in a run that only reads.
     *
     * @param named whether the request names an account
     */
    Optional<Sending> of(Caller caller, boolean named, Optional<Setup> setup) {
        if (trial.isReadOnly()) {
            return Optional.empty();
        }
        if (trial.cast().isWithoutPermission(caller)) {
            return Optional.of(trial.control(trial.cast().standalone(), Optional.empty()));
        }
        if (named) {
            Optional<Caller> member = trial.cast().memberFor(caller, setup);
            if (member.isPresent()) {
                return Optional.of(trial.control(caller, member));
            }
        }
        return Optional.of(trial.control(caller, Optional.empty()));
    }

    /** @throws Unproven where the caller's otherwise valid request was not accepted either */
    void require(Sending sending, Optional<Setup> setup) {
        if (sending.outcome() instanceof Accepted) {
            return;
        }
        if (trial.isReadOnly()) {
            throw Unproven.notOffered("it is refused, but whether a right request is accepted is not known: that would"
                    + " be a write, and the run is read-only");
        }
        of(sending.request().caller(), sending.request().draft().has(Operation.ACCOUNT), setup)
                .filter(control -> !(control.outcome() instanceof Accepted))
                .filter(control -> !isAcceptedInAnOrganizationWithEverything(sending.request(), setup))
                .ifPresent(control -> {
                    throw Unproven.because("a refusal says nothing here, because the otherwise valid request was not"
                            + " accepted either: " + control.request().told() + ", was "
                            + control.outcome().told());
                });
    }

    /**
     * Without trusted access, or without all features, not even one's own contact need be open to change; then the control
     * is the same request in an organization that lacks nothing.
     */
    private boolean isAcceptedInAnOrganizationWithEverything(Request request, Optional<Setup> setup) {
        return setup.filter(organization -> organization != Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS)
                        .isPresent()
                && trial.cast()
                        .giver()
                        .map(giver -> trial.control(
                                giver.getKey(),
                                Optional.of(giver.getValue())
                                        .filter(member -> request.draft().has(Operation.ACCOUNT))))
                        .filter(control -> control.outcome() instanceof Accepted)
                        .isPresent();
    }

    /**
     * A request with something special about it that is refused says nothing, if one without is refused by now as well. What
     * depends on the contact that is there already is told where the scenario says what is there, and only there.
     *
     * @param staged whether the scenario has seen to what was there before
     */
    void requireStillAccepted(Sending refused, boolean staged, Optional<Setup> setup) {
        Request request = refused.request();
        boolean mayNot = trial.cast().isWithoutPermission(request.caller());
        if (trial.isReadOnly() || mayNot && request.isAsItIs()) {
            return;
        }
        if (staged) {
            if (!trial.hasSet(request)) {
                throw Unproven.because("no such contact was ever accepted, whatever was there before: " + request.told()
                        + ", was " + refused.outcome().told());
            }
            return;
        }
        if (request.isAsItIs()) {
            if (trial.hasAcceptedAsItIs(request)) {
                throw Unproven.because("such a request was accepted before, so what this refusal is about is told"
                        + " under other clauses: " + refused.request().told() + ", was "
                        + refused.outcome().told());
            }
            return;
        }
        // What is special about the request of one who may not is the caller.
        Sending plain = trial.send(
                mayNot
                        ? Request.of(trial.cast().standalone(), request.draft(), "control")
                        : Request.of(request.caller(), plain(request, setup), "control"));
        if (!(plain.outcome() instanceof Accepted)) {
            throw Unproven.because("a refusal says nothing here, because by now the otherwise valid request is not"
                    + " accepted either: " + plain.request().told() + ", was "
                    + plain.outcome().told());
        }
    }

    /** The same without what is special about it: as near to it as a request can be that is known to be right. */
    private Draft plain(Request request, Optional<Setup> setup) {
        Draft draft = request.draft();
        Optional<Caller> about = Optional.of(draft)
                .filter(named -> named.has(Operation.ACCOUNT))
                .flatMap(named -> trial.cast().memberFor(request.caller(), setup))
                .filter(member ->
                        trial.control(request.caller(), Optional.of(member)).outcome() instanceof Accepted);
        Draft plain = trial.controlDraft(request.caller(), about);
        return draft.text(Operation.TYPE)
                .filter(type -> trial.operation().types().contains(type) && !draft.differsOnlyIn(Operation.TYPE))
                .map(plain::ofType)
                .orElse(plain);
    }

    /** @throws Unproven where the target never knew who sent it */
    void requireKnownCaller(Sending sending) {
        boolean rightlySigned = sending.request().form().signature() == Form.Signature.RIGHT;
        if (rightlySigned && !trial.isKnown(sending.request().caller()) && UnknownCaller.isTold(sending.outcome())) {
            throw Unproven.because("the target does not know the credentials of "
                    + sending.request().caller().name() + ": "
                    + sending.outcome().told());
        }
    }
}
