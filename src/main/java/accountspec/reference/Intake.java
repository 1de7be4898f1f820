package accountspec.reference;

import accountspec.exchange.Sent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a request is received, before its members are looked at.
 *
 * @param routing which operation it is for
 * @param signing what is checked of its signature
 * @param media which content types are taken for JSON
 * @param body how its body is read
 */
record Intake(Routing routing, Set<SigningCheck> signing, Media media, BodyReader body) {

    /** Finds the operation of a request by its method and its target, which has lost the endpoint's own prefix. */
    interface Routing {

        Optional<Operation> find(Sent request, String target);

        static Routing documented() {
            return (request, target) -> request.method().equals("POST") ? at(path(target)) : Optional.empty();
        }

        static Optional<Operation> at(String path) {
            return Arrays.stream(Operation.values())
                    .filter(o -> o.path().equals(path))
                    .findFirst();
        }

        static String path(String target) {
            return target.split("\\?", 2)[0];
        }
    }

    /** Says whether a body of that content type is taken for JSON. */
    interface Media {

        boolean accepts(Optional<String> contentType);

        /** JSON, whatever its parameters. Where none is given, the page does not say what to do; this is lenient. */
        static Media json() {
            return type -> type.isEmpty() || essence(type.get()).equals("application/json");
        }

        static String essence(String contentType) {
            return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        }
    }

    static Intake documented() {
        return new Intake(Routing.documented(), EnumSet.allOf(SigningCheck.class), Media.json(), BodyReader.strict());
    }

    Intake routing(UnaryOperator<Routing> change) {
        return new Intake(change.apply(routing), signing, media, body);
    }

    Intake without(SigningCheck check) {
        Set<SigningCheck> fewer = EnumSet.copyOf(signing);
        fewer.remove(check);
        return new Intake(routing, fewer, media, body);
    }

    Intake media(UnaryOperator<Media> change) {
        return new Intake(routing, signing, change.apply(media), body);
    }

    Intake body(UnaryOperator<BodyReader> change) {
        return new Intake(routing, signing, media, change.apply(body));
    }
}
