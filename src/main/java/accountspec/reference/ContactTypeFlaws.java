package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can go wrong with the three words for a contact type. */
final class ContactTypeFlaws {

    private static final List<String> VALUES = List.of("PAC-TYPE-2");
    static final List<String> TYPES = List.of("BILLING", "OPERATIONS", "SECURITY");

    private ContactTypeFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(
                        TYPES.stream().map(ContactTypeFlaws::lost),
                        TYPES.stream().map(ContactTypeFlaws::inSmallLetters),
                        letIn(),
                        errors())
                .flatMap(family -> family);
    }

    private static Flaw lost(String type) {
        return flaw(
                "type-refuses-" + name(type),
                "The contact type " + type + " is refused.",
                VALUES,
                rule(r -> r.and(t -> !t.equals(type))));
    }

    private static Flaw inSmallLetters(String type) {
        return flaw(
                "type-accepts-" + name(type) + "-in-small-letters",
                "The contact type " + type + " may be written in small letters.",
                VALUES,
                accepting(t -> t.equals(name(type))));
    }

    private static Stream<Flaw> letIn() {
        return Stream.of(
                flaw(
                        "type-in-any-case",
                        "A contact type may be written in any case.",
                        VALUES,
                        reading(t -> t.toUpperCase(Locale.ROOT))),
                flaw(
                        "type-blanks-around-it-are-overlooked",
                        "White space around a contact type is overlooked.",
                        VALUES,
                        reading(String::strip)),
                flaw(
                        "type-blanks-before-it-are-overlooked",
                        "White space before a contact type is overlooked.",
                        VALUES,
                        reading(String::stripLeading)),
                flaw(
                        "type-blanks-after-it-are-overlooked",
                        "White space after a contact type is overlooked.",
                        VALUES,
                        reading(String::stripTrailing)),
                flaw(
                        "type-line-feed-after-it-is-overlooked",
                        "A line feed after a contact type is overlooked.",
                        VALUES,
                        reading(t -> t.replaceFirst("\n\\z", ""))),
                flaw(
                        "type-on-any-line",
                        "It is enough that one line is a contact type.",
                        VALUES,
                        accepting(t -> t.lines().anyMatch(TYPES::contains))),
                flaw("type-is-open", "Any word will do for a contact type.", VALUES, accepting(t -> true)),
                flaw(
                        "type-is-any-word-but-none",
                        "Any word will do for a contact type, but not an empty one.",
                        VALUES,
                        accepting(t -> !t.isEmpty())),
                flaw(
                        "type-is-any-word-in-capitals",
                        "Any word in capital letters will do for a contact type.",
                        VALUES,
                        accepting(t -> t.matches("[A-Z]+"))),
                flaw("type-may-be-empty", "An empty contact type is accepted.", VALUES, accepting(String::isEmpty)),
                flaw(
                        "type-accepts-other",
                        "There is a fourth contact type, OTHER.",
                        VALUES,
                        accepting("OTHER"::equals)),
                flaw(
                        "type-accepts-primary",
                        "There is a fourth contact type, PRIMARY.",
                        VALUES,
                        accepting("PRIMARY"::equals)),
                flaw(
                        "type-only-begins-like-one",
                        "A contact type may go on after its word.",
                        VALUES,
                        accepting(t -> TYPES.stream().anyMatch(t::startsWith))),
                flaw(
                        "type-only-ends-like-one",
                        "A contact type may begin before its word.",
                        VALUES,
                        accepting(t -> TYPES.stream().anyMatch(t::endsWith))),
                flaw(
                        "type-only-holds-one",
                        "A contact type may have its word anywhere in it.",
                        VALUES,
                        accepting(t -> TYPES.stream().anyMatch(t::contains))),
                flaw(
                        "type-may-be-cut-short",
                        "A contact type may be cut short.",
                        VALUES,
                        accepting(t -> t.length() > 2 && TYPES.stream().anyMatch(type -> type.startsWith(t)))),
                flaw(
                        "type-may-be-a-list-of-them",
                        "Several contact types may be given with commas between them.",
                        VALUES,
                        accepting(t -> TYPES.containsAll(List.of(t.split(","))))),
                flaw(
                                "type-unknown-is-billing",
                                "An unknown contact type is taken for BILLING.",
                                VALUES,
                                reading(t -> TYPES.contains(t) || t.equalsIgnoreCase("BILLING") ? t : "BILLING"))
                        .also("PAC-SET-8"));
    }

    private static Stream<Flaw> errors() {
        return Stream.of(
                answered("not-found", Fault.NOT_FOUND).also("PAC-BODY-1"),
                answered("serialization-exception", Fault.SERIALIZATION),
                answered("an-error-of-its-own", new Fault("InvalidContactTypeException", 400)));
    }

    private static Flaw answered(String as, Fault fault) {
        return flaw(
                "type-breach-is-" + as,
                "What is wrong with a contact type is answered with " + fault.name() + ".",
                List.of("PAC-TYPE-2", "PAC-TYPE-1"),
                rule(r -> r.answering(fault)));
    }

    static String name(String type) {
        return type.toLowerCase(Locale.ROOT);
    }

    private static UnaryOperator<Behaviour> accepting(Predicate<String> more) {
        return rule(r -> r.or(more));
    }

    private static UnaryOperator<Behaviour> reading(UnaryOperator<String> change) {
        return rule(r -> r.reading(read -> read.then(t -> Optional.of(change.apply(t)))));
    }

    private static UnaryOperator<Behaviour> rule(UnaryOperator<MemberRule> change) {
        return b -> b.rule(Member.ALTERNATE_CONTACT_TYPE, change);
    }
}
