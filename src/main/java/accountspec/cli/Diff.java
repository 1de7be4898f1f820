package accountspec.cli;

import accountspec.pages.DifferencePage;
import accountspec.report.Difference;
import accountspec.report.DifferenceText;
import accountspec.report.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changed from one run to another, and whose doing it is. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        header = "Tell what changed from one run to another, and whether the target got worse.",
        description = {
            "",
            "Clauses, findings and causes that appeared, went or changed, each with what it comes from: the target, the"
                    + " suite, AWS's page, the profile, or the selection of scenarios. Where the reports alone cannot"
                    + " tell, it names all that come into question.",
            "Exit status: 0 the target did not get worse, or that cannot be told, 1 it got worse, 2 a report cannot be"
                    + " read.",
            ""
        })
final class Diff implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "The report.json of the earlier run, or the folder that it is in.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The same of the later run.")
    private Path after;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write it there in Markdown as well.")
    private @Nullable Path markdown;

    @Option(names = "--html", paramLabel = "FILE", description = "Write it there as a page as well, in one file.")
    private @Nullable Path html;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Difference difference = Difference.between(RunReport.read(before), RunReport.read(after));
        PrintWriter out = spec.commandLine().getOut();
        DifferenceText.lines(difference, before.toString(), after.toString()).forEach(out::println);
        out.flush();
        if (markdown != null) {
            makeFolder(markdown);
            // As bytes: half a surrogate pair becomes a question mark, and not an exception.
            Files.write(
                    markdown,
                    DifferenceText.markdown(difference, before.toString(), after.toString())
                            .getBytes(StandardCharsets.UTF_8));
        }
        if (html != null) {
            makeFolder(html);
            DifferencePage.write(html, difference, before.toString(), after.toString());
        }
        return difference.isWorse() ? 1 : 0;
    }

    private static void makeFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }
}
