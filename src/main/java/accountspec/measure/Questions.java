package accountspec.measure;

import java.util.Optional;

/** Whether one member's texts are accepted: told from memory, and asked only where the run has left it open. */
record Questions(String member, Evidence evidence, Probes probes) {

    Optional<Boolean> accepts(String text) {
        Optional<Boolean> known = evidence.of(text);
        if (known.isPresent()) {
            return known;
        }
        Optional<Boolean> told = probes.accepts(member, text);
        told.ifPresent(accepted -> evidence.add(text, accepted));
        return told;
    }

    boolean surelyAccepts(String text) {
        return accepts(text).orElse(false);
    }

    boolean surelyRefuses(String text) {
        return !accepts(text).orElse(true);
    }
}
