package accountspec.trial;

import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the target was told to store, so far as it can be known. Immutable; the trial holds the latest. */
public final class Memory {

    static final Memory EMPTY = new Memory(Map.of());

    private final Map<Slot, Map<String, String>> contacts;

    private Memory(Map<Slot, Map<String, String>> contacts) {
        this.contacts = contacts;
    }

    /** The contact in the slot, empty if it is known to have none; nothing if nothing is known. */
    public Optional<Map<String, String>> of(Slot slot) {
        return Optional.ofNullable(contacts.get(slot));
    }

    Memory with(Slot slot, Map<String, String> contact) {
        Map<Slot, Map<String, String>> changed = new HashMap<>(contacts);
        changed.put(slot, contact);
        return new Memory(changed);
    }

    /** After the target accepted a put. */
    Memory after(Request request) {
        Draft draft = request.draft();
        Optional<String> type = draft.text(Operation.TYPE);
        boolean plain = request.form().isDocumented()
                && type.isPresent()
                && draft.members().values().stream().allMatch(Value.Text.class::isInstance);
        if (plain) {
            return with(new Slot(request.account(), type.get()), contact(draft));
        }
        // An unusual request was accepted: what it stored, and where, is the target's secret.
        return without(request.account()).without(request.caller().accountKey());
    }

    /** With nothing known about the account's contacts. */
    Memory without(String account) {
        Map<Slot, Map<String, String>> changed = new HashMap<>(contacts);
        changed.keySet().removeIf(slot -> slot.account().equals(account));
        return new Memory(changed);
    }

    /** The members of a contact as a read-back should show them: all but the account. */
    public static Map<String, String> contact(Draft draft) {
        Map<String, String> contact = new LinkedHashMap<>();
        for (String member : draft.members().keySet()) {
            if (!member.equals(Operation.ACCOUNT)) {
                draft.text(member).ifPresent(text -> contact.put(member, text));
            }
        }
        return contact;
    }
}
