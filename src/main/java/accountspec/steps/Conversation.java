package accountspec.steps;

import accountspec.checks.Contacts;
import accountspec.checks.Outcomes;
import accountspec.exchange.Exchange;
import accountspec.exchange.Received;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.outcome.Outcome.Unavailable;
import accountspec.spec.Clause;
import accountspec.spec.Standing;
import accountspec.steps.Vocabulary.Whose;
import accountspec.target.Setup;
import accountspec.trial.Caller;
import accountspec.trial.Memory;
import accountspec.trial.Provocation;
import accountspec.trial.Request;
import accountspec.trial.Sending;
import accountspec.trial.Slot;
import accountspec.trial.Trial;
import accountspec.verdict.Deviation;
import accountspec.verdict.Unproven;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hamcrest.Matcher;
import org.hamcrest.StringDescription;
import org.jspecify.annotations.Nullable;

/**
 * One scenario's state: the organization it is about, what it sent, and what it noted. The only place where state lives.
 */
public final class Conversation {

    private final Trial trial;
    private final Scene scene;
    private final Controls controls;
    private final List<Sending> sendings = new ArrayList<>();
    private final List<String> readings = new ArrayList<>();

    /** Contacts of which the scenario says itself whether there is one. */
    private final Set<Slot> staged = new HashSet<>();

    private Optional<Setup> setup = Optional.empty();
    private Memory before;

    /** How a request was refused that another is to be refused like. */
    private @Nullable Outcome model;

    public Conversation(Trial trial, Scene scene) {
        this.trial = trial;
        this.scene = scene;
        this.controls = new Controls(trial);
        this.before = trial.memory();
        trial.enter(scene.title());
    }

    Trial trial() {
        return trial;
    }

    Operation operation() {
        return trial.operation();
    }

    /** Ends the scenario before it sends anything, where the target does not lend what it needs or is given up. */
    void begin() {
        requireNeeds();
        requireHope();
    }

    private void requireNeeds() {
        scene.needs().forEach(trial.cast()::require);
    }

    private void requireHope() {
        trial.diagnosis().filter(known -> scene.isAbout(known.clause())).ifPresent(known -> {
            throw deviation(
                    known.refused(),
                    "accepted",
                    known.told(),
                    known.refused().request().told());
        });
        trial.hopeless().ifPresent(reason -> {
            throw Unproven.because(reason);
        });
    }

    void isOf(String operation) {
        begin();
        if (!operation.equals(operation().name())) {
            throw new IllegalArgumentException(
                    "the features are about " + operation().name() + ", not about " + operation);
        }
    }

    void isAbout(Setup organization) {
        List<Caller> parties = trial.cast().organization(organization);
        setup = Optional.of(organization);
        if (scene.readsBack()) {
            // What a contact was before can be told only of one that was seen.
            String type = trial.validType();
            parties.stream()
                    .filter(owner ->
                            before(owner, type).isEmpty() && trial.cast().isKept(owner))
                    .forEach(owner -> give(owner, type));
        }
    }

    /** The party as the scenario's organization casts it. */
    Caller party(String name) {
        return trial.cast().party(name, setup);
    }

    /** The party, if requests may be sent in its name; else the scenario is unproven. */
    Caller callable(Caller caller) {
        return trial.cast().callable(caller, setup);
    }

    /** The account number that a value of a feature stands for. */
    String accountOf(String party) {
        return trial.cast().account(party(party));
    }

    /** The account number that {@code its own}, {@code a member's} and the like stand for. */
    String accountOf(Caller caller, Whose whose) {
        return switch (whose.words()) {
            case "its own" -> trial.cast().account(caller);
            case "an unknown account's" -> trial.cast().unknownAccount();
            case "a foreign member's" -> trial.cast().foreignMember(setup);
            default -> accountOf(whose.words().substring(0, whose.words().length() - "'s".length()));
        };
    }

    /** What the scenario noted of an open clause. */
    public List<String> readings() {
        return List.copyOf(readings);
    }

    public Scene scene() {
        return scene;
    }

    // ---- sending

    /** Starts a new question: what was sent before is no longer meant by "it". */
    void ask() {
        sendings.clear();
        before = trial.memory();
    }

    /** Sends as the caller, once its control is known. */
    void send(Caller caller, Draft draft, Form form) {
        Caller sender = callable(caller);
        controls.of(caller, draft.has(Operation.ACCOUNT), setup);
        if (sendings.isEmpty()) {
            before = trial.memory();
        }
        sendings.add(trial.send(new Request(sender, draft, form, scene.title(), false)));
    }

