package accountspec.cause;

import accountspec.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is behind a certificate's findings.
 *
 * @param causes the weightiest first; every finding belongs to just one
 * @param measured what the target was measured to do, by clause
 */
public record Diagnosis(List<Cause> causes, Map<String, List<String>> measured) {

    /** Of a certificate that nobody has looked into. */
    public static final Diagnosis NONE = new Diagnosis(List.of(), Map.of());

    /** Whether no other finding of the same cause stands for it. */
    public boolean isToldInFull(Finding finding) {
        return causes.stream()
                .filter(cause -> cause.findings().contains(finding))
                .allMatch(cause -> cause.first().equals(finding));
    }

    /** As one line, if anything was measured. */
    public Optional<String> measured(Finding finding) {
        return Optional.ofNullable(measured.get(finding.clause())).map(told -> String.join("; ", told));
    }
}
