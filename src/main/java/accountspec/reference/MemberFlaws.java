package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can go wrong with any member: that it is there, that it is a string, how long it is, and how a breach is told. */
final class MemberFlaws {

    private static final List<Subject> REQUIRED = Stream.concat(
                    Stream.of(Subject.CONTACT_TYPE), Subject.DESCRIBING.stream())
            .toList();

    private MemberFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(
                        REQUIRED.stream().flatMap(MemberFlaws::presence),
                        Stream.concat(Stream.of(Subject.ACCOUNT_ID), REQUIRED.stream())
                                .flatMap(MemberFlaws::types),
                        Subject.DESCRIBING.stream().flatMap(MemberFlaws::lengths),
                        Subject.DESCRIBING.stream().flatMap(MemberFlaws::ofOneType),
                        Subject.DESCRIBING.stream().flatMap(MemberFlaws::breaches),
                        particularLengths())
                .flatMap(family -> family);
    }

    private static Stream<Flaw> presence(Subject s) {
        return Stream.of(
                flaw(
                        s.name() + "-is-optional",
                        "A request without " + s.noun() + " is accepted.",
                        s.required(),
                        rule(s, MemberRule::optional)),
                flaw(
                        s.name() + "-null-becomes-a-default",
                        "Null for " + s.noun() + " is accepted, and a default put in its place.",
                        s.required(),
                        rule(s, r -> r.reading(read -> read.but(JsonNode::isNull, v -> Optional.of(s.specimen()))))),
                missingFails(s),
                flaw(
                                s.name() + "-absent-becomes-a-default",
                                "A request without " + s.noun() + " is accepted, and a default put in its place.",
                                s.required(),
                                b -> b.intake(i -> i.body(read -> body -> {
                                    var document = read.read(body);
                                    return document.has(s.member().key())
                                            ? document
                                            : document.put(s.member().key(), s.specimen());
                                })))
                        .also("PAC-SET-8"));
    }

    private static Stream<Flaw> types(Subject s) {
        return Stream.of(
                flaw(
                        s.name() + "-list-is-its-first-item",
                        "A list is accepted for " + s.noun() + ", and its first item taken.",
                        s.string(),
                        rule(s, r -> r.reading(read -> read.but(JsonNode::isArray, MemberFlaws::first)))),
                flaw(
                        s.name() + "-object-is-its-first-value",
                        "An object is accepted for " + s.noun() + ", and its first value taken.",
                        s.string(),
                        rule(s, r -> r.reading(read -> read.but(JsonNode::isObject, MemberFlaws::first)))),
                failing(s, "list", "A list", JsonNode::isArray),
                failing(s, "object", "An object", JsonNode::isObject));
    }

    /** A value that nobody thought of ends in a failure of the service. */
    private static Flaw failing(Subject s, String name, String words, Predicate<JsonNode> some) {
        return flaw(
                s.name() + "-" + name + "-fails",
                words + " for " + s.noun() + " makes the service fail.",
                s.string(),
                rule(
                        s,
                        r -> r.reading(read -> read.but(some, value -> {
                            throw Fault.INTERNAL.because("Nobody thought of that");
                        }))));
    }

    /** So does a value that is not there. */
    private static Flaw missingFails(Subject s) {
        Flaw missing = flaw(
                s.name() + "-missing-fails",
                "A request without " + s.noun() + ", or with null for one, makes the service fail.",
                s.required(),
                b -> b.towards(
                        c -> c.isPut() && c.attempt().get(s.member()).isEmpty(),
                        rule(s, r -> r.answering(Fault.INTERNAL))));
        // The type is the first thing that an empty object lacks.
        return s == Subject.CONTACT_TYPE ? missing.also("PAC-BODY-1") : missing;
    }

    private static Optional<String> first(JsonNode container) {
        return Optional.of(
                container.elements().hasNext() ? container.elements().next().asText() : "");
    }

    private static Stream<Flaw> lengths(Subject s) {
        int longest = s.longest();
        return Stream.of(
                flaw(
                        s.name() + "-may-be-one-longer",
                        "The limit for " + s.noun() + " is " + (longest + 1) + " characters.",
                        s.length(),
                        length(s, l -> l.upTo(longest + 1))),
                flaw(
                        s.name() + "-must-be-one-shorter",
                        "The limit for " + s.noun() + " is " + (longest - 1) + " characters.",
                        s.length(),
                        length(s, l -> l.upTo(longest - 1))),
                flaw(
                        s.name() + "-is-unbounded",
                        "There is no limit for " + s.noun() + ".",
                        s.length(),
                        length(s, l -> l.upTo(Integer.MAX_VALUE))),
                flaw(
                        s.name() + "-too-long-is-cut",
                        "What is too long for " + s.noun() + " is cut and accepted.",
                        s.length(),
                        rule(s, r -> r.reading(read -> read.then(t -> Optional.of(Texts.cut(t, longest)))))),
                flaw(
                        s.name() + "-is-counted-without-blanks-around-it",
                        "White space at either end does not count towards the length of " + s.noun() + ".",
                        s.member() == Member.EMAIL_ADDRESS ? List.of("PAC-EMAIL-4") : s.length(),
                        length(s, l -> l.in(t -> l.measure().applyAsInt(Blanks.stripped(t))))));
    }

    /** Right for two of the three contact types. */
    private static Stream<Flaw> ofOneType(Subject s) {
        return ContactTypeFlaws.TYPES.stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(onlyFor(
                                type,
                                flaw(
                                        s.name() + "-is-unbounded",
                                        "There is no limit for " + s.noun() + ".",
                                        s.length(),
                                        length(s, l -> l.upTo(Integer.MAX_VALUE))))),
                        patternClause(s).stream()
                                .map(clause -> onlyFor(
                                        type,
                                        flaw(
                                                s.name() + "-has-no-pattern",
                                                "There is no pattern for " + s.noun() + ".",
                                                List.of(clause),
                                                rule(s, r -> r.of(any -> true)))))));
    }

    /** The same flaw, of an endpoint that is right about the other two contact types. */
    static Flaw onlyFor(String type, Flaw always) {
        return flaw(
                always.name() + "-for-" + ContactTypeFlaws.name(type),
                "For the type " + type + ": " + always.says(),
                always.clauses(),
                b -> b.towards(c -> c.isPut() && c.isOf(type), always.change()));
    }

    /** How a wrong value is told; only for members whose breaches the page leaves but one error. */
    private static Stream<Flaw> breaches(Subject s) {
        List<String> clauses = Stream.of(
                        s.clause(1),
                        s.clause(2),
                        patternClause(s),
                        List.of("PAC-EMAIL-4", "PAC-VALIDATION-1", "PAC-VALIDATION-2"))
                .flatMap(List::stream)
                .filter(c -> c.startsWith(s.clauses()) || s == Subject.EMAIL)
                .toList();
        return Stream.of(
                breach(s, clauses, "access-denied", Fault.ACCESS_DENIED),
                breach(s, clauses, "serialization-exception", Fault.SERIALIZATION),
                breach(
                        s,
                        clauses,
                        "an-error-of-its-own",
                        new Fault("Invalid" + s.member().key() + "Exception", 400)));
    }

    private static List<String> patternClause(Subject s) {
        return Subject.FREE.contains(s) ? List.of() : s.clause(3);
    }

    private static Flaw breach(Subject s, List<String> clauses, String name, Fault fault) {
        return flaw(
                s.name() + "-breach-is-" + name,
                "What is wrong with " + s.noun() + " is answered with " + fault.name() + ".",
                clauses,
                rule(s, r -> r.answering(fault)));
    }

    private static Stream<Flaw> particularLengths() {
        return Stream.of(
                atLeast(Subject.NAME, 2),
                atLeast(Subject.TITLE, 2),
                atLeast(Subject.PHONE, 2),
                atLeast(Subject.EMAIL, 6),
                flaw(
                        "name-may-be-empty",
                        "A name of no characters is accepted.",
                        Subject.NAME.length(),
                        length(Subject.NAME, l -> l.from(0))),
                flaw(
                        "title-may-be-empty",
                        "A title of no characters is accepted.",
                        Subject.TITLE.length(),
                        length(Subject.TITLE, l -> l.from(0))),
                flaw(
                        "phone-may-be-empty",
                        "A phone number of no characters is accepted.",
                        Subject.PHONE.length(),
                        rule(Subject.PHONE, r -> r.of(r.length().from(0)).or(String::isEmpty))),
                flaw(
                        "email-may-be-empty",
                        "An email address of no characters is accepted.",
                        Subject.EMAIL.length(),
                        rule(Subject.EMAIL, r -> r.of(r.length().from(0)).or(String::isEmpty))),
                upTo(Subject.NAME, 50),
                upTo(Subject.NAME, 128),
                upTo(Subject.TITLE, 64),
                upTo(Subject.PHONE, 15),
                upTo(Subject.PHONE, 20),
                upTo(Subject.EMAIL, 64),
                upTo(Subject.EMAIL, 320),
                collapsing(Subject.EMAIL, "PAC-EMAIL-4"),
                collapsing(Subject.NAME, "PAC-NAME-2"),
                collapsing(Subject.PHONE, "PAC-PHONE-2"),
                flaw(
                        "phone-counts-only-digits",
                        "Only the digits count towards the length of a phone number.",
                        List.of("PAC-PHONE-2"),
                        // Never less than one, so that a number of brackets alone keeps its lawful length.
                        length(
                                Subject.PHONE,
                                l -> l.in(t -> t.isEmpty()
                                        ? 0
                                        : Math.max(1, Texts.digits(t).length())))),
                bytes(Subject.NAME),
                bytes(Subject.TITLE),
                utf16(Subject.NAME),
                utf16(Subject.TITLE));
    }

    private static Flaw atLeast(Subject s, int shortest) {
        return flaw(
                s.name() + "-must-have-" + shortest,
                "The least for " + s.noun() + " is " + shortest + " characters.",
                s.length(),
                length(s, l -> l.from(shortest)));
    }

    private static Flaw upTo(Subject s, int longest) {
        return flaw(
                s.name() + "-up-to-" + longest,
                "The limit for " + s.noun() + " is " + longest + " characters.",
                s.length(),
                length(s, l -> l.upTo(longest)));
    }

    private static Flaw collapsing(Subject s, String clause) {
        return flaw(
                s.name() + "-counts-several-blanks-as-one",
                "White space counts once towards the length of " + s.noun() + ", however much of it there is.",
                List.of(clause),
                length(s, l -> l.in(t -> l.measure().applyAsInt(t.replaceAll("\\s+", " ")))));
    }

    private static Flaw bytes(Subject s) {
        return flaw(
                s.name() + "-counts-bytes",
                "The length of " + s.noun() + " is counted in bytes of UTF-8.",
                Stream.of(s.clause(2), s.clause(4)).flatMap(List::stream).toList(),
                length(s, l -> l.in(t -> Texts.utf8(t).length)));
    }

    private static Flaw utf16(Subject s) {
        return flaw(
                s.name() + "-counts-utf16-units",
                "The length of " + s.noun() + " is counted in UTF-16 units, so that an emoji counts twice.",
                s.clause(4),
                length(s, l -> l.in(String::length)));
    }

    private static UnaryOperator<Behaviour> rule(Subject s, UnaryOperator<MemberRule> change) {
        return b -> b.rule(s.member(), change);
    }

    private static UnaryOperator<Behaviour> length(Subject s, UnaryOperator<Length> change) {
        return rule(s, r -> r.of(change.apply(r.length())));
    }
}
