package accountspec.cli;

import accountspec.exchange.Redaction;
import accountspec.exchange.SecretSearch;
import accountspec.pages.Cause;
import accountspec.pages.ReportPage;
import accountspec.report.AllureFiles;
import accountspec.report.AllurePlugin;
import accountspec.report.Badge;
import accountspec.report.Curl;
import accountspec.report.JUnitXml;
import accountspec.report.ReportJson;
import accountspec.report.RunFacts;
import accountspec.report.Sarif;
import accountspec.report.Summary;
import accountspec.run.CucumberFiles;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import accountspec.verdict.Repeat;
import accountspec.verdict.Score;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run leaves in its folder. What the last run left there goes first; other files stay. The folder is the run's alone
 * until this is closed.
 *
 * @param folder exists
 * @param history what Allure's report of the last run knew of those before it
 * @param lock held as long as the run writes
 */
record ReportFiles(Path folder, Map<String, byte[]> history, FileChannel lock) implements AutoCloseable {

    private static final String LOCK = ".accountspec.lock";

    private static final List<String> NAMES = List.of(
            "index.html",
            "report.json",
            "report.schema.json",
            "as-built.yaml",
            "junit.xml",
            "results.sarif",
            "summary.md",
            "badge.json",
            "badge.svg",
            "exchanges.jsonl",
            "exchanges.har",
            "cucumber.html",
            "cucumber.ndjson",
            "allure-results",
            "allure-report");

    /** @throws IOException when the folder cannot be written to, in words for whoever named it */
    static ReportFiles in(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            FileChannel lock = locked(folder);
            try {
                Map<String, byte[]> history = AllureFiles.history(folder.resolve("allure-report"));
                for (String name : NAMES) {
                    delete(folder.resolve(name));
                }
                return new ReportFiles(folder, history, lock);
            } catch (IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IOException(
                    "cannot write reports to " + folder.toAbsolutePath() + ": " + words(e)
                            + ". Name another folder with --reports",
                    e);
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            channel.close();
            throw new IOException("another run is writing there");
        }
        return channel;
    }

    private static boolean isTaken(FileChannel channel) {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false; // some file systems know no locks, and take reports all the same
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        Files.deleteIfExists(folder.resolve(LOCK));
    }

    Path recording() {
        return folder.resolve("exchanges.jsonl");
    }

    /** Everything but Allure's and Cucumber's files. */
    void write(
            Certificate certificate, RunFacts facts, Insight insight, Evidence evidence, Curl curl, Redaction redaction)
            throws IOException {
        ReportJson.write(
                folder,
                certificate,
                insight.diagnosis(),
                facts,
                redaction,
                finding -> evidence.of(finding).map(curl::of).orElse(""));
        insight.write(folder, facts, redaction);
        ReportJson.writeSchema(folder);
        JUnitXml.write(folder, certificate, redaction);
        Sarif.write(folder, certificate, facts, redaction);
        Summary.write(folder, certificate, facts, redaction);
        Badge.write(folder, certificate, facts);
        ReportPage.write(
                folder,
                certificate,
                facts,
                new ReportPage.Evidence(
                        evidence::of,
                        evidence::sample,
                        curl::of,
                        evidence.tally(),
                        facts.command(),
                        causes(insight),
                        finding -> beyond(insight, facts, finding),
                        Optional.of(power(facts.strength().score())),
                        evidence.masks()),
                redaction);
    }

    private static List<Cause> causes(Insight insight) {
        return insight.diagnosis().causes().stream()
                .map(cause -> new Cause(
                        cause.sentence(),
                        cause.clauses(),
                        cause.findings().stream()
                                .mapToInt(finding -> finding.more() + 1)
                                .sum()))
                .toList();
    }

    /** What was found out about a finding once the scenarios were over. */
    private static Optional<String> beyond(Insight insight, RunFacts facts, Finding finding) {
        Repeat repeat = facts.course().repeats().get(finding.clause());
        List<String> told = new ArrayList<>();
        insight.diagnosis().measured(finding).ifPresent(told::add);
        if (repeat != null) {
            told.add("run again: " + repeat.told());
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", told));
    }

    private static String power(Score score) {
        return "These features are run against endpoints that are wrong on purpose, each in one way: they catch "
                + score.full() + " of " + score.flaws() + " at depth full and " + score.core()
                + " at depth core. Of lawful endpoints that do things in their own way, they pass all "
                + score.variants() + ".";
    }

    /**
     * Deletes every file that has a secret in it: the last line of defence, behind the wire and all that writes.
     *
     * @param last which is still being made; the others are searched meanwhile
     * @return the files, which nobody will get to see
     */
    List<Path> withhold(Collection<String> secrets, LastPage last) throws IOException {
        SecretSearch search = SecretSearch.of(secrets);
        List<Path> withheld = new ArrayList<>();
        for (String name : NAMES) {
            if (!folder.resolve(name).equals(allureReport())) {
                withheld.addAll(holding(search, folder.resolve(name)));
            }
        }
        last.await();
        withheld.addAll(holding(search, allureReport()));
        for (Path file : withheld) {
            Files.delete(file);
        }
        return withheld;
    }

    /** A page that takes longer than all others. */
    @FunctionalInterface
    interface LastPage {
        void await() throws IOException;
    }

    private static List<Path> holding(SecretSearch search, Path path) throws IOException {
        List<Path> holding = new ArrayList<>();
        if (Files.exists(path)) {
            try (Stream<Path> tree = Files.walk(path)) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    if (search.finds(Files.readAllBytes(file))) {
                        holding.add(file);
                    }
                }
            }
        }
        return holding;
    }

    Path allureResults() {
        return folder.resolve("allure-results");
    }

    Path allureReport() {
        return folder.resolve("allure-report");
    }

    /** Cucumber's own formats, and Allure's. */
    List<String> plugins() {
        return List.of(CucumberFiles.class.getName() + ":" + folder, AllurePlugin.class.getName());
    }

    /** For the end of the console's output. */
    List<String> told() {
        return List.of(
                folder.resolve("index.html") + "  the page to open: findings, every statement, the exchanges",
                folder.resolve("report.json")
                        + "  the verdicts, for programs; each finding has a curl that sends its request again",
                folder.resolve("as-built.yaml") + "  the contract as the target has it, beside the documented one",
                folder.resolve("junit.xml") + "  for CI servers; with results.sarif, summary.md, badge.json, badge.svg",
                folder.resolve("exchanges.jsonl") + "  every exchange; exchanges.har for a browser's tools",
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
        if (e instanceof FileSystemException told && told.getReason() != null) {
            return told.getReason(); // its message begins with the file, which was named already
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
