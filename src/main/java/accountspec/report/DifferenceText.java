package accountspec.report;

import accountspec.exchange.Printable;
import accountspec.report.Change.Matter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A difference for people: for a terminal, and in Markdown. */
public final class DifferenceText {

    private static final int LONGEST = 400;

    private DifferenceText() {}

    /** @param thenAt what was compared, as it was typed */
    public static List<String> lines(Difference difference, String thenAt, String nowAt) {
        List<String> lines = new ArrayList<>();
        lines.add("then      " + side(difference.then(), thenAt));
        lines.add("now       " + side(difference.now(), nowAt));
        if (difference.isOfTwoTargets()) {
            lines.add("          These are two targets, not one at two times.");
        }
        for (Matter matter : Matter.values()) {
            List<Change> changes = difference.of(matter);
            if (!changes.isEmpty()) {
                lines.add("");
                lines.add(title(matter));
                changes.forEach(change -> lines.add("  %-8s  %s  [%s]"
                        .formatted(word(change), Printable.line(change.told(), LONGEST), change.because())));
            }
        }
        lines.add("");
        lines.add(difference.told());
        return lines;
    }

    public static String markdown(Difference difference, String thenAt, String nowAt) {
        StringBuilder text = new StringBuilder("## ").append(difference.told()).append("\n\n");
        row(text, "", "report", "target", "endpoint", "suite", "depth", "result");
        row(text, "---", "---", "---", "---", "---", "---", "---");
        side(text, "then", difference.then(), thenAt);
        side(text, "now", difference.now(), nowAt);
        if (difference.isOfTwoTargets()) {
            text.append("\nThese are two targets, not one at two times.\n");
        }
        for (Matter matter : Matter.values()) {
            List<Change> changes = difference.of(matter);
            if (!changes.isEmpty()) {
                text.append("\n### ").append(title(matter)).append("\n\n");
                row(text, "", matter == Matter.CAUSE ? "cause" : "", "was", "is", "because of");
                row(text, "---", "---", "---", "---", "---");
                changes.forEach(change -> row(
                        text,
                        change.worse() ? "**worse**" : word(change),
                        safe(change.name()),
                        safe(change.was().orElse("")),
                        safe(change.is().orElse("")),
                        change.because()));
            }
        }
        return text.toString();
    }

    private static String word(Change change) {
        return change.worse() ? "worse" : change.became();
    }

    public static String title(Matter matter) {
        return switch (matter) {
            case RUN -> "The run";
            case CLAUSE -> "Clauses";
            case FINDING -> "Findings";
            case CAUSE -> "Causes";
        };
    }

    private static String side(RunReport report, String at) {
        UnaryOperator<String> line = text -> Printable.line(text, 200);
        return at + ": " + line.apply(report.result()) + ", " + line.apply(report.target()) + " at "
                + line.apply(report.endpoint()) + ", depth " + line.apply(report.depth()) + ", by accountspec "
                + line.apply(report.suite());
    }

    private static void side(StringBuilder text, String when, RunReport report, String at) {
        row(
                text,
                when,
                safe(at),
                safe(report.target()),
                safe(report.endpoint()),
                safe(report.suite()),
                safe(report.depth()),
                safe(report.result()));
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Nothing of it is Markdown or HTML. */
    private static String safe(String words) {
        return Printable.line(words, LONGEST)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
                .replaceAll("://", ":&#47;&#47;");
    }
}
