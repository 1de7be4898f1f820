package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can go wrong with the answer to a contact that was set. */
final class SuccessFlaws {

    private static final List<String> STATUS = List.of("PAC-RESPONSE-1");
    private static final List<String> BODY = List.of("PAC-RESPONSE-2");

    private SuccessFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(Stream.of(201, 202, 204).map(SuccessFlaws::status), bodies(), sometimes())
                .flatMap(family -> family);
    }

    private static Flaw status(int status) {
        return flaw(
                "success-is-" + status,
                "A contact that was set is answered with the status " + status + ".",
                STATUS,
                answering(right -> withStatus(status, right)));
    }

    private static Stream<Flaw> bodies() {
        return Stream.of(
                body("an-empty-object", "application/json", "{}"),
                body("null", "application/json", "null"),
                body("a-line-feed", "application/json", "\n"),
                body("the-word-ok", "text/plain", "OK"),
                body("a-message", "application/json", "{\"message\":\"The contact was set\"}"),
                body("a-page", "text/html", "<html><body>Done</body></html>"),
                body("xml", "text/xml", "<PutAlternateContactResponse/>"),
                flaw(
                        "success-says-the-contact",
                        "A contact that was set is told again in the answer.",
                        BODY,
                        b -> b.answers(a -> a.success(right -> SuccessFlaws::contact))));
    }

    private static Flaw body(String name, String type, String body) {
        return flaw(
                "success-says-" + name,
                "The body of the answer to a contact that was set is not empty: " + name.replace('-', ' ') + ".",
                BODY,
                answering(right -> Answers.answer(200, type, body)));
    }

    private static Received contact(Attempt attempt) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode contact = document.putObject("AlternateContact");
        attempt.contact().members().forEach((member, text) -> contact.put(member.key(), text));
        return Answers.json(200, document);
    }

    /** Right as a rule, and wrong where nobody looks twice. */
    private static Stream<Flaw> sometimes() {
        return Stream.concat(
                Stream.of(
                        when(
                                "creation-is-201",
                                "A contact that is created is answered with the status 201.",
                                STATUS,
                                c -> !c.overwrites(),
                                r -> withStatus(201, r)),
                        when(
                                "overwriting-is-204",
                                "A contact that is overwritten is answered with the status 204.",
                                STATUS,
                                Conduct.Circumstance::overwrites,
                                r -> withStatus(204, r)),
                        when(
                                "creation-says-something",
                                "A contact that is created is answered with a body.",
                                BODY,
                                c -> !c.overwrites(),
                                SuccessFlaws::talkative),
                        when(
                                "overwriting-says-something",
                                "A contact that is overwritten is answered with a body.",
                                BODY,
                                Conduct.Circumstance::overwrites,
                                SuccessFlaws::talkative),
                        when(
                                "a-members-contact-is-202",
                                "A contact that is set for another account is answered with the status 202.",
                                STATUS,
                                SuccessFlaws::named,
                                r -> withStatus(202, r)),
                        when(
                                "a-members-contact-says-something",
                                "A contact that is set for another account is answered with a body.",
                                BODY,
                                SuccessFlaws::named,
                                SuccessFlaws::talkative)),
                ContactTypeFlaws.TYPES.stream().flatMap(SuccessFlaws::ofType));
    }

    private static Stream<Flaw> ofType(String type) {
        String name = ContactTypeFlaws.name(type);
        return Stream.of(
                whenOf(
                        type,
                        flaw(
                                name + "-is-201",
                                "A contact of type " + type + " is answered with the status 201.",
                                STATUS,
                                answering(r -> withStatus(201, r)))),
                whenOf(
                        type,
                        flaw(
                                name + "-says-something",
                                "A contact of type " + type + " is answered with a body.",
                                BODY,
                                answering(SuccessFlaws::talkative))));
    }

    private static Flaw whenOf(String type, Flaw always) {
        return flaw(always.name(), always.says(), always.clauses(), b -> b.towards(c -> c.isOf(type), always.change()));
    }

    private static boolean named(Conduct.Circumstance circumstance) {
        return circumstance.attempt().get(Member.ACCOUNT_ID).isPresent();
    }

    private static Flaw when(
            String name,
            String says,
            List<String> clauses,
            Predicate<Conduct.Circumstance> some,
            UnaryOperator<Received> change) {
        return flaw(name, says, clauses, b -> b.towards(some, answering(change)));
    }

    private static Received withStatus(int status, Received right) {
        return Received.of(status, right.headers(), right.body());
    }

    private static Received talkative(Received right) {
        return Received.of(right.status(), List.of(new Header("Content-Type", "application/json")), Texts.utf8("{}"));
    }

    private static UnaryOperator<Behaviour> answering(UnaryOperator<Received> change) {
        return b -> b.answers(a -> a.success(right -> attempt -> change.apply(right.to(attempt))));
    }
}
