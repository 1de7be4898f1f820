package accountspec.report;

import accountspec.cause.Diagnosis;
import accountspec.exchange.Printable;
import accountspec.spec.Standing;
import accountspec.verdict.Certificate;
import accountspec.verdict.ClauseResult;
import accountspec.verdict.Finding;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.Verdict;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells a person at a terminal: how far the run is, and in the end what came of it. */
public final class Console {

    private static final int WIDTH = 100;

    private final PrintStream out;
    private final Style style;
    private int finished;
    private Diagnosis diagnosis = Diagnosis.NONE;

    private Console(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** @param terminal whether the stream is one, and takes colours and a line that is written over */
    public static Console on(PrintStream out, boolean terminal) {
        return new Console(out, terminal ? Style.TERMINAL : Style.PLAIN);
    }

    public void begin(RunFacts facts) {
        out.println(style.bold("accountspec " + facts.version()) + "  PutAlternateContact");
        out.println("target    " + facts.target() + "  " + facts.endpoint());
        out.println("depth     " + facts.depth() + ", " + facts.planned() + " scenarios");
        out.println();
        out.flush();
    }

    /** One more scenario is over. */
    public void progress(ScenarioResult scenario, int planned) {
        finished++;
        if (style == Style.TERMINAL) {
            String line = "%4d/%d  %s  %s"
                    .formatted(finished, planned, String.join(" ", scenario.clauses()), scenario.name());
            out.print("\r\u001b[K" + shortened(line));
            if (finished == planned) {
                out.print("\r\u001b[K");
            }
            out.flush();
        }
    }

    /** What is behind the findings that follow. */
    public void causes(Certificate certificate, Diagnosis found) {
        diagnosis = found;
        CauseLines.of(certificate, found).forEach(out::println);
    }

    public void end(Certificate certificate, RunFacts facts, List<String> files) {
        findings(certificate, false);
        findings(certificate, true);
        readings(certificate);
        unproven(certificate);
        out.println(counts(certificate));
        out.println("%d scenarios, %d requests in %s"
                .formatted(certificate.scenarios().size(), facts.requests(), seconds(facts.took())));
        if (!files.isEmpty()) {
            out.println();
            files.forEach(file -> out.println("  " + file));
        }
        out.println();
        verdict(certificate);
        out.flush();
    }

    private void verdict(Certificate certificate) {
        String word = certificate.outcome().word().toUpperCase(Locale.ROOT);
        out.println(style.verdict(certificate.outcome().exitStatus() == 0, word) + "  (exit status "
                + certificate.outcome().exitStatus() + ")");
        int shown = 12;
        certificate.reasons().stream().limit(shown).forEach(reason -> out.println("  " + Printable.line(reason, 600)));
        if (certificate.reasons().size() > shown) {
            out.println("  and " + (certificate.reasons().size() - shown) + " more");
        }
    }

    private void findings(Certificate certificate, boolean advisory) {
        List<Finding> findings = certificate.findings().stream()
                .filter(finding -> finding.advisory() == advisory)
                .toList();
        if (findings.isEmpty()) {
            return;
        }
        out.println(style.bold(advisory ? "Advice (the page is silent; fails nobody)" : "Findings"));
        out.println();
        List<Finding> full = findings.stream().filter(diagnosis::isToldInFull).toList();
        for (Finding finding : full) {
            String clause = certificate.clauses().stream()
                    .filter(result -> result.clause().id().text().equals(finding.clause()))
                    .map(result -> result.clause().text())
                    .findFirst()
                    .orElse("");
            out.println("  clause    " + style.bold(finding.clause()) + "  " + clause
                    + (finding.waived() ? "  [waived]" : ""));
            fact("expected", finding.deviation().expected());
            fact("was", finding.deviation().was());
            diagnosis.measured(finding).ifPresent(told -> fact("measured", told));
            fact("sent", finding.deviation().sent());
            String more = finding.more() == 0 ? "" : ", and " + finding.more() + " more scenarios";
            fact("where", finding.scenario().at() + "  " + finding.scenario().name() + more);
            out.println();
        }
        int others = findings.size() - full.size();
        if (others > 0) {
            out.println("  " + others + (others == 1 ? " more, " : " more, each ")
                    + "under its cause above, and in full in report.json");
            out.println();
        }
    }

    private void fact(String name, String text) {
        out.println("  %-9s %s".formatted(name, Printable.line(text, 600)));
    }

    private void readings(Certificate certificate) {
        List<ClauseResult> open = certificate.clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.NOTED)
                .toList();
        if (!open.isEmpty()) {
            out.println(style.bold("Where the page is open, this target") + " (noted, judged nowhere)");
            for (ClauseResult clause : open) {
                out.println("  %-15s %-9s %s"
                        .formatted(
                                clause.clause().id(),
                                clause.reading().orElse(""),
                                shortened(clause.clause().text())));
            }
            out.println();
        }
    }

    /** By what is missing: one thing often stands in the way of many clauses. */
    private void unproven(Certificate certificate) {
        Map<String, List<String>> clauses = new LinkedHashMap<>();
        certificate.clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.UNPROVEN)
                .forEach(clause -> clauses.computeIfAbsent(clause.because().orElse(""), reason -> new ArrayList<>())
                        .add(clause.clause().id().text()));
        if (!clauses.isEmpty()) {
            out.println(style.bold("Unproven"));
            clauses.forEach((reason, ids) -> {
                out.println("  " + String.join(", ", ids));
                out.println("      " + Printable.line(reason, 300));
            });
            out.println();
        }
    }

    private static String counts(Certificate certificate) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.CONFORMS, Verdict.DEVIATES, Verdict.UNPROVEN, Verdict.NOTED)) {
            long bound = certificate.clauses().stream()
                    .filter(clause ->
                            clause.verdict() == verdict && clause.clause().standing() != Standing.ADVISED)
                    .count();
            if (bound > 0) {
                parts.add(bound + " " + verdict.word());
            }
        }
        List<ClauseResult> advised = certificate.clauses().stream()
                .filter(clause -> clause.clause().standing() == Standing.ADVISED)
                .toList();
        long followed = advised.stream()
                .filter(clause -> clause.verdict() == Verdict.CONFORMS)
                .count();
        return "Clauses: " + String.join(", ", parts) + "; advice followed in " + followed + " of " + advised.size();
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static String shortened(String text) {
        String line = Printable.line(text, 500);
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    /** With colours, or without. */
    private enum Style {
        TERMINAL,
        PLAIN;

        String bold(String text) {
            return this == TERMINAL ? "\u001b[1m" + text + "\u001b[0m" : text;
        }

        String verdict(boolean good, String word) {
            return this == TERMINAL ? (good ? "\u001b[1;32m" : "\u001b[1;31m") + word + "\u001b[0m" : word;
        }
    }
}
