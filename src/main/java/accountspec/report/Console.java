package accountspec.report;

import accountspec.cause.Diagnosis;
import accountspec.exchange.Printable;
import accountspec.spec.Standing;
import accountspec.verdict.Certificate;
import accountspec.verdict.ClauseResult;
import accountspec.verdict.Finding;
import accountspec.verdict.Gap;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.Score;
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
    private boolean waited;
    private Diagnosis diagnosis = Diagnosis.NONE;

    private Console(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    /**
     * @param terminal whether the stream is one
     * @param environment says what the terminal can do ({@code TERM}), and whether colours are wanted ({@code NO_COLOR})
     */
    public static Console on(PrintStream out, boolean terminal, Map<String, String> environment) {
        if (!terminal || environment.getOrDefault("TERM", "").equals("dumb")) {
            return new Console(out, Style.PLAIN);
        }
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Console(out, colours ? Style.TERMINAL : Style.COLOURLESS);
    }

    public void begin(RunFacts facts) {
        out.println(style.bold("accountspec " + facts.version()) + "  " + facts.operation());
        out.println("target    " + facts.target() + "  " + facts.endpoint());
        out.println("depth     " + facts.depth() + ", " + many(facts.planned(), "scenario"));
        out.println();
        out.flush();
    }

    /**
     * The target does not answer, or says that it cannot now.
     *
     * @param why in words
     */
    public void waiting(RunFacts facts, String why, Duration soFar, Duration atMost) {
        String what = "waiting for " + facts.endpoint() + " (" + Printable.line(why, 200) + "), ";
        if (style != Style.PLAIN) {
            writeOver(what + soFar.toSeconds() + " s of " + atMost.toSeconds() + " s");
        } else if (!waited) {
            out.println(what + "for up to " + atMost.toSeconds() + " s");
        }
        waited = true;
        out.flush();
    }

    /** One more scenario is over. */
    public void progress(ScenarioResult scenario, int planned) {
        finished++;
        if (style != Style.PLAIN) {
            String line = "%4d/%d  %s  %s"
                    .formatted(finished, planned, String.join(" ", scenario.clauses()), scenario.name());
            writeOver(shortened(line));
            if (finished == planned) {
                out.print("\r\u001b[K");
            }
            out.flush();
        }
    }

    /** In the place of the line that is there; what a narrow terminal has no room for does not begin another one. */
    private void writeOver(String line) {
        out.print("\r\u001b[K\u001b[?7l" + line + "\u001b[?7h");
    }

    /** What is behind the findings that follow. */
    public void causes(Certificate certificate, Diagnosis found) {
        diagnosis = found;
        CauseLines.of(certificate, found).forEach(out::println);
    }

    public void end(Certificate certificate, RunFacts facts, List<String> files) {
        findings(certificate, facts, false);
        findings(certificate, facts, true);
        readings(certificate);
        unproven(certificate);
        out.println(counts(certificate));
        out.println(many(certificate.scenarios().size(), "scenario") + ", " + many(facts.requests(), "request") + " in "
                + seconds(facts.took()));
        course(facts.course());
        if (!files.isEmpty()) {
            out.println();
            files.forEach(file -> out.println("  " + file));
        }
        out.println();
        if (certificate.outcome() != Certificate.Outcome.SUITE_FAILED
                && !facts.strength().score().equals(Score.UNKNOWN)) {
            out.println(facts.strength().told());
        }
        verdict(certificate);
        out.flush();
    }

    private void course(Course course) {
        out.println(course.traffic().told());
        if (!course.restored().equals("not needed")) {
            out.println("restored: " + course.restored());
            course.contacts().stream().limit(12).forEach(line -> out.println("  " + Printable.line(line, 400)));
            course.journal().ifPresent(journal -> out.println("  finish it with: accountspec restore " + journal));
        }
    }

    /** What will be written over for good, told before the first request. */
    public void warn(List<String> warnings) {
        if (!warnings.isEmpty()) {
            out.println(style.bold("Before it begins"));
            warnings.forEach(line -> out.println("  " + Printable.line(line, 400)));
            out.println();
            out.flush();
        }
    }

    private void verdict(Certificate certificate) {
        String word = certificate.outcome().word().toUpperCase(Locale.ROOT);
        out.println(style.verdict(certificate.outcome().exitStatus() == 0, word) + "  (exit status "
                + certificate.outcome().exitStatus() + ")");
        List<String> reasons = reasons(certificate);
        int shown = 12;
        reasons.stream().limit(shown).forEach(reason -> out.println("  " + Printable.line(reason, 800)));
        if (reasons.size() > shown) {
            out.println("  and " + (reasons.size() - shown) + " more");
        }
    }

    /** What the profile does not offer was told before, with what to do about it: once is enough. */
    private static List<String> reasons(Certificate certificate) {
        List<String> told = certificate.gaps().stream()
                .filter(Gap::notOffered)
                .map(gap -> " unproven: " + gap.reason())
                .toList();
        List<String> reasons = new ArrayList<>(certificate.reasons());
        if (reasons.removeIf(reason -> told.stream().anyMatch(reason::endsWith))) {
            reasons.add("what is unproven needs what the profile does not offer; see above");
        }
        return reasons;
    }

    private void findings(Certificate certificate, RunFacts facts, boolean advisory) {
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
            String more = finding.more() == 0 ? "" : ", and " + many(finding.more(), "more scenario");
            fact("where", finding.scenario().at() + "  " + finding.scenario().name() + more);
            if (facts.course().repeats().containsKey(finding.clause())) {
                fact("repeats", facts.course().repeats().get(finding.clause()).told());
            }
            fact("again", facts.command() + " --clause " + finding.clause());
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

    /** By what is missing, and by what to do about it: one thing often stands in the way of many clauses. */
    private void unproven(Certificate certificate) {
        if (certificate.gaps().isEmpty()) {
            return;
        }
        out.println(style.bold("Unproven"));
        Map<String, List<Gap>> byRemedy = new LinkedHashMap<>();
        certificate
                .gaps()
                .forEach(gap -> byRemedy.computeIfAbsent(gap.remedy().orElse(gap.reason()), first -> new ArrayList<>())
                        .add(gap));
        for (List<Gap> gaps : byRemedy.values()) {
            for (Gap gap : gaps) {
                wrapped("  ", String.join(", ", gap.clauses()));
                out.println("      " + Printable.line(gap.reason(), 300));
            }
            gaps.get(0).remedy().ifPresent(this::remedy);
        }
        out.println();
    }

    private void remedy(String yaml) {
        List<String> lines = yaml.lines().toList();
        if (lines.size() == 1) {
            out.println("      the profile lacks: " + yaml);
        } else {
            out.println("      the profile lacks:");
            lines.forEach(line -> out.println("        " + line));
        }
    }

    private void wrapped(String indent, String text) {
        String rest = text;
        while (indent.length() + rest.length() > WIDTH && rest.lastIndexOf(", ", WIDTH - indent.length()) > 0) {
            int end = rest.lastIndexOf(", ", WIDTH - indent.length()) + 1;
            out.println(indent + rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        out.println(indent + rest);
    }

    private static String counts(Certificate certificate) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.CONFORMS, Verdict.DEVIATES, Verdict.UNPROVEN, Verdict.NOTED)) {
            long bound = certificate.clauses().stream()
                    .filter(clause ->
                            clause.verdict() == verdict && clause.clause().standing() != Standing.ADVISED)
                    .count();
            if (bound > 0) {
                parts.add(bound + " " + (bound > 1 ? plural(verdict) : verdict.word()));
            }
        }
        return "Clauses: " + String.join(", ", parts)
                + certificate.advice().map(advice -> "; " + advice).orElse("");
    }

    private static String plural(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> "conform";
            case DEVIATES -> "deviate";
            default -> verdict.word();
        };
    }

    private static String many(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static String shortened(String text) {
        String line = Printable.line(text, 500);
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    /** A terminal, with colours or without, or a file. */
    private enum Style {
        TERMINAL,
        COLOURLESS,
        PLAIN;

        String bold(String text) {
            return this == TERMINAL ? "\u001b[1m" + text + "\u001b[0m" : text;
        }

        String verdict(boolean good, String word) {
            return this == TERMINAL ? (good ? "\u001b[1;32m" : "\u001b[1;31m") + word + "\u001b[0m" : word;
        }
    }
}
