package accountspec.journal;

import accountspec.trial.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a target's contacts were before the first write.
 *
 * @param held those that could be read; empty for none
 * @param unreadable why the others could not, by account
 * @param gone why nothing can be said at all, if the target gave no usable answer
 */
public record Before(Map<Slot, Map<String, String>> held, Map<String, String> unreadable, Optional<String> gone) {

    /** The contacts that a run of this suite did not write. */
    public List<Slot> foreign(Hands hands) {
        return held.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty() && !hands.isOurs(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** With what an earlier run, which did not come to its end, found. */
    Before takingOver(Map<Slot, Map<String, String>> earlier) {
        Map<Slot, Map<String, String>> all = new LinkedHashMap<>(held);
        earlier.forEach((slot, contact) -> all.computeIfPresent(slot, (same, now) -> contact));
        return new Before(all, unreadable, gone);
    }
}
