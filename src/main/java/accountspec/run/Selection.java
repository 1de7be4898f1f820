package accountspec.run;

import accountspec.names.Names;
import accountspec.spec.Clause;
import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import accountspec.target.Need;
import accountspec.verdict.ScenarioResult;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which scenarios a run is made of.
 *
 * @param clauses ids; empty for all
 * @param leftOut scenarios that are not worth their requests at this depth, or within the requests allowed
 */
public record Selection(Depth depth, Set<String> clauses, Optional<Expression> tags, Set<Worth.Scenario> leftOut) {

    static final String FULL = "full";
    static final String NEEDS = "needs-";

    private static final Set<String> OPERATORS = Set.of("and", "or", "not");

    private static final Pattern TAG = Pattern.compile("@[^\\s()]+");

    public static Selection all(Depth depth) {
        return of(depth, Set.of(), Optional.empty());
    }

    private static Selection of(Depth depth, Set<String> clauses, Optional<Expression> tags) {
        Set<Worth.Scenario> leftOut = depth == Depth.CORE ? Worth.bundled().fullOnly() : Set.of();
        return new Selection(depth, clauses, tags, leftOut);
    }

    /** What depth core would be, were this the scenarios' worth. */
    public static Selection core(Worth worth) {
        return new Selection(Depth.CORE, Set.of(), Optional.empty(), worth.fullOnly());
    }

    /** All that the features ask of these clauses. */
    public static Selection about(Set<String> clauses) {
        return of(Depth.FULL, clauses, Optional.empty());
    }

    /** The worthiest of these scenarios that so many requests pay for. */
    public Selection within(int requests) {
        Set<Worth.Scenario> out = new HashSet<>(leftOut);
        out.addAll(Worth.bundled().beyond(requests));
        return new Selection(depth, clauses, tags, out);
    }

    /** Without these scenarios, of which there is no telling by their tags. */
    public Selection without(List<ScenarioResult> scenarios) {
        Set<Worth.Scenario> out = new HashSet<>(leftOut);
        scenarios.forEach(scenario -> out.add(new Worth.Scenario(scenario.feature(), scenario.name())));
        return new Selection(depth, clauses, tags, out);
    }

    /**
     * As someone typed it.
     *
     * @throws IllegalArgumentException naming what is unknown, and the nearest that is known
     */
    public static Selection of(Depth depth, List<String> clauses, Optional<String> tags, ClauseBook book) {
        Set<String> ids = clauses.stream()
                .map(book::require)
                .map(clause -> clause.id().text())
                .collect(Collectors.toCollection(TreeSet::new));
        return of(depth, ids, tags.map(text -> expression(text, book)));
    }

    private static Expression expression(String text, ClauseBook book) {
        List<String> known = new ArrayList<>();
        known.add("@" + FULL);
        Need.known().forEach(need -> known.add("@" + NEEDS + need));
        List<String> all = new ArrayList<>(known);
        book.clauses().forEach(clause -> all.add("@" + clause.id().text()));
        if (text.isBlank()) {
            throw new IllegalArgumentException("--tags is empty; leave it out, or write for example '@PAC-EMAIL-2'");
        }
        for (String word : text.split("[\\s()]+")) {
            if (!word.isEmpty() && !word.startsWith("@") && !OPERATORS.contains(word)) {
                throw new IllegalArgumentException(
                        "'" + word + "' is no tag; tags begin with @, as in '@PAC-EMAIL-2 and not @full'");
            }
        }
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (!all.contains(tag.group())) {
                String near = Names.nearest(tag.group(), all)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse(".");
                throw new IllegalArgumentException("no scenario has the tag " + tag.group() + near
                        + " Known are the clauses' ids, as in @PAC-EMAIL-2, and " + String.join(", ", known));
            }
        }
        try {
            return TagExpressionParser.parse(text);
        } catch (TagExpressionException e) {
            throw new IllegalArgumentException(
                    "the tag expression cannot be understood: " + e.getMessage() + " Write for example"
                            + " \"@PAC-EMAIL-2 or @PAC-NAME-2\", or \"not @full\"",
                    e);
        }
    }

    /** @param tags a scenario's, without {@code @}, from the outermost to the innermost */
    boolean includes(Worth.Scenario scenario, List<String> tags) {
        return !leftOut.contains(scenario) && includes(tags);
    }

    boolean includes(List<String> tags) {
        boolean deepEnough = depth == Depth.FULL || !tags.contains(FULL);
        boolean asked = clauses.isEmpty() || clausesOf(tags).stream().anyMatch(clauses::contains);
        List<String> signs = tags.stream().map(tag -> "@" + tag).toList();
        return deepEnough && asked && tags().map(e -> e.evaluate(signs)).orElse(true);
    }

    /**
     * A scenario that could be run.
     *
     * @param tags without {@code @}, from the outermost to the innermost
     */
    record Candidate(Worth.Scenario scenario, List<String> tags) {}

    boolean includes(Candidate candidate) {
        return includes(candidate.scenario, candidate.tags);
    }

    /**
     * Sees that there is something of everything that was asked for.
     *
     * @param all every scenario that there is
     * @throws NothingSelected saying what to do
     */
    void requireScenarios(List<Candidate> all, ClauseBook book) {
        for (String clause : clauses) {
            requireScenarios(book.require(clause), all);
        }
        if (all.stream().noneMatch(this::includes)) {
            boolean narrow = all.stream().anyMatch(new Selection(Depth.FULL, clauses, tags, Set.of())::includes);
            throw new NothingSelected("the filter leaves no scenario at depth " + depth.word() + "; nothing was sent. "
                    + (narrow ? wider() : "Try other --tags"));
        }
    }

    private void requireScenarios(Clause clause, List<Candidate> all) {
        Set<String> alone = Set.of(clause.id().text());
        if (all.stream().anyMatch(new Selection(depth, alone, tags, leftOut)::includes)) {
            return;
        }
        if (all.stream().noneMatch(about(alone)::includes)) {
            throw new NothingSelected("no scenario tries " + clause.id() + ", which is "
                    + clause.standing().word()
                    + clause.reason().map(reason -> " (" + reason + ")").orElse("") + "; nothing was sent");
        }
        boolean narrow = all.stream().anyMatch(new Selection(Depth.FULL, alone, tags, Set.of())::includes);
        throw new NothingSelected("no scenario of " + clause.id() + " is run at depth " + depth.word()
                + (tags.isPresent() ? " with these --tags" : "") + "; nothing was sent. "
                + (narrow ? wider() : "Try without --tags"));
    }

    private String wider() {
        return depth == Depth.CORE ? "Try --depth full" : "Allow more --requests";
    }

    /** Whether a clause is judged in such a run; a tag expression leaves that open, and counts as no. */
    boolean judges(String clause) {
        return tags.isEmpty() && (clauses.isEmpty() || clauses.contains(clause));
    }

    /** The clauses that a scenario answers for: those named nearest to it. */
    static List<String> clausesOf(List<String> tags) {
        List<String> clauses = tags.stream().filter(ClauseId::isClauseId).toList();
        return clauses.isEmpty() ? clauses : List.of(clauses.get(clauses.size() - 1));
    }
}