    /** Sends many requests of one kind, in any order, once the caller's control is known. */
    void sendEach(Caller caller, List<Draft> drafts) {
        Caller sender = callable(caller);
        controls.of(caller, drafts.get(0).has(Operation.ACCOUNT), setup);
        before = trial.memory();
        sendings.addAll(trial.sendAll(drafts.stream()
                .map(draft -> Request.of(sender, draft, scene.title()))
                .toList()));
    }

    /** Sends a request that the target is to answer with a throttle or a failure, until it does or the means are spent. */
    void provoke(Caller caller, String error) {
        Caller sender = callable(caller);
        controls.of(caller, false, setup);
        before = trial.memory();
        Provocation provocation = trial.cast().provocation(error);
        sendings.clear();
        Sending provoked = provocation.provoke(trial, sender, scene.title());
        sendings.add(provoked);
        if (provoked.outcome().mayPass()
                && provoked.outcome().error().filter(error::equals).isEmpty()) {
            trial.dispute(provoked); // what it is called instead is told of what was provoked, and only there
        }
        before = provocation.isBurst() ? trial.memory() : before;
    }

    /** Gives the party a contact that is unlike any other, and sees it stored where that can be seen. */
    void give(Caller owner, String type) {
        Optional<String> hindrance = set(owner, type);
        if (hindrance.isPresent() && owner.signer().isPresent() && trial.cast().canDelete()) {
            // A target that cannot overwrite may still create; what it had before is no business of the scenario's.
            trial.reader().clear(owner, type);
            hindrance = set(owner, type);
        }
        hindrance.ifPresent(reason -> {
            throw Unproven.because("the " + type + " contact of " + owner.name() + " " + reason);
        });
        staged.add(new Slot(owner.accountKey(), type));
        before = trial.memory();
    }

    /** Sees to it that the party has no such contact. */
    void take(Caller owner, String type) {
        trial.reader().clear(callable(owner), type);
        staged.add(new Slot(owner.accountKey(), type));
    }

    /** Why the contact is not there now, if it is not. */
    private Optional<String> set(Caller owner, String type) {
        Draft draft = trial.validDraft().ofType(type);
        Caller sender = owner;
        if (owner.signer().isEmpty()) {
            sender = trial.cast().keeperOf(owner);
            draft = draft.about(trial.cast().account(owner));
        }
        Sending sending = trial.send(Request.of(sender, draft, scene.title()));
        if (!(sending.outcome() instanceof Accepted)) {
            return Optional.of("could not be set beforehand: the request was "
                    + sending.outcome().told());
        }
        Matcher<Map<String, String>> expected = Contacts.contact(Memory.contact(draft));
        boolean seen =
                !trial.cast().canReadBack() || expected.matches(trial.reader().settled(owner, type, expected));
        return seen ? Optional.empty() : Optional.of("was set beforehand, but something else was read back");
    }

    // ---- judging

    /** Every request of the question at hand, judged by what its answer amounts to. */
    void judgeOutcome(Matcher<Outcome> expected) {
        List<Sending> wrong = asked().stream()
                .filter(sending -> !expected.matches(sending.outcome()))
                .toList();
        if (wrong.isEmpty()) {
            sendings.forEach(sending -> controls.require(sending, setup));
            sendings.stream()
                    .map(Sending::exchange)
                    .map(Exchange::answer)
                    .filter(Received.class::isInstance)
                    .forEach(answer -> trial.positiveControls().outcomePassed(expected, (Received) answer));
            return;
        }
        Sending first = wrong.get(0);
        controls.requireKnownCaller(first);
        if (expected.matches(new Accepted(200)) || first.outcome() instanceof Refused) {
            controls.requireStillAccepted(first, isStaged(first), setup);
        }
        if (!expected.matches(new Accepted(200))) {
            controls.require(first, setup);
            wrong.forEach(trial::dispute);
        }
        throw deviation(first, describe(expected), was(wrong, Sending::outcome), sent(wrong));
    }

    /** Whether it was refused with one of these errors, under whatever name the target always gives them. */
    void judgeRefusal(Set<String> errors) {
        Matcher<Outcome> strictly = Outcomes.refusedWith(errors, Set.of());
        boolean misnamed = asked().stream()
                .anyMatch(sending -> sending.outcome() instanceof Refused && !strictly.matches(sending.outcome()));
        requireNamed(errors);
        judgeOutcome(misnamed ? Outcomes.refusedWith(errors, usualNames(errors)) : strictly);
    }

    /** What comes next is to be refused just like the last request, which is no matter of the scenario's. */
    void expectTheSame() {
        if (!(last().outcome() instanceof Refused refused)) {
            throw anothersMatter(last());
        }
        model = refused;
    }

