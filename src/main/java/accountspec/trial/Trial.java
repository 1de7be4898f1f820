package accountspec.trial;

import accountspec.checks.Contacts;
import accountspec.checks.PositiveControls;
import accountspec.exchange.Discretion;
import accountspec.exchange.Exchange;
import accountspec.operation.Draft;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome.Accepted;
import accountspec.target.Patience;
import accountspec.verdict.Unproven;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hamcrest.Matcher;

/**
 * One run against one target.
 *
 * <p>Scenarios run one after another: they share the target's state, and a trial remembers it for them.
 */
public final class Trial {

    private final Operation put;
    private final Cast cast;
    private final Courier courier;
    private final ContactReader reader;
    private final Acceptances acceptances = new Acceptances();
    private final List<Sending> met = new ArrayList<>();
    private final Set<Integer> disputed = new HashSet<>();
    private final Map<String, Sending> controls = new HashMap<>();
    private final UsualNames usualNames = new UsualNames(this);

    private final Discretion discretion;
    private final PositiveControls positiveControls = new PositiveControls();

    private Memory memory = Memory.EMPTY;
    private int template = -1;
    private boolean readOnly;
    private Numbers numbers = Numbers.counting();
    private Optional<String> hopeless = Optional.empty();
    private Optional<Diagnosis> diagnosis = Optional.empty();

    public Trial(
            Operation put,
            Cast cast,
            Wire wire,
            Binding binding,
            Pace pace,
            Patience patience,
            Time time,
            Consumer<Exchange> heard) {
        this(put, cast, wire, binding, pace, patience, time, heard, Discretion.none());
    }

    /** @param discretion about contacts that are not the run's own */
    public Trial(
            Operation put,
            Cast cast,
            Wire wire,
            Binding binding,
            Pace pace,
            Patience patience,
            Time time,
            Consumer<Exchange> heard,
            Discretion discretion) {
        this.put = put;
        this.cast = cast;
        this.discretion = discretion;
        this.courier = new Courier(wire, binding, pace, patience, time, heard);
        this.reader = new ContactReader(this, courier, patience, time);
    }

    public Operation operation() {
        return put;
    }

    /** From now on, its requests are numbered so. */
    public void number(Numbers by) {
        numbers = by;
    }

    /** From now on, what is sent is sent for this. */
    public void enter(String purpose) {
        numbers.enter(purpose);
    }

    /** From now on, sends nothing that the target is to accept. */
    public void readOnly() {
        readOnly = true;
    }

    /** Whether there are no controls, since they would write. */
    public boolean isReadOnly() {
        return readOnly;
    }

    public Cast cast() {
        return cast;
    }

    /** A contact as people may be told of it. */
    public Map<String, String> shown(Map<String, String> contact) {
        return discretion.in(contact);
    }

    public ContactReader reader() {
        return reader;
    }

    /** What the run's checks let pass, to show afterwards that they would not let everything pass. */
    public PositiveControls positiveControls() {
        return positiveControls;
    }

    public int requests() {
        return courier.requests();
    }

    /** Why nothing more is asked, if nothing is: the target is given up, or refuses what is known to be right. */
    public Optional<String> hopeless() {
        return hopeless.or(courier::gone);
    }

    /**
     * Why there can be no verdict, if there cannot. A target that leaves only some requests unanswered is given up as well,
     * but what was found until then stands.
     */
    public Optional<String> withoutVerdict() {
        return hopeless().filter(reason -> !courier.isAlive() && diagnosis.isEmpty());
    }

    /** What is wrong with a target that accepts no valid request, if that is known. Finds a basis for the run first. */
    public Optional<Diagnosis> diagnosis() {
        if (template < 0 && hopeless().isEmpty()) {
            try {
                template();
            } catch (Unproven nothingAccepted) {
                return diagnosis; // the reason is kept
            }
        }
        return diagnosis;
    }

    /**
     * The requests of the documented form that were answered so far, with their answers. Of throttles and failures those
     * that were provoked or have passed: how a target answers just this request is told where that is asked.
     */
    public List<Sending> met() {
        Stream<Sending> forGood = met.stream()
                .filter(sending ->
                        !sending.outcome().mayPass() || sending.request().once());
        return Stream.concat(forGood, courier.passing().stream().filter(this::isDocumented))
                .filter(sending -> !disputed.contains(sending.exchange().number()))
                .sorted(Comparator.comparingInt(sending -> sending.exchange().number()))
                .toList();
    }

    private boolean isDocumented(Sending sending) {
        return sending.request().draft().operation().equals(put)
                && sending.request().form().isDocumented();
    }

    /** As {@link #met}, and those too that are disputed. */
    public List<Sending> answered() {
        return List.copyOf(met);
    }

