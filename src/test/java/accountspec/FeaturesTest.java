package accountspec;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import accountspec.Features.Case;
import accountspec.operation.Operation;
import accountspec.spec.Clause;
import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import accountspec.spec.Standing;
import accountspec.target.Need;
import io.cucumber.cucumberexpressions.Expression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the features promise their readers, and the clauses their auditors. */
class FeaturesTest {

    private static final Features FEATURES = Features.read();
    private static final ClauseBook BOOK = ClauseBook.bundled();
    private static final String NOTED = "whether it is accepted is noted";

    // ---- clauses and tags

    @Test
    void every_scenario_answers_for_exactly_one_clause_of_the_book() {
        for (List<List<String>> levels : FEATURES.levels()) {
            List<String> innermost = List.of();
            for (List<String> level : levels) {
                List<String> clauses =
                        level.stream().filter(ClauseId::isClauseId).toList();
                innermost = clauses.isEmpty() ? innermost : clauses;
            }

            assertThat(levels.toString(), innermost, hasSize(1));
            BOOK.require(innermost.get(0));
        }
        assertThat(FEATURES.levels(), hasSize(greaterThan(100)));
    }

    @Test
    void every_tag_is_a_clause_a_need_or_full() {
        Set<String> unknown = new TreeSet<>();
        for (Case scenario : FEATURES.cases()) {
            for (String tag : scenario.tags()) {
                boolean known = tag.equals("full")
                        || (tag.startsWith("needs-")
                                && Need.of(tag.substring("needs-".length())).isPresent())
                        || (ClauseId.isClauseId(tag)
                                && BOOK.find(ClauseId.of(tag)).isPresent());
                if (!known) {
                    unknown.add(tag + " in " + scenario.file());
                }
            }
        }
        assertThat(unknown, is(empty()));
    }

    @Test
    void every_clause_that_can_be_observed_is_tried_at_depth_core() {
        Set<String> tried = FEATURES.cases().stream()
                .filter(scenario -> !scenario.tags().contains("full"))
                .map(FeaturesTest::clauseOf)
                .collect(Collectors.toSet());

        assertThat(
                BOOK.clauses().stream()
                        .filter(clause -> clause.standing() != Standing.UNOBSERVABLE)
                        .map(clause -> clause.id().text())
                        .filter(id -> !tried.contains(id))
                        .toList(),
                is(empty()));
    }

    @Test
    void no_clause_that_cannot_be_observed_is_tried() {
        assertThat(told(scenario -> standingOf(scenario) == Standing.UNOBSERVABLE), is(empty()));
    }

    @Test
    void what_is_open_is_noted_and_nothing_else_is() {
        for (Case scenario : FEATURES.cases()) {
            List<String> outcomes = outcomes(scenario);
            if (standingOf(scenario) == Standing.OPEN) {
                assertThat(scenario.told(), outcomes, everyItem(is(NOTED)));
            } else {
                assertThat(scenario.told(), outcomes, everyItem(is(not(NOTED))));
            }
        }
    }

    @Test
    void a_rule_is_a_clause() {
        for (Features.File file : FEATURES.files()) {
            file.rules().forEach(rule -> {
                List<String> clauses = rule.getTags().stream()
                        .map(tag -> tag.getName().substring(1))
                        .filter(ClauseId::isClauseId)
                        .toList();
                assertThat(file.name() + ": " + rule.getName(), clauses, hasSize(1));
            });
        }
    }

    @Test
    void a_rule_that_binds_nobody_says_so_and_one_that_is_open_says_why() {
        for (Features.File file : FEATURES.files()) {
            String introduction = file.feature().getDescription();
            file.rules().forEach(rule -> {
                String told = file.name() + ": " + rule.getName();
                Clause clause = BOOK.require(rule.getTags().get(0).getName().substring(1));
                String said = rule.getDescription().strip();
                if (clause.standing() == Standing.ADVISED && !introduction.contains("is advice.")) {
                    assertThat(told, said, startsWith("Advice: "));
                } else if (clause.standing() == Standing.OPEN) {
                    assertThat(told, said, is(not("")));
                } else {
                    assertThat(told, said, not(startsWith("Advice: ")));
                }
            });
        }
    }

    // ---- needs

