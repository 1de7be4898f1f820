package accountspec.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Printable;
import accountspec.exchange.Received;
import accountspec.exchange.Redaction;
import accountspec.exchange.Silence;
import accountspec.recording.BackgroundWriter;
import accountspec.run.LatePublisher;
import accountspec.spec.ClauseBook;
import io.cucumber.plugin.event.EventPublisher;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.DefaultResultsVisitor;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Allure's results, with all exchanges attached to their scenarios, and its HTML report in one file.
 *
 * <p>Results are made beside the run. Cucumber makes the plugin from its name alone; it finds what it belongs to here. So
 * there is one at a time in a JVM.
 */
public final class AllureFiles {

    private static volatile @Nullable AllureFiles current;

    /** Longer scripts are Allure itself. */
    private static final int LONGEST_SNIPPET = 2_000;

    /** How the first of the run's own data begins in the page. */
    private static final String DATA = "d('data/";

    /** What a script that calls home has in it. */
    private static final List<String> ANALYTICS = List.of("googletagmanager", "dataLayer");

    /** A scenario that tries one character after another has a hundred exchanges, and is no better for a hundred files. */
    private static final int MOST_ALONE = 5;

    private final Path results;
    private final Redaction redaction;
    private final Results written;
    private final AllureClock lifecycle;
    private final BackgroundWriter writer = new BackgroundWriter("allure-results");
    private @Nullable CompletableFuture<Void> warm;
    private @Nullable CompletableFuture<Path> page;

    public AllureFiles(Path results, Redaction redaction) {
        this.results = results;
        this.redaction = redaction;
        this.written = new Results(new FileSystemResultsWriter(results));
        this.lifecycle = new AllureClock(written);
        current = this;
    }

    static AllureFiles current() {
        return Objects.requireNonNull(current, "Allure's plugin runs only within a run that has its files");
    }

    void listenTo(EventPublisher publisher) {
        new AllureCucumber7Jvm(lifecycle).setEventPublisher(new LatePublisher(publisher, writer, lifecycle::set));
    }

    /** What the report of the last run knew of those before it. To be asked before that goes. */
    public static Map<String, byte[]> history(Path report) throws IOException {
        return AllureWords.history(report);
    }

    /**
     * Tells Allure what its results are about.
     *
     * @param history of the runs before
     * @param environment in which a CI server tells of itself
     */
    public void describe(ClauseBook book, RunFacts facts, Map<String, byte[]> history, Map<String, String> environment)
            throws IOException {
        written.words = new AllureWords(book, facts.operation());
        AllureWords.write(results, facts, history, environment);
    }

    private static ReportGenerator generator() {
        return new ReportGenerator(ConfigurationBuilder.bundled()
                .withReportName("accountspec")
                .withReportLanguage("en")
                .withPlugins(List.of(new AllureBehaviours()))
                .build());
    }

    /**
     * Makes a report of nothing in the background, while the run waits for its target: to load the generator takes longer
     * than to use it.
     */
    private static void warmUp() {
        try {
            Path nothing = Files.createTempDirectory("accountspec");
            Path page = nothing.resolve("report");
            generator().generateSingleFile(page, List.of(nothing));
            DefaultResultsVisitor.probeContentType(page.resolve("index.html"));
            Files.deleteIfExists(page.resolve("index.html"));
            Files.deleteIfExists(page);
            Files.deleteIfExists(nothing);
        } catch (IOException | RuntimeException e) {
            // The report itself will tell.
            return;
        }
    }

    /**
     * Attaches what was sent and received to the scenario at hand.
     *
     * @param exchanges which will not change any more
     */
    public void attach(List<Exchange> exchanges) {
        if (warm == null) {
            warm = CompletableFuture.runAsync(AllureFiles::warmUp);
        }
        writer.later(() -> {
            for (Exchange exchange : exchanges.stream().limit(MOST_ALONE).toList()) {
                attach(name(exchange), told(exchange));
            }
            if (exchanges.size() > MOST_ALONE) {
                List<Exchange> rest = exchanges.subList(MOST_ALONE, exchanges.size());
                attach(
                        rest.size() + " more exchanges",
                        rest.stream().map(this::told).collect(Collectors.joining("\n\n--------\n\n")));
            }
        });
    }