    /** From now on, how this was answered says nothing: it should have been answered otherwise, as is told elsewhere. */
    public void dispute(Sending sending) {
        disputed.add(sending.exchange().number());
    }

    /** A valid request, unlike any other of this run. */
    public Draft validDraft() {
        return put.draft(template(), numbers.next());
    }

    /** The contact type that valid requests have. */
    public String validType() {
        return put.valid().get(template()).get(Operation.TYPE);
    }

    /** The members of valid requests. */
    Set<String> validMembers() {
        return put.valid().get(template()).keySet();
    }

    /** A valid request for a control of the caller's, about the member's account if there is one. */
    public Draft controlDraft(Caller caller, Optional<Caller> member) {
        Optional<String> about = member.map(cast::account);
        Draft draft = sharedDraft("control", caller, about);
        return about.map(draft::about).orElse(draft);
    }

    /** How a request is told apart from others that the scenarios share, by who sends it and about whom. */
    public static String need(String purpose, Caller caller, Optional<String> about) {
        return need(purpose, caller.name(), about);
    }

    /** As {@link #need(String, Caller, Optional)}, by the caller's name. */
    public static String need(String purpose, String caller, Optional<String> about) {
        return purpose + " by " + caller
                + about.map(account -> " about " + account).orElse("");
    }

    /** Sends, waits out what passes, and remembers what the target must have stored. */
    public Sending send(Request request) {
        Sending sending = courier.deliver(request, this::witness);
        requireStillKnown(sending);
        remember(sending);
        return sending;
    }

    /**
     * Sends requests that have nothing to do with each other, several at a time.
     *
     * @return what came of each, in the order of the requests
     */
    public List<Sending> sendAll(List<Request> requests) {
        List<Sending> sendings = courier.deliverAll(requests, this::witness);
        sendings.forEach(this::remember);
        sendings.stream()
                .filter(sending -> isDocumented(sending) && sending.outcome() instanceof Accepted)
                .forEach(sending -> acceptances.add(sending.request().caller()));
        sendings.stream()
                .filter(sending -> UnknownCaller.isTold(sending.outcome()))
                .findFirst()
                .ifPresent(this::requireStillKnown);
        if (sendings.stream().anyMatch(sending -> sending.outcome() instanceof Accepted)) {
            // Which of them was stored last, nobody knows.
            requests.forEach(request -> memory = memory.without(request.caller().accountKey()));
        }
        return sendings;
    }

    /** Lets some time pass, more with each try. */
    public void rest(int tries) {
        courier.rest(tries);
    }

    /** Sends once, and takes whatever comes, for requests that are meant to be throttled or to fail. */
    Sending sendOnce(Request request) {
        return courier.once(request);
    }

    void remember(Sending sending) {
        if (sending.request().draft().operation().equals(put) && sending.outcome() instanceof Accepted) {
            memory = memory.after(sending.request());
            acceptances.add(sending.request());
        }
        if (isDocumented(sending)) {
            met.add(sending.abridged());
        }
    }

    /**
     * The control of a refusal: an otherwise valid request of the same caller, sent once per caller and remembered.
     *
     * @param member the account that it is about; absent for the caller's own
     */
    public Sending control(Caller caller, Optional<Caller> member) {
        String key = caller.name() + " of " + caller.accountKey() + " about " + member.map(Caller::accountKey);
        Sending known = controls.get(key);
        if (known == null) {
            known = send(Request.of(caller, controlDraft(caller, member), "control"));
            controls.put(key, known);
        }
        return known;
    }

    /**
     * Credentials that were good may expire: from then on no answer says anything, neither does any refusal before it is
     * noticed. A target that refuses just this request so still accepts a right one.
     */
    private void requireStillKnown(Sending sending) {
        if (!sending.request().form().isDocumented()) {
            return; // AWS says so of a path that it does not know
        }
        Caller caller = sending.request().caller();
        if (sending.outcome() instanceof Accepted) {
            acceptances.add(caller);
        } else if (acceptances.isOf(caller) && UnknownCaller.isTold(sending.outcome())) {
            Sending right = courier.deliver(
                    Request.of(caller, controlDraft(caller, Optional.empty()), "control"), this::witness);
            remember(right);
            if (UnknownCaller.isTold(right.outcome())) {
                hopeless = Optional.of("the target no longer knows the credentials of " + caller.name() + ": "
                        + right.outcome().told());
                throw Unproven.because(hopeless.get());
            }
        }
    }

    /** Whether the target once accepted a request of the caller's. */
    public boolean isKnown(Caller caller) {
        return acceptances.isOf(caller);
    }

    /** Whether the target once accepted such a request: a valid one, of this caller about this account. */
    public boolean hasAcceptedAsItIs(Request request) {
        return acceptances.isAsItIs(request);
    }

