package accountspec.run;

import accountspec.names.Names;
import accountspec.spec.Clause;
import accountspec.spec.ClauseBook;
import accountspec.steps.Scene;
import accountspec.target.Need;
import accountspec.target.Target;
import accountspec.verdict.Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells from a scenario's tags what it answers for.
 *
 * @param target pins readings and waives clauses
 * @param today decides whether a waiver holds
 */
record Scenes(ClauseBook book, Target target, Selection selection, LocalDate today) {

    /**
     * @param tags without {@code @}, from the outermost to the innermost
     * @throws IllegalArgumentException naming a tag that is unknown, or the lack of a clause
     */
    Scene of(String title, List<String> tags) {
        List<String> ids = Selection.clausesOf(tags);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("the scenario has no clause: give its Rule the tag of one");
        }
        Clause clause = book.require(ids.get(0));
        return new Scene(
                title,
                clause,
                ids,
                needs(tags),
                target.reading(clause.id()),
                Certificate.isWaived(clause.id(), target.waivers(), today),
                selection::judges);
    }

    private static List<String> needs(List<String> tags) {
        List<String> needs = new ArrayList<>();
        for (String tag : tags) {
            if (tag.startsWith(Selection.NEEDS)) {
                String need = tag.substring(Selection.NEEDS.length());
                if (Need.of(need).isEmpty()) {
                    throw new IllegalArgumentException(Names.unknown("need", need, Need.known()));
                }
                needs.add(need);
            }
        }
        return needs;
    }
}
