package accountspec.pages;

import java.util.List;

/**
 * One mistake of the target's that several findings come from.
 *
 * @param told what it is, in a sentence
 * @param clauses ids of those that it breaks
 * @param scenarios how many came upon it
 */
public record Cause(String told, List<String> clauses, int scenarios) {

    public Cause {
        clauses = List.copyOf(clauses);
    }
}
