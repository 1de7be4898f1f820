package accountspec.cause;

import accountspec.verdict.Deviation;
import accountspec.verdict.Finding;
import java.util.List;

/**
 * One behaviour of the target, and the findings that it explains.
 *
 * @param sentence what the target does, in a few words
 * @param findings in the order of the clauses; each belongs to one cause
 * @param shown the smallest request that shows it
 */
public record Cause(String sentence, List<Finding> findings, Deviation shown) {

    public Cause {
        findings = List.copyOf(findings);
    }

    /** Ids, each once. */
    public List<String> clauses() {
        return findings.stream().map(Finding::clause).distinct().toList();
    }

    /** The finding that the smallest request is of. */
    public Finding first() {
        return findings.stream()
                .filter(finding -> finding.deviation().expected().equals(shown.expected())
                        && finding.deviation().was().equals(shown.was()))
                .findFirst()
                .orElse(findings.get(0));
    }

    /** The smallest request as a finding of its own. */
    public Finding showing() {
        Finding first = first();
        return new Finding(first.clause(), first.scenario(), first.more(), shown, first.advisory(), first.waived());
    }

    /** Whether it fails nobody. */
    public boolean isAdvisory() {
        return findings.stream().allMatch(Finding::advisory);
    }
}
