package accountspec.report;

import accountspec.exchange.Printable;
import accountspec.exchange.Redaction;
import accountspec.spec.Standing;
import accountspec.verdict.Certificate;
import accountspec.verdict.ClauseResult;
import accountspec.verdict.Finding;
import accountspec.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code summary.md}: a run in Markdown, for the page that a CI server shows of a build. */
public final class Summary {

    private static final int MOST_FINDINGS = 50;

    private final Certificate certificate;
    private final Redaction redaction;
    private final StringBuilder text = new StringBuilder();

    private Summary(Certificate certificate, Redaction redaction) {
        this.certificate = certificate;
        this.redaction = redaction;
    }

    public static Path write(Path folder, Certificate certificate, RunFacts facts, Redaction redaction)
            throws IOException {
        Summary summary = new Summary(certificate, redaction);
        summary.head(facts);
        summary.findings();
        summary.unproven();
        summary.readings();
        Path file = folder.resolve("summary.md");
        Files.writeString(file, summary.text);
        return file;
    }

    private void head(RunFacts facts) {
        String word = certificate.outcome().word();
        text.append("## ")
                .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(word.substring(1))
                .append("\n\n");
        certificate.reasons().stream()
                .limit(5)
                .forEach(reason -> text.append("- ").append(safe(reason)).append('\n'));
        if (certificate.reasons().size() > 5) {
            text.append("- and ").append(certificate.reasons().size() - 5).append(" more\n");
        }
        text.append('\n')
                .append(facts.operation())
                .append(" at ")
                .append(safe(facts.endpoint()))
                .append(", depth ")
                .append(facts.depth())
                .append(": ")
                .append(certificate.scenarios().size())
                .append(" scenarios, ")
                .append(facts.requests())
                .append(String.format(
                        Locale.ROOT,
                        " requests in %.1f s, by accountspec ",
                        facts.took().toMillis() / 1000.0))
                .append(facts.version())
                .append(".\n\n");
        row("verdict", "stated", "implied", "advised", "open", "unobservable");
        row("---", "---:", "---:", "---:", "---:", "---:");
        for (Verdict verdict :
                List.of(Verdict.CONFORMS, Verdict.DEVIATES, Verdict.UNPROVEN, Verdict.NOTED, Verdict.NOT_RUN)) {
            if (certificate.count(verdict) > 0) {
                List<String> cells = new ArrayList<>(List.of(verdict.word()));
                for (Standing standing : Standing.values()) {
                    cells.add(count(verdict, standing));
                }
                row(cells.toArray(String[]::new));
            }
        }
    }

    private String count(Verdict verdict, Standing standing) {
        long count = certificate.clauses().stream()
                .filter(clause -> clause.verdict() == verdict && clause.clause().standing() == standing)
                .count();
        return count == 0 ? "" : String.valueOf(count);
    }

    private void findings() {
        if (certificate.findings().isEmpty()) {
            return;
        }
        text.append("\n### Findings\n\n");
        row("clause", "expected", "was", "sent", "scenario");
        row("---", "---", "---", "---", "---");
        for (Finding finding :
                certificate.findings().stream().limit(MOST_FINDINGS).toList()) {
            String kind = finding.waived() ? " (waived)" : finding.advisory() ? " (advice)" : "";
            row(
                    finding.clause() + kind,
                    safe(finding.deviation().expected()),
                    "**" + safe(finding.deviation().was()) + "**",
                    safe(finding.deviation().sent()),
                    "`" + finding.scenario().at() + "`"
                            + (finding.more() == 0 ? "" : " and " + finding.more() + " more"));
        }
        if (certificate.findings().size() > MOST_FINDINGS) {
            text.append("\nAnd ")
                    .append(certificate.findings().size() - MOST_FINDINGS)
                    .append(" more, in `report.json`.\n");
        }
    }

    private void unproven() {
        Map<String, List<String>> wants = new LinkedHashMap<>();
        certificate.clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.UNPROVEN)
                .forEach(clause -> wants.computeIfAbsent(clause.because().orElse(""), reason -> new ArrayList<>())
                        .add(clause.clause().id().text()));
        if (!wants.isEmpty()) {
            text.append("\n<details><summary>Unproven, and why</summary>\n\n");
            wants.forEach((reason, ids) -> text.append("- ")
                    .append(safe(reason))
                    .append(": ")
                    .append(String.join(", ", ids))
                    .append('\n'));
            text.append("\n</details>\n");
        }
    }

    private void readings() {
        Map<String, String> readings = certificate.clauses().stream()
                .filter(clause -> clause.reading().isPresent())
                .collect(Collectors.groupingBy(
                        clause -> clause.reading().get(),
                        LinkedHashMap::new,
                        Collectors.mapping(Summary::id, Collectors.joining(", "))));
        if (!readings.isEmpty()) {
            text.append("\n<details><summary>Where the page is open, this target</summary>\n\n");
            readings.forEach((reading, ids) -> text.append("- ")
                    .append(safe(reading))
                    .append(": ")
                    .append(ids)
                    .append('\n'));
            text.append("\n</details>\n");
        }
    }

    private static String id(ClauseResult clause) {
        return clause.clause().id().text();
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Nothing of it is Markdown or HTML. */
    private String safe(String words) {
        String line = redaction.in(Printable.line(words, 300));
        return line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
                .replaceAll("://", ":&#47;&#47;");
    }
}
