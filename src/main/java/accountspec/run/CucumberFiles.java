package accountspec.run;

import accountspec.recording.BackgroundWriter;
import io.cucumber.core.plugin.HtmlFormatter;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventHandler;
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
        EventPublisher later = new Later(publisher);
        html.setEventPublisher(later);
        messages.setEventPublisher(later);
    }

    /** Hands events on one after another, in a thread of their own. */
    private final class Later implements EventPublisher {

        private final EventPublisher publisher;

        Later(EventPublisher publisher) {
            this.publisher = publisher;
        }

        @Override
        public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
            publisher.registerHandlerFor(type, event -> writer.later(() -> handler.receive(event)));
        }

        @Override
        public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
            throw new UnsupportedOperationException("what writes a run hears the whole of it");
        }
    }

    private void finish() {
        try {
            writer.finish();
        } catch (IOException e) {
            throw new RunFailed("Cucumber's reports could not be written: " + e.getMessage(), e);
        }
    }
}
