package accountspec.trial;

import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * A request ready to be sent.
 *
 * @param purpose the scenario that asks, or what else does
 * @param once whether the first answer counts, however it turns out: not to be waited out
 */
public record Request(Caller caller, Draft draft, Form form, String purpose, boolean once) {

    public static Request of(Caller caller, Draft draft, String purpose) {
        return new Request(caller, draft, Form.documented(draft.operation()), purpose, false);
    }

    /** Whether it is a valid request with nothing special about it. */
    public boolean isAsItIs() {
        return draft.changes().isEmpty() && form.isDocumented();
    }

    /** The account whose contact it is about. */
    public String account() {
        return draft.text(Operation.ACCOUNT).orElse(caller.accountKey());
    }

    /** What is sent, in words, for findings. */
    public String told() {
        List<String> parts = new ArrayList<>();
        parts.add(form.method() + " " + form.path());
        parts.addAll(draft.changes());
        form.told().ifPresent(parts::add);
        parts.add("by " + caller.name());
        return String.join(", ", parts);
    }
}
