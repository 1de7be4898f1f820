package accountspec.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One thing that a later report says otherwise than an earlier one.
 *
 * @param name of a clause, or with a finding its clause; with a cause what the target does
 * @param was how it stood, unless it appeared
 * @param is how it stands, unless it went
 * @param reasons where it may come from; more than one where the reports alone cannot tell
 * @param worse whether the target itself got worse by it
 */
public record Change(
        Matter matter, String name, Optional<String> was, Optional<String> is, Set<Reason> reasons, boolean worse) {

    /** What a change is about. */
    public enum Matter {
        RUN,
        CLAUSE,
        FINDING,
        CAUSE
    }

    /** Where a change may come from. */
    public enum Reason {
        TARGET,
        SUITE,
        PAGE,
        PROFILE,
        /** Other scenarios were asked for. */
        SELECTION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Change {
        reasons = Set.copyOf(reasons);
    }

    /** What became of it, in a word. */
    public String became() {
        return was.isEmpty() ? "appeared" : is.isEmpty() ? "went" : "changed";
    }

    /** The target alone, and nothing else, may have done it. */
    public boolean isOfTheTarget() {
        return reasons.equals(Set.of(Reason.TARGET));
    }

    /** Where it comes from, in words. */
    public String because() {
        Set<Reason> ordered = new TreeSet<>(reasons);
        return Arrays.stream(Reason.values())
                .filter(ordered::contains)
                .map(Reason::word)
                .collect(Collectors.joining(" or "));
    }

    /** In a line, without where it comes from. */
    public String told() {
        return switch (matter) {
            case RUN -> name + " was " + was.orElse("unknown") + ", is " + is.orElse("unknown");
            case CLAUSE ->
                is.isEmpty()
                        ? name + " is no clause any more"
                        : name + " was " + was.orElse("unknown") + ", is " + is.get();
            case FINDING ->
                was.isPresent() && is.isPresent()
                        ? name + "  was: " + was.get() + "; is: " + is.get()
                        : name + "  " + is.or(() -> was).orElse("");
            case CAUSE ->
                was.isPresent() && is.isPresent()
                        ? name + "  was behind " + was.get() + "; is behind " + is.get()
                        : name + "  (" + is.or(() -> was).orElse("") + ")";
        };
    }
}
