package accountspec.cli;

import accountspec.exchange.Printable;
import accountspec.spec.Page;
import accountspec.spec.PageDifference;
import accountspec.spec.PageMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a copy of AWS's page with the one the clauses were written from. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        header = "Show what a new copy of AWS's page changes.",
        description = {
            "",
            "Sentences that are new, gone or changed, and the clauses to look at again. With --write, page.yaml in the"
                    + " checkout gets the fingerprints of this copy, and marks for its editor every sentence that no"
                    + " clause answers for yet.",
            "Exit status: 0 nothing changed, 1 something did, 2 the file cannot be read.",
            ""
        })
final class PageCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The page, copied as text.")
    private Path file;

    @Option(names = "--write", description = "Write the fingerprints of this copy into the checkout's page.yaml.")
    private boolean write;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
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
        out.println();
        if (write) {
            write(map);
            out.println(
                    PageMap.IN_CHECKOUT + " has this copy's fingerprints now. Name the clauses of each sentence marked"
                            + " there, and write those that are missing; mvn verify complains as long as a sentence has none.");
        } else {
            out.println("To go on from this copy: ./accountspec page --write " + file);
        }
        out.flush();
        return 1;
    }

    private void write(PageMap map) throws IOException {
        if (!Files.exists(PageMap.IN_CHECKOUT)) {
            throw new IOException("no " + PageMap.IN_CHECKOUT + " in "
                    + Path.of("").toAbsolutePath() + "; run this at the root of the checkout");
        }
        Files.writeString(
                PageMap.IN_CHECKOUT,
                map.yamlToEdit(Page.load(file), YearMonth.now().toString()));
    }
}
