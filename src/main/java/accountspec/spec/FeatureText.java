package accountspec.spec;

import java.util.List;
import java.util.Optional;

/**
 * A feature as it reads: for people, not for running.
 *
 * @param file its path below {@code features/}
 * @param description what stands under its name, empty for nothing
 * @param background the steps that every scenario begins with
 */
public record FeatureText(String file, String name, String description, List<String> background, List<RuleText> rules) {

    public FeatureText {
        background = List.copyOf(background);
        rules = List.copyOf(rules);
    }

    /**
     * @param description what stands under its name, empty for nothing
     * @param clauses ids of those it tries, the first of them its own
     */
    public record RuleText(
            String name, String description, int line, List<String> clauses, List<ScenarioText> scenarios) {

        public RuleText {
            clauses = List.copyOf(clauses);
            scenarios = List.copyOf(scenarios);
        }
    }

    /**
     * A scenario, or an outline with its examples.
     *
     * @param clauses ids of those it tries beside its rule's
     * @param full whether it runs at depth full alone
     */
    public record ScenarioText(
            String name,
            int line,
            List<String> clauses,
            boolean full,
            List<StepText> steps,
            List<ExamplesText> examples) {

        public ScenarioText {
            clauses = List.copyOf(clauses);
            steps = List.copyOf(steps);
            examples = List.copyOf(examples);
        }

        /** How many scenarios it makes. */
        public int runs() {
            return examples.isEmpty()
                    ? 1
                    : examples.stream().mapToInt(table -> table.rows().size()).sum();
        }
    }

    /** @param printed the text that stands under a step, if any does */
    public record StepText(String keyword, String text, Optional<String> printed) {}

    /** A named table of examples. */
    public record ExamplesText(String name, boolean full, List<String> head, List<List<String>> rows) {

        public ExamplesText {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** How many scenarios it makes. */
    public int runs() {
        return rules.stream()
                .flatMap(rule -> rule.scenarios().stream())
                .mapToInt(ScenarioText::runs)
                .sum();
    }
}
