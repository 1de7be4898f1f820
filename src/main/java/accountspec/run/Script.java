package accountspec.run;

import accountspec.spec.ClauseBook;
import accountspec.steps.ContactSteps;
import accountspec.steps.Conversation;
import accountspec.steps.OutcomeSteps;
import accountspec.steps.RequestSteps;
import accountspec.steps.Vocabulary;
import accountspec.target.Target;
import accountspec.trial.Trial;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Result;
import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleDocString;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.PickleTag;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The features, read once and played many times: the same Gherkin, the same expressions, the same step methods, without
 * Cucumber's ceremony around each scenario. It is what makes it possible to judge hundreds of endpoints in a minute, in
 * parallel.
 */
public final class Script {

    private static final List<Class<?>> STEPS = List.of(RequestSteps.class, ContactSteps.class, OutcomeSteps.class);

    private final List<Scenario> scenarios;
    private final Map<String, Method> words;

    private Script(List<Scenario> scenarios, Map<String, Method> words) {
        this.scenarios = scenarios;
        this.words = words;
    }

    /**
     * A scenario, or a row of an outline.
     *
     * @param tags without {@code @}, from the outermost to the innermost
     */
    public record Content(Worth.Scenario scenario, List<String> tags) {

        /** The clause that it is reported under. */
        public String clause() {
            return Selection.clausesOf(tags).get(0);
        }

        /** What it needs that not every profile offers. */
        public Set<String> needs() {
            return tags.stream().filter(tag -> tag.startsWith(Selection.NEEDS)).collect(Collectors.toUnmodifiableSet());
        }

        /** Whether its author wants it at depth full only. */
        public boolean isForFullOnly() {
            return tags.contains(Selection.FULL);
        }
    }

    private record Scenario(String feature, String name, List<String> tags, List<Step> steps) {}

    /** @param arguments of the method, still as captured: the groups of a word, a number, or a doc string */
    private record Step(Method method, List<Object> arguments) {}

    /** A parameter's word and what its expression captured. */
    private record Captured(String word, String[] groups) {}

    private record Definition(Expression expression, Method method) {}

    /** Reads the features on the class path. */
    public static Script load() {
        Map<String, Method> words = new HashMap<>();
        List<Definition> definitions = definitions(words);
        List<Scenario> scenarios = new ArrayList<>();
        GherkinParser parser = GherkinParser.builder()
                .includeSource(false)
                .includeGherkinDocument(false)
                .build();
        FeatureFiles.parse(
                parser,
                (feature, parsed) -> parsed.map(Envelope::getPickle)
                        .flatMap(Optional::stream)
                        .map(pickle -> scenario(feature, pickle, definitions))
                        .forEach(scenarios::add));
        return new Script(scenarios, words);
    }

    private static Scenario scenario(String feature, Pickle pickle, List<Definition> definitions) {
        List<Step> steps = pickle.getSteps().stream()
                .map(step -> step(feature, step, definitions))
                .toList();
        List<String> tags = pickle.getTags().stream()
                .map(PickleTag::getName)
                .map(tag -> tag.substring(1))
                .toList();
        return new Scenario(feature, pickle.getName(), tags, steps);
    }

    private static Step step(String feature, PickleStep step, List<Definition> definitions) {
        for (Definition definition : definitions) {
            Optional<List<Argument<?>>> match = Optional.ofNullable(definition.expression.match(step.getText()));
            if (match.isPresent()) {
                List<Object> arguments = new ArrayList<>();
                match.get().forEach(argument -> arguments.add(argument.getValue()));
                step.getArgument()
                        .flatMap(PickleStepArgument::getDocString)
                        .map(PickleDocString::getContent)
                        .ifPresent(arguments::add);
                return new Step(definition.method, arguments);
            }
        }
        throw new IllegalStateException(feature + ": a step has no definition: " + step.getText());
    }

    private static List<Definition> definitions(Map<String, Method> words) {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
        for (Method word : Vocabulary.class.getMethods()) {
            io.cucumber.java.ParameterType type = word.getAnnotation(io.cucumber.java.ParameterType.class);
            if (type != null) {
                words.put(word.getName(), word);
                CaptureGroupTransformer<Captured> captured = groups -> new Captured(word.getName(), groups);
                registry.defineParameterType(new ParameterType<>(
                        word.getName(), List.of(type.value()), Captured.class, captured, false, false));
            }
        }
        ExpressionFactory expressions = new ExpressionFactory(registry);
        return STEPS.stream()
                .flatMap(type -> Stream.of(type.getMethods()))
                .flatMap(method -> wording(method).stream()
                        .map(wording -> new Definition(expressions.createExpression(wording), method)))
                .toList();
    }

    private static Optional<String> wording(Method method) {
        return Stream.of(
                        Optional.ofNullable(method.getAnnotation(Given.class)).map(Given::value),
                        Optional.ofNullable(method.getAnnotation(When.class)).map(When::value),
                        Optional.ofNullable(method.getAnnotation(Then.class)).map(Then::value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What there is to play, in its order. */
    public List<Content> contents() {
        return scenarios.stream()
                .map(scenario -> new Content(new Worth.Scenario(scenario.feature, scenario.name), scenario.tags))
                .toList();
    }

    /** Plays the selected scenarios in a trial, one after another. */
    public List<ScenarioResult> play(
            Trial trial, ClauseBook book, Target target, Selection selection, LocalDate today) {
        return play(trial, book, target, selection, today, (feature, name) -> true);
    }

    /** As {@link #play}, only those scenarios that are wanted by their feature and their name. */
    public List<ScenarioResult> play(
            Trial trial,
            ClauseBook book,
            Target target,
            Selection selection,
            LocalDate today,
            BiPredicate<String, String> wanted) {
        Scenes scenes = new Scenes(book, target, selection, today);
        List<ScenarioResult> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            boolean selected = selection.includes(new Worth.Scenario(scenario.feature, scenario.name), scenario.tags);
            if (selected && wanted.test(scenario.feature, scenario.name)) {
                int before = trial.requests();
                Result result = play(scenario, new Conversation(trial, scenes.of(scenario.name, scenario.tags)));
                results.add(new ScenarioResult(
                        scenario.feature,
                        0, // a pickle does not know its line
                        scenario.name,
                        Selection.clausesOf(scenario.tags),
                        result,
                        Duration.ZERO,
                        trial.requests() - before));
            }
        }
        return results;
    }

    private Result play(Scenario scenario, Conversation conversation) {
        Map<Class<?>, Object> objects = new HashMap<>();
        try {
            for (Step step : scenario.steps) {
                Object object = objects.computeIfAbsent(
                        step.method.getDeclaringClass(), type -> ScenarioObjects.made(type, conversation));
                Vocabulary vocabulary = new Vocabulary(conversation);
                Object[] arguments = new Object[step.arguments.size()];
                for (int i = 0; i < arguments.length; i++) {
                    Object argument = step.arguments.get(i);
                    arguments[i] = argument instanceof Captured captured
                            ? words.get(captured.word).invoke(vocabulary, (Object[]) captured.groups)
                            : argument;
                }
                step.method.invoke(object, arguments);
            }
            return Results.passed(conversation.readings());
        } catch (InvocationTargetException e) {
            return Results.of(e.getCause());
        } catch (IllegalAccessException e) {
            return new Broken(e.toString());
        } catch (RuntimeException | AssertionError e) {
            return Results.of(e);
        }
    }
}
