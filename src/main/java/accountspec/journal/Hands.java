package accountspec.journal;

import accountspec.exchange.Answer;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import accountspec.outcome.ErrorName;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import accountspec.target.Need;
import accountspec.target.Party;
import accountspec.target.PartyName;
import accountspec.target.Setup;
import accountspec.target.Target;
import accountspec.trial.Backoff;
import accountspec.trial.Slot;
import accountspec.trial.Time;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Signer;
import accountspec.wire.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Reads, sets and deletes the contacts of a target's accounts, each account through somebody who may. */
public final class Hands {

    /** @param named whether the account is to be named, since the caller belongs to another */
    private record Access(Party as, boolean named) {}

    private final Target target;
    private final Function<Party, Signer> signers;
    private final Wire wire;
    private final Binding binding;
    private final Pace pace;
    private final Time time;
    private final Operation put;
    private final Operation get;
    private final Operation delete;
    private final Map<String, Access> accesses = new LinkedHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    public Hands(
            Target target,
            Function<Party, Signer> signers,
            Wire wire,
            Binding binding,
            Pace pace,
            Time time,
            Operation put,
            Operation get,
            Operation delete) {
        this.target = target;
        this.signers = signers;
        this.wire = wire;
        this.binding = binding;
        this.pace = pace;
        this.time = time;
        this.put = put;
        this.get = get;
        this.delete = delete;
        target.callers().values().stream()
                .filter(party -> party.name() != PartyName.A_CALLER_WITHOUT_PERMISSION)
                .forEach(this::itself);
        target.organizations()
                .values()
                .forEach(organization -> organization.parties().values().forEach(this::itself));
        target.organization(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS)
                .ifPresent(organization -> organization
                        .party(PartyName.THE_MANAGEMENT_ACCOUNT)
                        .filter(target::mayCallAs)
                        .ifPresent(management -> organization.parties().values().stream()
                                .filter(party -> party.name() != PartyName.THE_MANAGEMENT_ACCOUNT)
                                .forEach(member ->
                                        accesses.putIfAbsent(account(member), new Access(management, true)))));
    }

    private void itself(Party party) {
        if (target.mayCallAs(party)) {
            accesses.putIfAbsent(account(party), new Access(party, false));
        }
    }

    /** The number of a party's account, or words for it where the profile tells none. */
    static String account(Party party) {
        return party.account().orElse("the account of " + party.name());
    }

    /** The accounts that there is somebody to act for. */
    List<String> accounts() {
        return List.copyOf(accesses.keySet());
    }

    List<String> types() {
        return put.types().stream().sorted().toList();
    }

    boolean canRead() {
        return target.offers().contains(Need.READ_BACK);
    }

    boolean canDelete() {
        return target.offers().contains(Need.DELETE);
    }

    boolean isOurs(Map<String, String> contact) {
        return put.isOurs(contact);
    }

    /** Whether a request can change nothing, whatever the target makes of it. */
    boolean isRead(Sent request) {
        return request.method().equals(get.method()) && request.target().endsWith(get.path());
    }

    /** How many requests were sent. */
    public int requests() {
        return requests.get();
    }

    Target target() {
        return target;
    }

    Time time() {
        return time;
    }

    /** @param patience how long to wait for a throttle, a failure or silence to pass */
    Reading read(Slot slot, Duration patience) {
        Sending sending = send(slot, get.draft(Map.of(Operation.TYPE, slot.type())), patience);
        Outcome outcome = sending.outcome;
        if (outcome instanceof Accepted && sending.answer instanceof Received received) {
            return contact(received)
                    .<Reading>map(Reading.Seen::new)
                    .orElseGet(() -> new Reading.Unreadable(
                            "the answer to " + get.name() + " holds no "
                                    + get.answer().orElseThrow() + " that could be put back",
                            outcome));
        }
        if (outcome.saysThereIsNone()) {
            return new Reading.Seen(Map.of());
        }
        return new Reading.Unreadable(get.name() + " was " + outcome.told(), outcome);
    }

    /** Sets the contact, or deletes it where there was none. */
    Outcome restore(Slot slot, Map<String, String> contact, Duration patience) {
        Draft draft;
        if (contact.isEmpty()) {
            draft = delete.draft(Map.of(Operation.TYPE, slot.type()));
        } else {
            Map<String, String> members = new LinkedHashMap<>(contact);
            members.keySet().retainAll(put.members());
            members.remove(Operation.ACCOUNT);
            members.put(Operation.TYPE, slot.type());
            draft = put.draft(members);
        }
        return send(slot, draft, patience).outcome;
    }

    private record Sending(Answer answer, Outcome outcome) {}

    private Sending send(Slot slot, Draft draft, Duration patience) {
        Access access = Optional.ofNullable(accesses.get(slot.account()))
                .orElseThrow(() -> new JournalException("the profile has nobody who could act for " + slot.account()
                        + ", of which the journal holds contacts; add its credentials"));
        Draft addressed = access.named ? draft.about(slot.account()) : draft;
        long began = time.nanos();
        Backoff backoff = Backoff.betweenTries();
        while (true) {
            Sending sending = once(access.as, addressed);
            if (!sending.outcome.mayPass() || time.since(began).compareTo(patience) > 0) {
                return sending;
            }
            time.pass(backoff.after(sending.answer, patience, time));
            backoff = backoff.longer();
        }
    }

    private Sending once(Party caller, Draft draft) {
        pace.await(draft.operation().name());
        Form form = Form.documented(draft.operation());
        Sent sent = signers.apply(caller).sign(binding.bind(draft, form, "contacts as they were"), form.signature());
        requests.incrementAndGet();
        Answer answer = wire.send(sent);
        return new Sending(answer, Outcome.of(answer));
    }

    private Optional<Map<String, String>> contact(Received answer) {
        return ErrorName.object(answer)
                .map(body -> body.get(get.answer().orElseThrow()))
                .filter(JsonNode::isObject)
                // What is neither text nor would make one cannot be put back.
                .filter(contact -> put.members().stream()
                        .noneMatch(member -> contact.path(member).isContainerNode()))
                .map(contact -> {
                    Map<String, String> members = new LinkedHashMap<>();
                    contact.properties().forEach(member -> {
                        if (put.members().contains(member.getKey())
                                && !member.getKey().equals(Operation.ACCOUNT)
                                && !member.getValue().isNull()) {
                            members.put(member.getKey(), member.getValue().asText());
                        }
                    });
                    return members;
                });
    }
}
