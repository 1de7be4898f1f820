package accountspec.measure;

import accountspec.notation.Value;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome.Accepted;
import java.util.Optional;

/** What becomes of a value that is put. */
final class Stored {

    private Stored() {}

    /** The member as it is read back at once, if it is accepted and there is anything to be read. */
    static Optional<String> after(Probes probes, String member, String text) {
        return probes.put(() -> probes.trial().validDraft().with(member, new Value.Text(text)))
                .filter(sending -> sending.outcome() instanceof Accepted)
                .flatMap(sending -> sending.request().draft().text(Operation.TYPE))
                .flatMap(probes::read)
                .map(contact -> contact.getOrDefault(member, ""));
    }
}
