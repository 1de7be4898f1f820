package accountspec.report;

import accountspec.cause.Cause;
import accountspec.cause.Diagnosis;
import accountspec.exchange.Printable;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/** Causes for the console: what the target does, the smallest request that shows it, and the findings underneath. */
final class CauseLines {

    private static final int LONGEST = 300;

    private CauseLines() {}

    /** Nothing where there is but one finding: it speaks for itself. */
    static List<String> of(Certificate certificate, Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        int findings = certificate.findings().size();
        if (findings > 1) {
            int causes = diagnosis.causes().size();
            lines.add("What is behind it: " + causes + (causes == 1 ? " cause of " : " causes of ") + findings
                    + " findings");
            lines.add("");
            diagnosis.causes().forEach(cause -> add(lines, cause));
        }
        return lines;
    }

    private static void add(List<String> lines, Cause cause) {
        lines.add("  " + Printable.line(cause.sentence(), LONGEST) + (cause.isAdvisory() ? "  [advice]" : ""));
        lines.add("    sent  " + Printable.line(cause.shown().sent(), LONGEST));
        for (String clause : cause.clauses()) {
            List<Finding> findings = cause.findings().stream()
                    .filter(finding -> finding.clause().equals(clause))
                    .toList();
            int scenarios =
                    findings.stream().mapToInt(finding -> finding.more() + 1).sum();
            lines.add("    %-15s %s%s"
                    .formatted(
                            clause,
                            Printable.line(findings.get(0).scenario().name(), LONGEST),
                            scenarios == 1 ? "" : ", and " + (scenarios - 1) + " more"));
        }
        lines.add("");
    }
}