    @Test
    void a_scenario_says_what_it_needs() {
        Map<String, String> needs = new LinkedHashMap<>();
        needs.put("contact of .* is (the one sent|as it was)", "read-back");
        needs.put("has no ([A-Z]+ )?contact", "delete");
        needs.put("an organization with all features and trusted access", "organization");
        needs.put("an organization without trusted access", "organization-without-trusted-access");
        needs.put("an organization without all features", "organization-without-all-features");
        needs.put("\\bthe delegated administrator\\b", "delegated-administrator");
        needs.put("a caller without permission", "a-caller-without-permission");
        needs.put("\\ban outsider\\b", "an-outsider");
        needs.put("(un)?signed( |$)", "signing");
        needs.put("provokes an? TooManyRequestsException", "provoked-throttle");
        needs.put("provokes an? InternalServerException", "provoked-failure");

        needs.forEach((words, need) -> assertThat(
                need,
                told(scenario -> scenario.steps().stream()
                                .anyMatch(Pattern.compile(words).asPredicate())
                        && !scenario.tags().contains("needs-" + need)),
                is(empty())));
        Set<String> tested = new HashSet<>(needs.values());
        assertThat(tested, is(new HashSet<>(Need.known())));
    }

    // ---- names

    @Test
    void no_two_scenarios_of_a_file_have_the_same_name() {
        for (Features.File file : FEATURES.files()) {
            List<String> names =
                    file.pickles().stream().map(pickle -> pickle.getName()).toList();

            assertThat(
                    file.name(),
                    new ArrayList<>(new TreeSet<>(names)),
                    is(names.stream().sorted().toList()));
        }
    }

    @Test
    void everything_has_a_name() {
        for (Features.File file : FEATURES.files()) {
            assertThat(file.name(), file.feature().getName(), is(not("")));
            file.rules().forEach(rule -> assertThat(file.name(), rule.getName(), is(not(""))));
            file.scenarios().forEach(scenario -> assertThat(file.name(), scenario.getName(), is(not(""))));
            file.examples().forEach(examples -> assertThat(file.name(), examples.getName(), is(not(""))));
        }
    }

    @Test
    void every_feature_is_introduced() {
        for (Features.File file : FEATURES.files()) {
            assertThat(file.name(), file.feature().getDescription().strip(), is(not("")));
        }
    }

    @Test
    void no_gap_of_an_outline_is_left_open_and_no_column_is_of_no_use() {
        for (Features.File file : FEATURES.files()) {
            file.scenarios().forEach(scenario -> {
                Set<String> gaps = new TreeSet<>();
                collectGaps(scenario.getName(), gaps);
                scenario.getSteps().forEach(step -> {
                    collectGaps(step.getText(), gaps);
                    step.getDocString().ifPresent(text -> collectGaps(text.getContent(), gaps));
                });
                scenario.getExamples()
                        .forEach(examples -> assertThat(
                                file.name() + ": " + scenario.getName(),
                                examples.getTableHeader().orElseThrow().getCells().stream()
                                        .map(cell -> cell.getValue())
                                        .collect(Collectors.toCollection(TreeSet::new)),
                                is(gaps)));
                if (scenario.getExamples().isEmpty()) {
                    assertThat(file.name() + ": " + scenario.getName(), gaps, is(empty()));
                }
            });
        }
    }

    // ---- language

    @Test
    void every_step_is_of_exactly_one_form() {
        Language language = Language.spoken();
        Set<String> steps = new TreeSet<>();
        FEATURES.cases().forEach(scenario -> steps.addAll(scenario.steps()));

        for (String step : steps) {
            assertThat(step, language.readings(step), hasSize(1));
        }
        assertThat(steps, hasSize(greaterThan(100)));
    }

    @Test
    void every_form_of_step_is_in_use() {
        Language language = Language.spoken();
        Set<String> used = new HashSet<>();
        FEATURES.cases().forEach(scenario -> scenario.steps().forEach(step -> used.addAll(language.readings(step))));

        assertThat(
                language.forms().stream()
                        .map(Expression::getSource)
                        .filter(form -> !used.contains(form))
                        .toList(),
                is(empty()));
    }

    @Test
    void steps_say_what_is_and_not_what_should_be() {
        Pattern wishes = Pattern.compile("\\b(should|must|shall|will|would|ought|need to)\\b");

        assertThat(told(scenario -> scenario.steps().stream().anyMatch(wishes.asPredicate())), is(empty()));
    }

