package accountspec.run;

import accountspec.steps.Conversation;
import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

/** Makes the step classes of a scenario, all of them around the one conversation. Cucumber makes it by its name. */
public final class ScenarioObjects implements ObjectFactory {

    private final Map<Class<?>, Object> objects = new HashMap<>();

    @Override
    public boolean addClass(Class<?> glue) {
        return true;
    }

    @Override
    public void start() {
        objects.clear();
    }

    @Override
    public void stop() {
        objects.clear();
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return type.cast(objects.computeIfAbsent(
                type, missing -> made(missing, FeatureRun.current().conversation())));
    }

    static Object made(Class<?> type, Conversation conversation) {
        try {
            return type.getConstructor(Conversation.class).newInstance(conversation);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(
                    type.getName() + " needs a public constructor that takes a Conversation", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName() + " could not be made", e.getCause());
        }
    }
}
