package accountspec.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One way for an endpoint to differ from AWS, or from other endpoints, and yet to do what the page says.
 *
 * @param name says in what, in kebab-case
 * @param says the same in a sentence
 * @param change what it changes in the usual behaviour
 */
public record Variant(String name, String says, UnaryOperator<Behaviour> change) {

    /** Every variant there is. */
    public static List<Variant> all() {
        return Registry.VARIANTS;
    }

    public static Optional<Variant> named(String name) {
        return all().stream().filter(v -> v.name.equals(name)).findFirst();
    }

    public Behaviour behaviour() {
        return change.apply(Behaviour.right());
    }

    private static final class Registry {

        static final List<Variant> VARIANTS = Stream.of(
                        ErrorVariants.all(), JudgementVariants.all(), RequestVariants.all(), ConductVariants.all())
                .flatMap(family -> family)
                .toList();

        private Registry() {}
    }
}
