package accountspec.run;

import accountspec.spec.ClauseBook;
import accountspec.steps.Conversation;
import accountspec.steps.Scene;
import accountspec.target.Target;
import accountspec.trial.Trial;
import accountspec.verdict.ScenarioResult;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The features, run against one trial.
 *
 * <p>Cucumber makes its plugins and its object factory from class names alone; they find the run they belong to here. So
 * there is one at a time in a JVM.
 */
public final class FeatureRun {

    private static volatile @Nullable FeatureRun current;

    private final Trial trial;
    private final Scenes scenes;
    private final Selection selection;
    private final Consumer<ScenarioResult> told;
    private final List<ScenarioResult> results = new ArrayList<>();

    private @Nullable Conversation conversation;
    private @Nullable Scene scene;

    /**
     * @param target pins readings and waives clauses
     * @param told hears of each scenario's result as soon as there is one
     */
    public FeatureRun(
            Trial trial,
            ClauseBook book,
            Target target,
            Selection selection,
            LocalDate today,
            Consumer<ScenarioResult> told) {
        this.trial = trial;
        this.scenes = new Scenes(book, target, selection, today);
        this.selection = selection;
        this.told = told;
    }

    /**
     * Runs the selected scenarios, one after another.
     *
     * @param plugins Cucumber's names of further plugins, with their arguments
     * @param planned hears how many scenarios there will be, before the first starts
     * @return every scenario's result; empty if none was selected
     */
    public List<ScenarioResult> run(List<String> plugins, IntConsumer planned) {
        List<String> all = new ArrayList<>(List.of(Hearing.class.getName()));
        all.addAll(plugins);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage("features"))
                .configurationParameter("cucumber.glue", Conversation.class.getPackageName())
                .configurationParameter("cucumber.object-factory", ScenarioObjects.class.getName())
                .configurationParameter("cucumber.junit-platform.naming-strategy", "short")
                .configurationParameter("cucumber.junit-platform.naming-strategy.short.example-name", "pickle")
                .configurationParameter("cucumber.plugin", String.join(", ", all))
                .configurationParameter("cucumber.publish.enabled", "false")
                .configurationParameter("cucumber.publish.quiet", "true")
                .enableImplicitConfigurationParameters(false)
                .build();
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new CucumberTestEngine())
                .addPostDiscoveryFilters(selected())
                .build());
        TestPlan plan = launcher.discover(request);
        planned.accept((int) plan.countTestIdentifiers(test -> test.isTest()));
        begin();
        try {
            launcher.execute(plan);
        } finally {
            end();
        }
        return List.copyOf(results);
    }

    private PostDiscoveryFilter selected() {
        return test -> !test.isTest() || selection.includes(scenario(test), tags(test))
                ? FilterResult.included("selected")
                : FilterResult.excluded("not selected");
    }

    private static Worth.Scenario scenario(TestDescriptor test) {
        ClasspathResourceSource source =
                (ClasspathResourceSource) test.getSource().orElseThrow();
        String feature = source.getClasspathResourceName();
        return new Worth.Scenario(
                feature.substring(feature.indexOf("features/") + "features/".length()), test.getDisplayName());
    }

    private static List<String> tags(TestDescriptor test) {
        return test.getTags().stream().map(tag -> tag.getName()).toList();
    }

    /** Makes this the run that Cucumber's parts belong to. For runs that a JUnit suite starts; {@link #run} does it too. */
    public void begin() {
        current = this;
    }

    public void end() {
        current = null;
    }

    static FeatureRun current() {
        FeatureRun run = current;
        if (run == null) {
            throw new IllegalStateException("the features run only within a FeatureRun");
        }
        return run;
    }

    /** @param tags without {@code @}, from the outermost to the innermost */
    void enter(String title, List<String> tags) {
        conversation = null;
        scene = scenes.of(title, tags);
    }

    /** The scenario's conversation; begun when it is first asked for. */
    Conversation conversation() {
        if (conversation == null) {
            conversation = new Conversation(trial, Objects.requireNonNull(scene));
        }
        return conversation;
    }

    /** What the scenario at hand noted of an open clause. */
    List<String> readings() {
        return conversation == null ? List.of() : conversation.readings();
    }

    int requests() {
        return trial.requests();
    }

    void leave(ScenarioResult result) {
        results.add(result);
        told.accept(result);
    }
}