    private void attach(String name, String text) {
        String source = lifecycle.prepareAttachment(name, "text/plain", "txt");
        written.write(source, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static String name(Exchange exchange) {
        String answer = exchange.answer() instanceof Received received ? "HTTP " + received.status() : "no answer";
        return exchange.number() + "  " + Printable.line(exchange.told(), 100) + ": " + answer;
    }

    private String told(Exchange exchange) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(exchange.number())
                .append("  ")
                .append(exchange.told())
                .append("\n\n");
        text.append(exchange.sent().method())
                .append(' ')
                .append(exchange.sent().target())
                .append('\n');
        for (Header header : exchange.sent().headers()) {
            text.append(header.name()).append(": ").append(redaction.in(header)).append('\n');
        }
        text.append('\n').append(Printable.body(exchange.sent().body())).append("\n\n");
        if (exchange.answer() instanceof Received received) {
            text.append("HTTP ").append(received.status()).append('\n');
            for (Header header : received.headers()) {
                text.append(Printable.line(header.name(), 100))
                        .append(": ")
                        .append(Printable.line(header.value(), 1_000))
                        .append('\n');
            }
            text.append('\n').append(Printable.body(received.body()));
        } else {
            text.append(((Silence) exchange.answer()).detail());
        }
        return redaction.in(text.toString(), exchange.sent());
    }

    /** Waits until all results are written; no more may come. */
    public void finishResults() throws IOException {
        try {
            writer.finish();
        } catch (IOException e) {
            throw new IOException("Allure's results could not be written: " + e.getMessage(), e);
        }
    }

    /** Starts to make the HTML report; no more results may come. */
    public void beginHtml(Path folder) {
        page = CompletableFuture.supplyAsync(() -> {
            try {
                return html(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The HTML report, once it is there. */
    public Path html() throws IOException {
        try {
            return Objects.requireNonNull(page, "the report was not begun").join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException failed
                    ? failed.getCause()
                    : new IOException(e.getCause());
        }
    }

    private Path html(Path folder) throws IOException {
        finishResults();
        if (warm != null) {
            warm.join();
        }
        generator().generateSingleFile(folder, List.of(results));
        Path html = folder.resolve("index.html");
        // One byte, one character: all that is looked for is ASCII, and the page is large.
        Files.writeString(html, withoutAnalytics(Files.readString(html, ISO_8859_1)), ISO_8859_1);
        return html;
    }

    /** Allure's own pages call home; ours do not. What is in the page of the run's own, megabytes, is none of Allure's. */
    private static String withoutAnalytics(String html) {
        int data = html.indexOf(DATA);
        int end = data < 0 ? html.length() : data;
        return withoutScripts(html.substring(0, end)) + html.substring(end);
    }

    private static String withoutScripts(String html) {
        String rest = html;
        for (String mark : ANALYTICS) {
            for (int at = rest.indexOf(mark); at >= 0; at = rest.indexOf(mark)) {
                int begin = rest.lastIndexOf("<script", at);
                int end = rest.indexOf("</script>", at);
                if (begin < 0 || end < 0 || end - begin > LONGEST_SNIPPET) {
                    break;
                }
                rest = rest.substring(0, begin) + rest.substring(end + "</script>".length());
            }
        }
        return rest;
    }

    /** Results as Allure makes them, with more of what they are about. */
    private static final class Results implements AllureResultsWriter {

        private final AllureResultsWriter files;
        private volatile @Nullable AllureWords words;

        Results(AllureResultsWriter files) {
            this.files = files;
        }

        @Override
        public void write(TestResult result) {
            AllureWords told = words;
            if (told != null) {
                told.label(result);
            }
            files.write(result);
        }

        @Override
        public void write(TestResultContainer container) {
            files.write(container);
        }

        @Override
        public void write(String source, InputStream attachment) {
            files.write(source, attachment);
        }
    }
}
