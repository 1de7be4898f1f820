package accountspec.checks;

import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.outcome.Outcome.Unavailable;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamcrest.Matcher;

/** What an answer amounts to. Each judges what its sentence says and no more: statuses and bodies are other clauses. */
public final class Outcomes {

    private static final String DENIED = "AccessDeniedException";

    /** Errors that do not say that the request was malformed. */
    private static final Set<String> NOT_ABOUT_FORM = Set.of(DENIED, "ResourceNotFoundException", "ConflictException");

    private Outcomes() {}

    public static Matcher<Outcome> accepted() {
        return outcome("accepted", Set.of(Corruption.STATUS), Accepted.class::isInstance);
    }

    /**
     * Refused with an error of one of these names.
     *
     * @param usual further names that the target is known to give these errors, told apart under a clause of their own;
     *     the empty name stands for none at all
     */
    public static Matcher<Outcome> refusedWith(Set<String> names, Set<String> usual) {
        String expected =
                "refused with " + String.join(" or ", names.stream().sorted().toList());
        return outcome(
                expected,
                Set.of(Corruption.STATUS, Corruption.ERROR_NAME),
                outcome -> isRefusal(outcome)
                                && outcome.error().map(names::contains).orElse(false)
                        || outcome instanceof Refused refused
                                && usual.contains(refused.name().orElse("")));
    }

    /** Refused for what it looks like; the page names no error for that, so any that fits will do. */
    public static Matcher<Outcome> refusedAsMalformed(Set<String> usual) {
        return malformed("refused as malformed", usual);
    }

    /** The same, or denied: what is so malformed that it names nothing may be taken for what the caller may not touch. */
    public static Matcher<Outcome> refusedAsMalformedOrDenied(Set<String> usual) {
        return malformed(
                "refused as malformed or denied",
                Stream.concat(usual.stream(), Stream.of(DENIED)).collect(Collectors.toSet()));
    }

    private static Matcher<Outcome> malformed(String expected, Set<String> besides) {
        return outcome(
                expected,
                Set.of(Corruption.STATUS),
                outcome -> outcome instanceof Refused refused
                        && (refused.name().filter(NOT_ABOUT_FORM::contains).isEmpty()
                                || besides.contains(refused.name().get())));
    }

    /** Anything but success: refused under any name, failed each time, redirected, or the connection closed. */
    public static Matcher<Outcome> notAccepted() {
        return outcome("not accepted", Set.of(Corruption.STATUS), outcome -> !(outcome instanceof Accepted));
    }

    private static boolean isRefusal(Outcome outcome) {
        return outcome instanceof Refused || outcome instanceof Unavailable;
    }

    private static Matcher<Outcome> outcome(String expected, Set<Corruption> noticed, Predicate<Outcome> right) {
        return new Check<Outcome>(
                Outcome.class, expected, noticed, outcome -> right.test(outcome) ? null : outcome.told());
    }
}
