package accountspec.report;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Printable;
import accountspec.exchange.Received;
import accountspec.exchange.Redaction;
import accountspec.exchange.Silence;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Allure's results, with all exchanges attached to their scenarios, and its HTML report in one file. */
public final class AllureFiles {

    /** The name by which Cucumber makes Allure's plugin. */
    public static final String PLUGIN = "io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm";

    /** Longer scripts are Allure itself. */
    private static final int LONGEST_SNIPPET = 2_000;

    /** What a script that calls home has in it. */
    private static final List<String> ANALYTICS = List.of("googletagmanager", "dataLayer");

    private final Path results;
    private final Redaction redaction;
    private final Background background;

    public AllureFiles(Path results, Redaction redaction) {
        this.results = results;
        this.redaction = redaction;
        this.background = new Background(new FileSystemResultsWriter(results));
        Allure.setLifecycle(new AllureLifecycle(background));
    }

    /** Attaches what was sent and received to the scenario at hand. */
    public void attach(List<Exchange> exchanges) {
        if (!exchanges.isEmpty()) {
            String told = exchanges.stream().map(this::told).collect(Collectors.joining("\n\n--------\n\n"));
            String name = exchanges.size() == 1 ? "1 exchange" : exchanges.size() + " exchanges";
            Allure.addAttachment(name, "text/plain", told, ".txt");
        }
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

    /** Makes the HTML report, once all results are written. */
    public Path html(Path folder) throws IOException {
        background.finish();
        new ReportGenerator(ConfigurationBuilder.bundled()
                        .withReportName("accountspec")
                        .withReportLanguage("en")
                        .build())
                .generateSingleFile(folder, List.of(results));
        Path page = folder.resolve("index.html");
        Files.writeString(page, withoutAnalytics(Files.readString(page)));
        return page;
    }

    /** Allure's own pages call home; ours do not. */
    private static String withoutAnalytics(String html) {
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

    /** Writes results while the run goes on; a file takes longer than a request. */
    private static final class Background implements AllureResultsWriter {

        private final AllureResultsWriter files;
        private final ExecutorService writer = Executors.newSingleThreadExecutor();

        Background(AllureResultsWriter files) {
            this.files = files;
        }

        @Override
        public void write(TestResult result) {
            writer.execute(() -> files.write(result));
        }

        @Override
        public void write(TestResultContainer container) {
            writer.execute(() -> files.write(container));
        }

        @Override
        public void write(String source, InputStream attachment) {
            writer.execute(() -> files.write(source, attachment));
        }

        void finish() throws IOException {
            writer.shutdown();
            try {
                if (!writer.awaitTermination(1, TimeUnit.MINUTES)) {
                    throw new IOException("Allure's results could not be written within a minute");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while Allure's results were written", e);
            }
        }
    }
}
