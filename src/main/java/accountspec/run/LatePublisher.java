package accountspec.run;

import accountspec.recording.BackgroundWriter;
import io.cucumber.plugin.event.Event;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import java.time.Instant;
import java.util.function.Consumer;

/** Lets a plugin of Cucumber's hear of a run beside it: of one event after another, in the thread of a writer. */
public final class LatePublisher implements EventPublisher {

    private final EventPublisher publisher;
    private final BackgroundWriter writer;
    private final Consumer<Instant> clock;

    /** @param clock hears when each event happened, before the plugin hears of it */
    public LatePublisher(EventPublisher publisher, BackgroundWriter writer, Consumer<Instant> clock) {
        this.publisher = publisher;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
        publisher.registerHandlerFor(
                type,
                happened -> writer.later(() -> {
                    if (happened instanceof Event event) {
                        clock.accept(event.getInstant());
                    }
                    handler.receive(happened);
                }));
    }

    @Override
    public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
        throw new UnsupportedOperationException("what writes a run hears the whole of it");
    }
}
