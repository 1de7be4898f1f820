package accountspec.report;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Printable;
import accountspec.exchange.Received;
import accountspec.exchange.Redaction;
import accountspec.exchange.Silence;
import io.qameta.allure.Allure;
import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.ReportGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Allure's results, with every exchange attached to its scenario, and its HTML report in one file. */
public final class AllureFiles {

    /** The name by which Cucumber makes Allure's plugin. */
    public static final String PLUGIN = "io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm";

    /** Allure's own pages call home; ours do not. */
    private static final Pattern ANALYTICS =
            Pattern.compile("<script[^>]*googletagmanager[^>]*>\\s*</script>|<script>[^<]*dataLayer[^<]*</script>");

    private final Path results;
    private final Redaction redaction;

    /** Must be made before anything else of Allure is touched: it reads its settings once. */
    public AllureFiles(Path results, Redaction redaction) {
        this.results = results;
        this.redaction = redaction;
        System.setProperty("allure.results.directory", results.toString());
    }

    public void attach(Exchange exchange) {
        String name = exchange.number() + "  " + Printable.line(exchange.told(), 120);
        Allure.addAttachment(name, "text/plain", told(exchange), ".txt");
    }

    private String told(Exchange exchange) {
        StringBuilder text = new StringBuilder();
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

    /** Makes the HTML report of the results. */
    public Path html(Path folder) throws IOException {
        new ReportGenerator(ConfigurationBuilder.bundled()
                        .withReportName("accountspec")
                        .withReportLanguage("en")
                        .build())
                .generateSingleFile(folder, List.of(results));
        Path page = folder.resolve("index.html");
        Files.writeString(page, ANALYTICS.matcher(Files.readString(page)).replaceAll(""));
        return page;
    }
}
