package accountspec.run;

import accountspec.names.Names;
import accountspec.spec.Clause;
import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import accountspec.target.Need;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
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
 */
public record Selection(Depth depth, Set<String> clauses, Optional<Expression> tags) {

    static final String FULL = "full";
    static final String NEEDS = "needs-";

    private static final Set<String> OPERATORS = Set.of("and", "or", "not");

    private static final Pattern TAG = Pattern.compile("@[^\\s()]+");

    public static Selection all(Depth depth) {
        return new Selection(depth, Set.of(), Optional.empty());
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
        return new Selection(depth, ids, tags.map(text -> expression(text, book)));
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
    boolean includes(List<String> tags) {
        boolean deepEnough = depth == Depth.FULL || !tags.contains(FULL);
        boolean asked = clauses.isEmpty() || clausesOf(tags).stream().anyMatch(clauses::contains);
        List<String> signs = tags.stream().map(tag -> "@" + tag).toList();
        return deepEnough && asked && tags().map(e -> e.evaluate(signs)).orElse(true);
    }

    /**
     * What was asked for and is not there.
     *
     * @param all the tags of every scenario that there is
     * @throws NothingSelected saying what to do
     */
    void requireScenarios(List<List<String>> all, ClauseBook book) {
        for (String clause : clauses) {
            requireScenarios(book.require(clause), all);
        }
        if (all.stream().noneMatch(this::includes)) {
            throw new NothingSelected("--tags leaves no scenario at depth " + depth.word() + "; nothing was sent. "
                    + (depth == Depth.CORE ? "Try --depth full, or other tags" : "Try other tags"));
        }
    }

    private void requireScenarios(Clause clause, List<List<String>> all) {
        Selection alone = new Selection(depth, Set.of(clause.id().text()), tags);
        if (all.stream().anyMatch(alone::includes)) {
            return;
        }
        if (all.stream().noneMatch(Selection.all(Depth.FULL).of(clause)::includes)) {
            throw new NothingSelected("no scenario tries " + clause.id() + ", which is "
                    + clause.standing().word()
                    + clause.reason().map(reason -> " (" + reason + ")").orElse("") + "; nothing was sent");
        }
        boolean deeper =
                depth == Depth.CORE && all.stream().anyMatch(new Selection(Depth.FULL, alone.clauses, tags)::includes);
        throw new NothingSelected("no scenario of " + clause.id() + " is run at depth " + depth.word()
                + (tags.isPresent() ? " with these --tags" : "") + "; nothing was sent. "
                + (deeper ? "Try --depth full" : "Try without --tags"));
    }

    private Selection of(Clause clause) {
        return new Selection(depth, Set.of(clause.id().text()), Optional.empty());
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
