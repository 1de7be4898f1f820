package accountspec.report;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;

/** Allure's plugin for Cucumber, which hears of the run beside it. Cucumber makes it by its name. */
public final class AllurePlugin implements ConcurrentEventListener {

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        AllureFiles.current().listenTo(publisher);
    }
}
