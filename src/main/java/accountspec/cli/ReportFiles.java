package accountspec.cli;

import accountspec.report.AllureFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run leaves in its folder. What the last run left there goes first; other files stay.
 *
 * @param folder exists
 */
record ReportFiles(Path folder) {

    private static final List<String> NAMES = List.of(
            "report.json",
            "as-built.yaml",
            "junit.xml",
            "cucumber.html",
            "cucumber.ndjson",
            "allure-results",
            "allure-report");

    /** @throws IOException when the folder cannot be written to, in words for whoever named it */
    static ReportFiles in(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            for (String name : NAMES) {
                delete(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new IOException(
                    "cannot write reports to " + folder.toAbsolutePath() + ": " + words(e)
                            + ". Name another folder with --reports",
                    e);
        }
        return new ReportFiles(folder);
    }

    Path allureResults() {
        return folder.resolve("allure-results");
    }

    Path allureReport() {
        return folder.resolve("allure-report");
    }

    /** Cucumber's own formats, and Allure's. */
    List<String> plugins() {
        return List.of(
                "html:" + folder.resolve("cucumber.html"),
                "message:" + folder.resolve("cucumber.ndjson"),
                AllureFiles.PLUGIN);
    }

    /** For the end of the console's output. */
    List<String> told() {
        return List.of(
                folder.resolve("report.json")
                        + "  the verdicts, for programs; each finding has a curl that sends its request again",
                folder.resolve("as-built.yaml") + "  the contract as the target has it, beside the documented one",
                folder.resolve("junit.xml") + "  for CI servers",
                folder.resolve("allure-report/index.html") + "  every scenario with its exchanges, for people",
                folder.resolve("cucumber.html") + "  the features with their results");
    }

    private static String words(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "not allowed";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "that is a file";
        }
        return e instanceof NoSuchFileException ? "there can be no such folder" : String.valueOf(e.getMessage());
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