    /** Whether the target once accepted a request about the same contact. */
    public boolean hasSet(Request request) {
        return acceptances.isAboutTheContactOf(request);
    }

    /** What is known to be stored by now. */
    public Memory memory() {
        return memory;
    }

    public void remember(Slot slot, Map<String, String> contact) {
        memory = memory.with(slot, contact);
    }

    /** A request that was accepted before and, sent again, changes nothing that anybody waits for. */
    synchronized Optional<Request> witness() {
        if (template < 0 || readOnly) {
            return Optional.empty();
        }
        Optional<Request> harmless = harmlessWitness();
        if (harmless.isEmpty()) {
            // Whether it will be stored, nobody knows yet.
            memory = memory.without(cast.standalone().accountKey());
        }
        return harmless.or(() -> Optional.of(witness(Memory.contact(
                put.draft(template, numbers.nextFor(need("witness", cast.standalone(), Optional.empty())))))));
    }

    /** As {@link #witness}, but only where it is known to be stored already, so that what is to be read stays as it is. */
    synchronized Optional<Request> harmlessWitness() {
        if (template < 0 || readOnly) {
            return Optional.empty();
        }
        Slot slot = new Slot(
                cast.standalone().accountKey(), put.valid().get(template).get(Operation.TYPE));
        return memory.of(slot).filter(contact -> !contact.isEmpty()).map(this::witness);
    }

    private Request witness(Map<String, String> contact) {
        return Request.of(cast.standalone(), put.draft(contact), "witness");
    }

    /**
     * The names that the target gives an error of this kind, where they are wrong throughout; the empty name for none.
     * Empty where the target names it rightly, or not in any one way.
     */
    public Set<String> usualNames(String error) {
        return usualNames.of(error);
    }

    /** A valid request that any scenario may be the first to need, for the purpose. */
    Draft sharedDraft(String purpose, Caller caller, Optional<String> about) {
        return put.draft(template(), numbers.nextFor(need(purpose, caller, about)));
    }

    /** The first template that the target accepts and stores, or at least accepts; asked for once. */
    private int template() {
        hopeless().ifPresent(reason -> {
            throw Unproven.because(reason);
        });
        if (readOnly) {
            return 0;
        }
        if (template < 0) {
            List<Sending> refused = new ArrayList<>();
            List<Integer> accepted = new ArrayList<>();
            for (int candidate = 0; candidate < put.valid().size() && template < 0; candidate++) {
                int number = numbers.nextFor(need("control", cast.standalone(), Optional.empty()));
                Request request = Request.of(cast.standalone(), put.draft(candidate, number), "control");
                Sending sending = courier.deliver(request, Optional::empty);
                if (!(sending.outcome() instanceof Accepted)) {
                    refused.add(sending);
                } else {
                    remember(sending);
                    accepted.add(candidate);
                    template = isStored(request) ? candidate : -1;
                }
            }
            if (template < 0 && !accepted.isEmpty()) {
                template = accepted.get(0);
            }
            if (template < 0) {
                giveUp(refused);
            }
        }
        return template;
    }

    private void giveUp(List<Sending> refused) {
        if (refused.stream().noneMatch(sending -> UnknownCaller.isTold(sending.outcome()))) {
            diagnosis = Diagnosis.of(
                    refused.get(0),
                    put.draft(0, numbers.nextFor(need("diagnosis", cast.standalone(), Optional.empty()))),
                    cast,
                    courier::once);
        }
        hopeless = Optional.of(told(refused)
                + diagnosis
                        .map(known -> "; it was accepted " + known.accepted())
                        .orElse(""));
        throw Unproven.because(hopeless.get());
    }

    /** Whether the contact can be read back; where nothing can be read, that is taken on trust. */
    private boolean isStored(Request request) {
        if (!cast.canReadBack()) {
            return true;
        }
        Map<String, String> sent = Memory.contact(request.draft());
        Matcher<Map<String, String>> expected = Contacts.contact(sent);
        try {
            return expected.matches(reader.settled(request.caller(), sent.get(Operation.TYPE), expected));
        } catch (Unproven unreadable) {
            return true;
        }
    }

    private String told(List<Sending> refused) {
        StringBuilder reason = new StringBuilder("the target accepted none of " + refused.size()
                + " valid requests, so its refusals of invalid ones say nothing:");
        String last = "";
        for (Sending sending : refused) {
            String was = sending.outcome().told();
            if (!was.equals(last)) {
                reason.append(last.isEmpty() ? " " : ", ").append(was);
            }
            last = was;
        }
        return reason
                + UnknownCaller.advice(refused.stream().map(Sending::outcome).toList(), cast.signs());
    }
}
