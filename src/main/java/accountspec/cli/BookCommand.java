package accountspec.cli;

import accountspec.pages.BookPage;
import accountspec.run.FeatureTexts;
import accountspec.spec.ClauseBook;
import accountspec.spec.PageMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes one readable page of the features. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        header = "Write the features as one HTML book for reviewers.",
        description = {
            "",
            "Every statement of AWS's page in its order, beside the rules and examples that try it; and which sentence of"
                    + " the page is answered where, in both directions.",
            ""
        })
final class BookCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "reports/book.html",
            description = "Where to write. Default: reports/book.html.")
    private Path file = Path.of("reports/book.html");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        BookPage.write(file, Version.current(), ClauseBook.bundled(), PageMap.bundled(), FeatureTexts.load());
        spec.commandLine().getOut().println(file);
        return 0;
    }
}
