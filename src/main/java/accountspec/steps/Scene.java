package accountspec.steps;

import accountspec.spec.Clause;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a scenario is called and what it answers for.
 *
 * @param title as people read it; goes over the wire in the User-Agent
 * @param clause the one that a finding of this scenario is reported under
 * @param clauses ids of all that it answers for
 * @param needs what it needs that not every profile offers
 * @param pinned the reading that the profile pins for the clause, if it is open
 * @param isWaived whether the profile excuses the clause
 * @param selected tells whether a clause, by its id, is judged in this run
 */
public record Scene(
        String title,
        Clause clause,
        List<String> clauses,
        List<String> needs,
        Optional<String> pinned,
        boolean isWaived,
        Predicate<String> selected) {

    /** Whether it looks at what is stored. */
    boolean readsBack() {
        return needs.contains("read-back");
    }

    boolean isAbout(String id) {
        return clauses.contains(id);
    }

    boolean isSelected(String id) {
        return selected.test(id);
    }
}
