package accountspec.run;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Cucumber's own page and messages, written beside the run: that takes a tenth of its time. Cucumber makes it by its name and
 * the folder in which {@code cucumber.html} and {@code cucumber.ndjson} are to be.
 */
public final class CucumberFiles implements ConcurrentEventListener {

    private final HtmlFormatter html;
    private final MessageFormatter messages;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "cucumber-files");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

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
            publisher.registerHandlerFor(
                    type, event -> written = written.thenRunAsync(() -> handler.receive(event), writer));
        }

        @Override
        public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
            throw new UnsupportedOperationException("what writes a run hears the whole of it");
        }
    }

    private void finish() {
        try {
            written.join();
        } catch (CompletionException e) {
            throw new RunFailed("Cucumber's reports could not be written: " + e.getCause(), e.getCause());
        } finally {
            writer.shutdown();
        }
    }
}
