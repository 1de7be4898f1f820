package accountspec.run;

import accountspec.recording.BackgroundWriter;
import io.cucumber.core.plugin.HtmlFormatter;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/**
 * Cucumber's own page and messages, written beside the run: that takes a tenth of its time. Cucumber makes it by its name and
 * the folder in which {@code cucumber.html} and {@code cucumber.ndjson} are to be.
 */
public final class CucumberFiles implements ConcurrentEventListener {

    private final HtmlFormatter html;
    private final MessageFormatter messages;
    private final BackgroundWriter writer = new BackgroundWriter("cucumber-files");

    public CucumberFiles(File folder) throws IOException {
        html = new HtmlFormatter(file(folder, "cucumber.html"));
        messages = new MessageFormatter(file(folder, "cucumber.ndjson"));
        FeatureRun.current().afterwards(this::finish);
    }

    private static OutputStream file(File folder, String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.toPath().resolve(name)));
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        EventPublisher later = new LatePublisher(publisher, writer, when -> {});
        html.setEventPublisher(later);
        messages.setEventPublisher(later);
    }

    private void finish() {
        try {
            writer.finish();
        } catch (IOException e) {
            throw new RunFailed("Cucumber's reports could not be written: " + e.getMessage(), e);
        }
    }
}