    /** Whether it was refused like that one, under the same name if it had any. */
    void judgeSame() {
        Outcome refused = Objects.requireNonNull(model, "the scenario has no request to compare with");
        judgeOutcome(refused.error()
                .map(name -> Outcomes.refusedWith(Set.of(name), Set.of()))
                .orElseGet(Outcomes::notAccepted));
    }

    /** Whether it was refused for what it looks like. */
    void judgeMalformed() {
        judgeOutcome(Outcomes.refusedAsMalformed(usualNamesOfInvalid()));
    }

    /** The same, or denied. */
    void judgeMalformedOrDenied() {
        judgeOutcome(Outcomes.refusedAsMalformedOrDenied(usualNamesOfInvalid()));
    }

    private Set<String> usualNamesOfInvalid() {
        boolean refused = asked().stream().anyMatch(sending -> sending.outcome() instanceof Refused);
        return refused ? usualNames(Set.of("ValidationException")) : Set.of();
    }

    /** A wrong name that the target always uses is a finding under the clause about that name, and only there. */
    private Set<String> usualNames(Set<String> errors) {
        Set<String> usual = new LinkedHashSet<>();
        for (String error : errors) {
            String answerable = operation().namedBy().get(error);
            if (answerable != null && scene.isSelected(answerable) && !scene.isAbout(answerable)) {
                usual.addAll(trial.usualNames(error));
            }
        }
        return usual;
    }

    /** Judges how the last answer looks; only an answer that the clause is about says anything. */
    void judgeAnswer(Matcher<Received> expected) {
        Sending sending = last();
        if (!(sending.exchange().answer() instanceof Received answer)) {
            throw Unproven.because("the request was " + sending.outcome().told());
        }
        if (!expected.matches(answer)) {
            throw deviation(
                    sending,
                    describe(expected),
                    mismatch(expected, answer),
                    sending.request().told());
        }
        trial.positiveControls().answerPassed(expected, answer);
    }

    /**
     * Judges all answers of the run of a kind: one odd one among hundreds is found, under its own clause. What is needed to
     * meet one is needed only where the run met none.
     */
    void judgeRun(String kind, Predicate<Outcome> isOfKind, Matcher<Received> expected) {
        requireHope();
        List<Sending> met = trial.met().stream()
                .filter(sending -> isOfKind.test(sending.outcome()))
                .toList();
        if (met.isEmpty()) {
            requireNeeds();
            throw Unproven.notOffered("the run met no " + kind);
        }
        List<Sending> wrong = met.stream()
                .filter(sending -> !expected.matches(sending.exchange().answer()))
                .toList();
        if (!wrong.isEmpty()) {
            Sending first = wrong.get(0);
            String was = mismatch(expected, first.exchange().answer());
            throw deviation(
                    first,
                    describe(expected),
                    was + ", in " + wrong.size() + " of " + met.size() + " answers",
                    first.request().told() + " (in \"" + first.request().purpose() + "\")");
        }
        trial.positiveControls()
                .answerPassed(expected, (Received) met.get(0).exchange().answer());
    }

    /** Judges a stored contact. */
    void judgeContact(Matcher<Map<String, String>> expected, Map<String, String> stored, String about) {
        if (!expected.matches(stored)) {
            Sending sending = last();
            throw deviation(
                    sending,
                    about + ": " + describe(expected),
                    mismatch(expected, trial.shown(stored)),
                    sending.request().told());
        }
        trial.positiveControls().contactPassed(expected, stored);
    }

