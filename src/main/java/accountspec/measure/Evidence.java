package accountspec.measure;

import accountspec.operation.Operation;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.trial.Caller;
import accountspec.trial.Sending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts of one member that the target accepted, and those that it refused for their own sake. */
final class Evidence {

    private final Map<String, Boolean> texts = new LinkedHashMap<>();

    /**
     * What the run has told already.
     *
     * @param plain the caller whose refusals are no matter of who calls
     */
    static Evidence of(String member, List<Sending> met, Caller plain) {
        Evidence evidence = new Evidence();
        met.forEach(sending -> evidence.note(member, sending, plain));
        return evidence;
    }

    private void note(String member, Sending sending, Caller plain) {
        sending.request().draft().text(member).ifPresent(text -> {
            if (sending.outcome() instanceof Accepted) {
                texts.put(text, true);
            } else if (sending.outcome() instanceof Refused && isToBlame(member, sending, plain)) {
                texts.put(text, false);
            }
        });
    }

    private static boolean isToBlame(String member, Sending sending, Caller plain) {
        return sending.request().draft().differsOnlyIn(member)
                && (member.equals(Operation.ACCOUNT)
                        || sending.request().caller().equals(plain)
                                && !sending.request().draft().has(Operation.ACCOUNT));
    }

    void add(String text, boolean accepted) {
        texts.put(text, accepted);
    }

    Optional<Boolean> of(String text) {
        return Optional.ofNullable(texts.get(text));
    }

    List<String> accepted() {
        return with(true);
    }

    List<String> refused() {
        return with(false);
    }

    private List<String> with(boolean accepted) {
        return texts.entrySet().stream()
                .filter(text -> text.getValue() == accepted)
                .map(Map.Entry::getKey)
                .toList();
    }
}
