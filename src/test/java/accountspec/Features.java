package accountspec;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The features as files: parsed, and not run. */
record Features(List<File> files) {

    private static final Path FOLDER = Path.of("features");

    /** @param name below {@code features/} */
    record File(String name, Feature feature, List<Pickle> pickles) {

        List<Rule> rules() {
            return feature.getChildren().stream()
                    .flatMap(child -> child.getRule().stream())
                    .toList();
        }

        /** All of them, in rules and outside. */
        List<Scenario> scenarios() {
            return Stream.concat(
                            feature.getChildren().stream().flatMap(child -> child.getScenario().stream()),
                            rules().stream()
                                    .flatMap(rule -> rule.getChildren().stream())
                                    .flatMap(child -> child.getScenario().stream()))
                    .toList();
        }

        List<Examples> examples() {
            return scenarios().stream()
                    .flatMap(scenario -> scenario.getExamples().stream())
                    .toList();
        }
    }

    /** A scenario, or a row of an outline. */
    record Case(String file, Pickle pickle) {

        List<String> tags() {
            return pickle.getTags().stream()
                    .map(PickleTag::getName)
                    .map(tag -> tag.substring(1))
                    .toList();
        }

        List<String> steps() {
            return pickle.getSteps().stream().map(PickleStep::getText).toList();
        }

        String told() {
            return file + ": " + pickle.getName();
        }
    }

    static Features read() {
        GherkinParser parser = GherkinParser.builder().includeSource(false).build();
        try (Stream<Path> tree = Files.walk(FOLDER)) {
            return new Features(tree.filter(path -> path.toString().endsWith(".feature"))
                    .sorted()
                    .map(path -> read(parser, path))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File read(GherkinParser parser, Path path) {
        String name = FOLDER.relativize(path).toString();
        try (InputStream text = Files.newInputStream(path)) {
            List<Envelope> envelopes = parser.parse(name, text).toList();
            envelopes.stream().flatMap(e -> e.getParseError().stream()).forEach(error -> {
                throw new AssertionError(name + " cannot be parsed: " + error.getMessage());
            });
            Feature feature = envelopes.stream()
                    .map(Envelope::getGherkinDocument)
                    .flatMap(Optional::stream)
                    .map(GherkinDocument::getFeature)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
            return new File(
                    name,
                    feature,
                    envelopes.stream().flatMap(e -> e.getPickle().stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every scenario that a run at full depth is made of. */
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        files.forEach(file -> file.pickles().forEach(pickle -> cases.add(new Case(file.name(), pickle))));
        return cases;
    }

    /** The tags that stand over each scenario, by level: its feature's, its rule's, its own, its examples'. */
    List<List<List<String>>> levels() {
        List<List<List<String>>> levels = new ArrayList<>();
        for (File file : files) {
            List<String> outermost = names(file.feature().getTags());
            file.feature().getChildren().stream()
                    .flatMap(child -> child.getScenario().stream())
                    .forEach(scenario -> add(levels, List.of(outermost), scenario));
            for (Rule rule : file.rules()) {
                rule.getChildren().stream()
                        .flatMap(child -> child.getScenario().stream())
                        .forEach(scenario -> add(levels, List.of(outermost, names(rule.getTags())), scenario));
            }
        }
        return levels;
    }

    private static void add(List<List<List<String>>> levels, List<List<String>> outer, Scenario scenario) {
        List<List<String>> own = new ArrayList<>(outer);
        own.add(names(scenario.getTags()));
        if (scenario.getExamples().isEmpty()) {
            levels.add(own);
        }
        for (Examples examples : scenario.getExamples()) {
            List<List<String>> row = new ArrayList<>(own);
            row.add(names(examples.getTags()));
            levels.add(row);
        }
    }

    private static List<String> names(List<Tag> tags) {
        return tags.stream().map(Tag::getName).map(tag -> tag.substring(1)).toList();
    }
}
