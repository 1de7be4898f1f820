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
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
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
    private final ClauseBook book;
    private final Scenes scenes;
    private final Selection selection;
    private final Consumer<ScenarioResult> told;
    private final List<ScenarioResult> results = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

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
        this.book = book;
        this.scenes = new Scenes(book, target, selection, today);
        this.selection = selection;
        this.told = told;
    }

    /**
     * Runs the selected scenarios, one after another.
     *
     * @param plugins Cucumber's names of further plugins, with their arguments
     * @param planned hears how many scenarios there will be, before the first starts
     * @return every scenario's result
     * @throws NothingSelected before anything is sent, if there is no scenario of something that was asked for
     * @throws RunFailed if Cucumber itself fails
     */
    public List<ScenarioResult> run(List<String> plugins, IntConsumer planned) {
        List<String> hearers = new ArrayList<>(List.of(Hearing.class.getName()));
        hearers.addAll(plugins);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage("features"))
                .configurationParameter("cucumber.glue", Conversation.class.getPackageName())
                .configurationParameter("cucumber.object-factory", ScenarioObjects.class.getName())
                .configurationParameter("cucumber.junit-platform.naming-strategy", "short")
                .configurationParameter("cucumber.junit-platform.naming-strategy.short.example-name", "pickle")
                .configurationParameter("cucumber.plugin", String.join(", ", hearers))
                .configurationParameter("cucumber.publish.enabled", "false")
                .configurationParameter("cucumber.publish.quiet", "true")
                .enableImplicitConfigurationParameters(false)
                .build();
        List<Selection.Candidate> all = new ArrayList<>();
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new CucumberTestEngine())
                .addPostDiscoveryFilters(selected(all))
                .build());
        TestPlan plan = launcher.discover(request);
        selection.requireScenarios(all, book);
        int scenarios = (int) plan.countTestIdentifiers(test -> test.isTest());
        planned.accept(scenarios);
        EngineFailure failure = new EngineFailure();
        begin();
        try {
            launcher.execute(plan, failure);
        } finally {
            end();
        }
        failure.raise();
        afterwards.forEach(Runnable::run);
        if (results.size() != scenarios) {
            throw new RunFailed("only " + results.size() + " of " + scenarios + " scenarios were run");
        }
        return List.copyOf(results);
    }

    /** Notes every scenario, and keeps those that are to be run. */
    private PostDiscoveryFilter selected(List<Selection.Candidate> all) {
        return test -> {
            if (!test.isTest()) {
                return FilterResult.included("not a scenario");
            }
            Selection.Candidate candidate = new Selection.Candidate(scenario(test), tags(test));
            all.add(candidate);
            return selection.includes(candidate)
                    ? FilterResult.included("selected")
                    : FilterResult.excluded("not selected");
        };
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

    /** Hears of what fails above the scenarios, which tell of themselves. */
    private static final class EngineFailure implements TestExecutionListener {

        private @Nullable Throwable first;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (!test.isTest() && first == null) {
                first = result.getThrowable().orElse(null);
            }
        }

        void raise() {
            if (first != null) {
                throw new RunFailed("Cucumber failed: " + first, first);
            }
        }
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

    /** What is to be done once all scenarios are over. */
    void afterwards(Runnable task) {
        afterwards.add(task);
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