    @Test
    void a_scenario_begins_with_a_valid_request_or_looks_back_on_the_run() {
        assertThat(
                told(scenario -> !scenario.steps().get(0).equals("an otherwise valid PutAlternateContact request")
                        && !scenario.file().endsWith("whole-run.feature")),
                is(empty()));
    }

    @Test
    void a_scenario_ends_with_what_came_of_it() {
        assertThat(told(scenario -> outcomes(scenario).isEmpty()), is(empty()));
        for (Case scenario : FEATURES.cases()) {
            List<String> steps = scenario.steps();
            assertThat(scenario.told(), isOutcome(steps.get(steps.size() - 1)), is(true));
        }
    }

    @Test
    void members_are_spelled_as_the_page_spells_them() {
        List<String> members = Operation.load("put-alternate-contact").members();
        Pattern member = Pattern.compile(
                "with ([A-Z][A-Za-z]*) (?:given twice|as the bytes|as the JSON|\")|without ([A-Z][A-Za-z]*)$");
        for (Case scenario : FEATURES.cases()) {
            for (String step : scenario.steps()) {
                Matcher named = member.matcher(step);
                if (named.find()) {
                    String name = named.group(1) == null ? named.group(2) : named.group(1);
                    assertThat(scenario.told(), members.contains(name), is(true));
                }
            }
        }
    }

    // ---- order

    @Test
    void the_feature_that_looks_back_on_the_run_comes_last() {
        List<String> names = FEATURES.files().stream().map(Features.File::name).toList();

        assertThat(names.get(names.size() - 1), is("put-alternate-contact/whole-run.feature"));
        assertThat(names, everyItem(startsWith("put-alternate-contact/")));
    }

    @Test
    void only_that_one_speaks_of_the_whole_run() {
        assertThat(
                told(scenario -> scenario.steps().stream().anyMatch(step -> step.contains("of the run"))
                        != scenario.file().endsWith("whole-run.feature")),
                is(empty()));
    }

    @Test
    void the_guide_for_readers_knows_every_need() throws IOException {
        String guide = Files.readString(Path.of("features/README.md"));

        Need.known().forEach(need -> assertThat(guide, containsString("`" + need + "`")));
    }

    @Test
    void the_guide_for_readers_leads_to_every_feature() throws IOException {
        String guide = Files.readString(Path.of("features/README.md"));
        String clauses = Files.readString(Path.of("features/put-alternate-contact/clauses.md"));

        FEATURES.files().forEach(file -> {
            assertThat(guide, containsString("(" + file.name() + ")"));
            assertThat(clauses, containsString("(" + file.name().replaceFirst(".*/", "") + ")"));
        });
    }

    /** Word by word, since the guide tells several forms in one line. */
    @Test
    void the_guide_for_readers_has_the_words_of_every_form_of_step() throws IOException {
        String guide = Files.readString(Path.of("features/README.md"));
        String steps = guide.substring(guide.indexOf("## The steps")).replaceAll("\\s+", " ");

        for (Expression form : Language.spoken().forms()) {
            for (String words : form.getSource().split("\\{[^}]*}|\\w+/\\w+|,|:")) {
                assertThat(form.getSource(), steps, containsString(words.strip()));
            }
        }
    }

    private static void collectGaps(String text, Set<String> gaps) {
        Matcher gap = Pattern.compile("<([^<>]+)>").matcher(text);
        while (gap.find()) {
            gaps.add(gap.group(1));
        }
    }

    private static List<String> outcomes(Case scenario) {
        return scenario.steps().stream().filter(FeaturesTest::isOutcome).toList();
    }

    private static boolean isOutcome(String step) {
        return !step.matches("an otherwise valid .*|an organization .*|.* has (an?|no)( [A-Z]+)? contact"
                + "|(the request is sent|.* sends the request|this request is sent|.* sends this request)\\b.*");
    }

    private static List<String> told(Predicate<Case> which) {
        return FEATURES.cases().stream().filter(which).map(Case::told).toList();
    }

    private static String clauseOf(Case scenario) {
        List<String> clauses =
                scenario.tags().stream().filter(ClauseId::isClauseId).toList();
        return clauses.get(clauses.size() - 1);
    }

    private static Standing standingOf(Case scenario) {
        Clause clause = BOOK.require(clauseOf(scenario));
        return clause.standing();
    }
}
