package accountspec.cli;

import accountspec.exchange.Printable;
import accountspec.spec.Page;
import accountspec.spec.PageDifference;
import accountspec.spec.PageMap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a copy of AWS's page with the one the clauses were written from. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        header = "Show what a new copy of AWS's page changes.",
        description = {
            "",
            "Sentences that are new, gone or changed, and the clauses to look at again.",
            "Exit status: 0 nothing changed, 1 something did, 2 the file cannot be read.",
            ""
        })
final class PageCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The page, copied as text.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PageMap map = PageMap.bundled();
        PageDifference difference = map.compare(Page.load(file));
        PrintWriter out = spec.commandLine().getOut();
        if (difference.isEmpty()) {
            out.println("The page says what it said in " + map.retrieved() + ": all "
                    + map.sentences().size() + " sentences are the same.");
            return 0;
        }
        for (PageDifference.Change change : difference.changes()) {
            out.println("%-8s %s".formatted(change.kind().name().toLowerCase(Locale.ROOT), change.place()));
            change.text().ifPresent(text -> out.println("         \"" + Printable.line(text, 500) + "\""));
            if (!change.clauses().isEmpty()) {
                out.println("         look again at "
                        + String.join(
                                ", ",
                                change.clauses().stream().map(Object::toString).toList()));
            }
        }
        return 1;
    }
}
