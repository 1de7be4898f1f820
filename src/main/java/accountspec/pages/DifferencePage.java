package accountspec.pages;

import accountspec.exchange.Printable;
import accountspec.report.Change;
import accountspec.report.Change.Matter;
import accountspec.report.Difference;
import accountspec.report.DifferenceText;
import accountspec.report.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What changed from one run to another, on a page.
 *
 * @param css the class that colours its verdict
 * @param note what to know before reading on; empty for nothing
 */
public record DifferencePage(
        Sheet sheet, String css, String told, String note, List<Side> sides, List<Section> sections) {

    private static final int LONGEST = 400;

    /** One of the two runs. */
    public record Side(String name, String at, String result, String target, String endpoint, String by) {}

    /** The changes of one kind. */
    public record Section(String anchor, String title, List<Row> rows) {}

    /**
     * One change.
     *
     * @param tone the verdict whose colour it has
     */
    public record Row(String became, String tone, String name, String was, String is, String because) {}

    /** @param thenAt what was compared, as it was typed */
    public static void write(Path file, Difference difference, String thenAt, String nowAt) throws IOException {
        DifferencePage page = new DifferencePage(
                Sheet.bundled(),
                difference.isWorse() ? "deviates" : difference.isUndecided() ? "unproven" : "conforms",
                difference.told(),
                difference.isOfTwoTargets() ? "These are two targets, not one at two times." : "",
                List.of(side("then", difference.then(), thenAt), side("now", difference.now(), nowAt)),
                Stream.of(Matter.values())
                        .filter(matter -> !difference.of(matter).isEmpty())
                        .map(matter -> section(matter, difference.of(matter)))
                        .toList());
        ReportPage.render("diff.jte", page, file);
    }

    private static Side side(String name, RunReport report, String at) {
        return new Side(
                name,
                shown(at),
                shown(report.result()),
                shown(report.target()),
                shown(report.endpoint()),
                shown("depth " + report.depth() + ", accountspec " + report.suite()));
    }

    private static Section section(Matter matter, List<Change> changes) {
        return new Section(
                matter.name().toLowerCase(Locale.ROOT),
                DifferenceText.title(matter),
                changes.stream().map(DifferencePage::row).toList());
    }

    private static Row row(Change change) {
        return new Row(
                change.worse() ? "worse" : change.became(),
                change.worse() ? "deviates" : "noted",
                shown(change.name()),
                shown(change.was().orElse("")),
                shown(change.is().orElse("")),
                change.because());
    }

    private static String shown(String text) {
        return Printable.line(text, LONGEST);
    }
}
