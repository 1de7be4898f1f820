package accountspec.run;

import accountspec.spec.FeatureText;
import accountspec.spec.FeatureText.ExamplesText;
import accountspec.spec.FeatureText.RuleText;
import accountspec.spec.FeatureText.ScenarioText;
import accountspec.spec.FeatureText.StepText;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.DocString;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The features on the class path, as they read. */
public final class FeatureTexts {

    private static final String FULL = "@full";

    private FeatureTexts() {}

    /** In the order of their names. */
    public static List<FeatureText> load() {
        GherkinParser parser = GherkinParser.builder()
                .includeSource(false)
                .includePickles(false)
                .build();
        List<FeatureText> texts = new ArrayList<>();
        FeatureFiles.parse(
                parser,
                (name, parsed) -> parsed.map(Envelope::getGherkinDocument)
                        .flatMap(Optional::stream)
                        .map(GherkinDocument::getFeature)
                        .flatMap(Optional::stream)
                        .map(feature -> feature(name, feature))
                        .forEach(texts::add));
        return texts;
    }

    private static FeatureText feature(String file, Feature feature) {
        List<String> background = feature.getChildren().stream()
                .map(FeatureChild::getBackground)
                .flatMap(Optional::stream)
                .map(Background::getSteps)
                .flatMap(List::stream)
                .map(Step::getText)
                .toList();
        List<RuleText> rules = feature.getChildren().stream()
                .map(FeatureChild::getRule)
                .flatMap(Optional::stream)
                .map(FeatureTexts::rule)
                .toList();
        return new FeatureText(file, feature.getName(), feature.getDescription().strip(), background, rules);
    }

    private static RuleText rule(Rule rule) {
        return new RuleText(
                rule.getName(),
                words(rule.getDescription()),
                rule.getLocation().getLine().intValue(),
                clauses(rule.getTags()),
                rule.getChildren().stream()
                        .map(RuleChild::getScenario)
                        .flatMap(Optional::stream)
                        .map(scenario -> scenario(scenario, isFull(rule.getTags())))
                        .toList());
    }

    /** On one line, however it stands in the feature. */
    private static String words(String description) {
        return String.join(" ", description.strip().split("\\s+"));
    }

    private static ScenarioText scenario(Scenario scenario, boolean ruleIsFull) {
        return new ScenarioText(
                scenario.getName(),
                scenario.getLocation().getLine().intValue(),
                clauses(scenario.getTags()),
                ruleIsFull || isFull(scenario.getTags()),
                scenario.getSteps().stream().map(FeatureTexts::step).toList(),
                scenario.getExamples().stream().map(FeatureTexts::examples).toList());
    }

    private static StepText step(Step step) {
        return new StepText(
                step.getKeyword().strip(), step.getText(), step.getDocString().map(DocString::getContent));
    }

    private static ExamplesText examples(Examples examples) {
        return new ExamplesText(
                examples.getName(),
                isFull(examples.getTags()),
                examples.getTableHeader().map(FeatureTexts::cells).orElse(List.of()),
                examples.getTableBody().stream().map(FeatureTexts::cells).toList());
    }

    private static List<String> cells(TableRow row) {
        return row.getCells().stream().map(TableCell::getValue).toList();
    }

    private static List<String> clauses(List<Tag> tags) {
        return Selection.clausesOf(
                tags.stream().map(tag -> tag.getName().substring(1)).toList());
    }

    private static boolean isFull(List<Tag> tags) {
        return tags.stream().anyMatch(tag -> tag.getName().equals(FULL));
    }
}
