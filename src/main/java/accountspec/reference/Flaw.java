package accountspec.reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way for an endpoint to be wrong, while it is right in everything else.
 *
 * @param name confesses what is wrong, in kebab-case
 * @param says the same in a sentence
 * @param clauses the ids of the clauses under which it may show, the one that it is about first
 * @param depth how deep a run has to go to catch it
 * @param sign what a run shows of it
 * @param change what it changes in the right behaviour
 */
public record Flaw(
        String name, String says, List<String> clauses, Depth depth, Sign sign, UnaryOperator<Behaviour> change) {

    /** What a run shows of a flaw. */
    public enum Sign {
        /** A finding under one of its clauses. */
        FINDING,
        /** The same, although the plainest request is refused: what is accepted in its place tells why. */
        DIAGNOSIS,
        /** The plainest request is refused, so that nothing can be said and no verdict is given. */
        NO_VERDICT
    }

    public Flaw {
        clauses = List.copyOf(clauses);
    }

    /** Every flaw there is; the families keep the order of the page. */
    public static List<Flaw> all() {
        return Registry.FLAWS;
    }

    public static Optional<Flaw> named(String name) {
        return all().stream().filter(f -> f.name.equals(name)).findFirst();
    }

    /** The name of the file, beside this class, that lists the flaws which only a run at depth full catches. */
    public static final String FULL_ONLY = Depths.LIST;

    /** The text of {@link #FULL_ONLY}. */
    public static String fullOnly(Set<String> names) {
        return "# Flaws that a run at depth full catches, and one at depth core does not."
                + " Made by ./accountspec power --write src/main/resources\n"
                + names.stream().sorted().map(name -> name + "\n").collect(Collectors.joining());
    }

    public Behaviour behaviour() {
        return change.apply(Behaviour.right());
    }

    /** The clause that it is about. */
    public String clause() {
        return clauses.get(0);
    }

    /** The same flaw, which shows under other clauses as well: their examples happen to come upon it. */
    Flaw also(String... others) {
        List<String> more =
                Stream.concat(clauses.stream(), Stream.of(others)).distinct().toList();
        return new Flaw(name, says, more, depth, sign, change);
    }

    /** The same flaw, of an endpoint that accepts nothing that is documented, but something else instead. */
    Flaw diagnosed() {
        return new Flaw(name, says, clauses, depth, Sign.DIAGNOSIS, change);
    }

    /** The same flaw, of an endpoint that accepts nothing. */
    Flaw mute() {
        return new Flaw(name, says, clauses, depth, Sign.NO_VERDICT, change);
    }

    static Flaw flaw(String name, String says, List<String> clauses, UnaryOperator<Behaviour> change) {
        return new Flaw(
                name, says, clauses, Depths.FULL_ONLY.contains(name) ? Depth.FULL : Depth.CORE, Sign.FINDING, change);
    }

    /** Built at the first question, and not by those who only want the right endpoint. */
    private static final class Registry {

        static final List<Flaw> FLAWS = Stream.of(
                        RequestFlaws.all(),
                        AccountIdFlaws.all(),
                        OrganizationFlaws.all(),
                        ContactTypeFlaws.all(),
                        MemberFlaws.all(),
                        EmailFlaws.all(),
                        PhoneFlaws.all(),
                        FreeTextFlaws.all(),
                        StorageFlaws.all(),
                        SuccessFlaws.all(),
                        ErrorFlaws.all(),
                        SigningFlaws.all())
                .flatMap(family -> family)
                .toList();

        private Registry() {}
    }
}
