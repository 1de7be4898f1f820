package accountspec.trial;

import accountspec.checks.Contacts;
import accountspec.exchange.Received;
import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Operation;
import accountspec.outcome.ErrorName;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.target.Patience;
import accountspec.verdict.Unproven;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hamcrest.Matcher;

/**
 * Reads stored contacts back through the sibling operation.
 *
 * <p>AWS's reads are eventually consistent: a read that does not show what it should is repeated until the target's time
 * to settle is over, and a target that was once seen to lag is given that lag before a read that should show no change.
 */
public final class ContactReader {

    private final Trial trial;
    private final Courier courier;
    private final Patience patience;
    private final Time time;
    private Duration lag = Duration.ZERO;
    private int waitsInVain;

    ContactReader(Trial trial, Courier courier, Patience patience, Time time) {
        this.trial = trial;
        this.courier = courier;
        this.patience = patience;
        this.time = time;
    }

    /**
     * Reads until the contact is as expected, or the time to settle is over.
     *
     * @return the last contact read, empty for none
     */
    public Map<String, String> settled(Caller owner, String type, Matcher<Map<String, String>> expected) {
        long began = time.nanos();
        Backoff backoff = Backoff.betweenLooks();
        Map<String, String> contact = read(owner, type);
        boolean waited = false;
        while (!expected.matches(contact)
                && time.since(began).compareTo(timeToSettle()) < 0
                && trial.hopeless().isEmpty()) {
            waited = true;
            time.pass(backoff.pause());
            backoff = backoff.longer();
            contact = read(owner, type);
        }
        if (!expected.matches(contact)) {
            waitsInVain++;
        } else {
            Duration took = time.since(began);
            lag = waited && took.compareTo(lag) > 0 ? took : lag;
        }
        return contact;
    }

    /** Reads once, and takes what comes. */
    public Map<String, String> now(Caller owner, String type) {
        return read(owner, type);
    }

    /** Patience is not spent again and again: after a few waits in vain, several times the longest lag seen will do. */
    private Duration timeToSettle() {
        Duration enough = lag.multipliedBy(4).plus(patience.settle().dividedBy(50));
        return waitsInVain < 3 || enough.compareTo(patience.settle()) > 0 ? patience.settle() : enough;
    }

    /** As {@link #settled}, once a change that should not be there has had time to show. */
    public Map<String, String> unchanged(Caller owner, String type, Matcher<Map<String, String>> expected) {
        if (!lag.isZero()) {
            time.pass(lag.plus(lag.dividedBy(2)));
        }
        return settled(owner, type, expected);
    }

    private Map<String, String> read(Caller owner, String type) {
        Cast cast = trial.cast();
        Operation get = cast.reading();
        Draft draft = get.draft(Map.of(Operation.TYPE, type));
        Caller reader = owner;
        if (owner.signer().isEmpty()) {
            reader = cast.keeperOf(owner);
            draft = draft.about(cast.account(owner));
        }
        Sending sending = courier.deliver(Request.of(reader, draft, "read back"), trial::harmlessWitness);
        if (sending.outcome() instanceof Accepted) {
            Map<String, String> contact = contact((Received) sending.exchange().answer(), get);
            if (!contact.isEmpty()) {
                // It was asked for by its type, and need not say it again.
                contact.putIfAbsent(Operation.TYPE, type);
            }
            return contact;
        }
        if (sending.outcome().saysThereIsNone()) {
            return Map.of();
        }
        throw Unproven.because("the contact of " + owner.name() + " could not be read back: " + get.name() + " was "
                + sending.outcome().told());
    }

    private static Map<String, String> contact(Received answer, Operation get) {
        JsonNode contact = ErrorName.object(answer)
                .map(body -> body.get(get.answer().orElseThrow()))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Unproven.because("the contact could not be read back: the answer to " + get.name()
                        + " holds no JSON object " + get.answer().orElseThrow()));
        Map<String, String> members = new LinkedHashMap<>();
        contact.properties().forEach(member -> {
            if (!member.getValue().isNull()) { // absent, and not the word null
                members.put(member.getKey(), text(member.getValue()));
            }
        });
        return members;
    }

    /** What is no string is never what was sent, whatever text it would make; nothing is ever sent that reads like this. */
    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : new Value.Json(value.toString()).told();
    }

    /** What the owner's contact of the type is known to be; nothing if nothing is. */
    public Optional<Map<String, String>> known(Caller owner, String type) {
        return trial.memory().of(new Slot(owner.accountKey(), type));
    }

    /** Deletes the owner's contact, so that there is none. */
    public void clear(Caller owner, String type) {
        Operation delete = trial.cast().deleting();
        Sending sending = courier.deliver(
                Request.of(owner, delete.draft(Map.of(Operation.TYPE, type)), "clear"), trial::harmlessWitness);
        boolean cleared = sending.outcome() instanceof Accepted
                || sending.outcome() instanceof Refused refused && refused.status() == 404;
        if (!cleared) {
            throw Unproven.because("the contact of " + owner.name() + " could not be deleted: " + delete.name()
                    + " was " + sending.outcome().told());
        }
        trial.remember(new Slot(owner.accountKey(), type), Map.of());
        Matcher<Map<String, String>> none = Contacts.contact(Map.of());
        if (!none.matches(settled(owner, type, none))) {
            throw Unproven.because("the contact of " + owner.name() + " is still there after " + delete.name());
        }
    }
}
