package accountspec.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One way for an endpoint to be wrong, while it is right in everything else.
 *
 * @param name confesses what is wrong, in kebab-case
 * @param says the same in a sentence
 * @param clauses the ids of the clauses under which it may show, the one that it is about first
 * @param depth how deep a run has to go to catch it
 * @param change what it changes in the right behaviour
 */
public record Flaw(String name, String says, List<String> clauses, Depth depth, UnaryOperator<Behaviour> change) {

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

    public Behaviour behaviour() {
        return change.apply(Behaviour.right());
    }

    /** The clause that it is about. */
    public String clause() {
        return clauses.get(0);
    }

    static Flaw core(String name, String says, List<String> clauses, UnaryOperator<Behaviour> change) {
        return new Flaw(name, says, clauses, Depth.CORE, change);
    }

    static Flaw full(String name, String says, List<String> clauses, UnaryOperator<Behaviour> change) {
        return new Flaw(name, says, clauses, Depth.FULL, change);
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