    /** Notes what the target makes of an open question, and judges it where the profile pins the reading. */
    void note() {
        Set<String> answers = asked().stream()
                .map(sending -> {
                    controls.require(sending, setup);
                    return sending.outcome() instanceof Accepted ? "accepted" : "refused";
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String reading = answers.size() == 1 ? answers.iterator().next() : "mixed";
        readings.add(reading);
        scene.pinned().filter(pinned -> !pinned.equals(reading)).ifPresent(pinned -> {
            throw deviation(
                    last(), pinned + " (as the profile pins it)", was(asked(), Sending::outcome), sent(asked()));
        });
    }

    /** An answer's looks are judged only where the request met the fate that the scenario is about. */
    void requireLast(boolean accepted) {
        Sending last = last();
        if (last.outcome() instanceof Accepted != accepted) {
            throw anothersMatter(last);
        }
    }

    /** An error's status is judged only of that error, under whatever name the target always gives it. */
    void requireLastIs(String error) {
        Outcome outcome = last().outcome();
        String name = outcome.error().orElse("");
        // Another error of the operation's own has a status of its own.
        boolean itsUsualName = !operation().namedBy().containsKey(name)
                && usualNames(Set.of(error)).contains(name);
        if (outcome instanceof Accepted || !name.equals(error) && !itsUsualName) {
            throw anothersMatter(last());
        }
    }

    /** It was answered otherwise than the scenario takes for granted, which is told under the clause about that. */
    private Unproven anothersMatter(Sending sending) {
        trial.dispute(sending);
        return Unproven.because("the request was " + sending.outcome().told() + ", which another clause is about");
    }

    /** A contact that the request was free to change says nothing about what must not change. */
    void requireNotSet(Caller owner, String type) {
        Sending last = last();
        Draft draft = last.request().draft();
        boolean isTheirs = last.request().account().equals(owner.accountKey());
        if (last.outcome() instanceof Accepted && isTheirs && !namesAnother(draft, type)) {
            trial.dispute(last);
            throw Unproven.because("the request was accepted, which another clause is about");
        }
    }

    /** Whether the request is plainly about another of the account's contacts. */
    private boolean namesAnother(Draft draft, String type) {
        return draft.text(Operation.TYPE)
                .filter(other -> !other.equals(type))
                .filter(operation().types()::contains)
                .isPresent();
    }

    List<Sending> asked() {
        if (sendings.isEmpty()) {
            throw new IllegalStateException("this step asks about an answer, but the scenario has sent nothing yet");
        }
        return List.copyOf(sendings);
    }

    Sending last() {
        List<Sending> asked = asked();
        return asked.get(asked.size() - 1);
    }

    /** What was known to be stored before the question at hand was asked. */
    Optional<Map<String, String>> before(Caller owner, String type) {
        return before.of(new Slot(owner.accountKey(), type));
    }

    /** Whether the scenario has seen to what was there before: by a step of its own, or by the same request just before. */
    private boolean isStaged(Sending sending) {
        Request request = sending.request();
        boolean sentBefore = sendings.indexOf(sending) > 0 && sendings.get(0).outcome() instanceof Accepted;
        return sentBefore
                || request.draft()
                        .text(Operation.TYPE)
                        .filter(type -> staged.contains(new Slot(request.account(), type)))
                        .isPresent();
    }

    /** Whether nothing but its status tells what the outage should be called: an error's right name tells its status. */
    boolean isToldByItsStatus(Outcome outage) {
        return outage.error()
                .map(name -> !operation().namedBy().containsKey(name))
                .orElseGet(() -> operation().unnamed().filter(scene::isSelected).isEmpty());
    }

    /** That an error has no name at all is a finding under the clause about that, and only there. */
    private void requireNamed(Set<String> errors) {
        boolean isAboutTheName = errors.stream()
                .map(operation().namedBy()::get)
                .anyMatch(clause -> clause != null && scene.isAbout(clause));
        boolean unnamed = asked().stream()
                .map(Sending::outcome)
                .anyMatch(outcome ->
                        outcome.error().isEmpty() && (outcome instanceof Refused || outcome instanceof Unavailable));
        if (isAboutTheName
                && unnamed
                && operation().unnamed().filter(scene::isSelected).isPresent()) {
            throw Unproven.because("the request was " + last().outcome().told() + ", which another clause is about");
        }
    }

    private RuntimeException deviation(Sending sending, String expected, String was, String sent) {
        Deviation deviation =
                new Deviation(expected, was, sent, sending.exchange().number());
        Clause clause = scene.clause();
        String words = clause.id() + "  " + clause.text();
        if (clause.standing() == Standing.ADVISED) {
            throw new Deviation.Excused("Advice, not a failure.", words, deviation);
        }
        if (scene.isWaived()) {
            throw new Deviation.Excused("Waived by the profile.", words, deviation);
        }
        throw new Deviation.Failure(words, deviation);
    }

    private static String was(List<Sending> wrong, Function<Sending, Outcome> outcome) {
        String first = outcome.apply(wrong.get(0)).told();
        return wrong.size() == 1 ? first : first + ", and " + (wrong.size() - 1) + " more like it";
    }

    private static String sent(List<Sending> wrong) {
        return wrong.stream().limit(3).map(sending -> sending.request().told()).collect(Collectors.joining("; "))
                + (wrong.size() > 3 ? "; ..." : "");
    }

    private static String describe(Matcher<?> matcher) {
        return StringDescription.toString(matcher);
    }

    private static String mismatch(Matcher<?> matcher, Object was) {
        StringDescription description = new StringDescription();
        matcher.describeMismatch(was, description);
        return description.toString();
    }
}
