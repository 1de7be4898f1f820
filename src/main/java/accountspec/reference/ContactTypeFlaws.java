package accountspec.reference;

import static accountspec.reference.Flaw.core;
import static accountspec.reference.Flaw.full;

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
        return core(
                "type-refuses-" + name(type),
                "The contact type " + type + " is refused.",
                VALUES,
                rule(r -> r.and(t -> !t.equals(type))));
    }

    private static Flaw inSmallLetters(String type) {
        return new Flaw(
                "type-accepts-" + name(type) + "-in-small-letters",
                "The contact type " + type + " may be written in small letters.",
                VALUES,
                type.equals("BILLING") ? Depth.CORE : Depth.FULL,
                accepting(t -> t.equals(name(type))));
    }

    private static Stream<Flaw> letIn() {
        return Stream.of(
                core(
                        "type-in-any-case",
                        "A contact type may be written in any case.",
                        VALUES,
                        reading(t -> t.toUpperCase(Locale.ROOT))),
                core(
                        "type-blanks-around-it-are-overlooked",
                        "White space around a contact type is overlooked.",
                        VALUES,
                        reading(String::strip)),
                core(
                        "type-blanks-before-it-are-overlooked",
                        "White space before a contact type is overlooked.",
                        VALUES,
                        reading(String::stripLeading)),
                core(
                        "type-blanks-after-it-are-overlooked",
                        "White space after a contact type is overlooked.",
                        VALUES,
                        reading(String::stripTrailing)),
                full(
                        "type-line-feed-after-it-is-overlooked",
                        "A line feed after a contact type is overlooked.",
                        VALUES,
                        reading(t -> t.replaceFirst("\n\\z", ""))),
                full(
                        "type-on-any-line",
                        "It is enough that one line is a contact type.",
                        VALUES,
                        accepting(t -> t.lines().anyMatch(TYPES::contains))),
                core(
                        "type-in-quotation-marks",
                        "A contact type may stand in quotation marks.",
                        VALUES,
                        reading(t -> t.replaceAll("\\A'|'\\z", ""))),
                core("type-is-open", "Any word will do for a contact type.", VALUES, accepting(t -> true)),
                core(
                        "type-is-any-word-but-none",
                        "Any word will do for a contact type, but not an empty one.",
                        VALUES,
                        accepting(t -> !t.isEmpty())),
                core(
                        "type-is-any-word-in-capitals",
                        "Any word in capital letters will do for a contact type.",
                        VALUES,
                        accepting(t -> t.matches("[A-Z]+"))),
                core("type-may-be-empty", "An empty contact type is accepted.", VALUES, accepting(String::isEmpty)),
                full(
                        "type-may-be-blank",
                        "A contact type of spaces is accepted.",
                        VALUES,
                        accepting(t -> t.matches(" +"))),
                core(
                        "type-accepts-other",
                        "There is a fourth contact type, OTHER.",
                        VALUES,
                        accepting("OTHER"::equals)),
                core(
                        "type-accepts-primary",
                        "There is a fourth contact type, PRIMARY.",
                        VALUES,
                        accepting("PRIMARY"::equals)),
                core(
                        "type-only-begins-like-one",
                        "A contact type may go on after its word.",
                        VALUES,
                        accepting(t -> TYPES.stream().anyMatch(t::startsWith))),
                core(
                        "type-only-ends-like-one",
                        "A contact type may begin before its word.",
                        VALUES,
                        accepting(t -> TYPES.stream().anyMatch(t::endsWith))),
                core(
                        "type-only-holds-one",
                        "A contact type may have its word anywhere in it.",
                        VALUES,
                        accepting(t -> TYPES.stream().anyMatch(t::contains))),
                full(
                        "type-may-be-cut-short",
                        "A contact type may be cut short.",
                        VALUES,
                        accepting(t -> t.length() > 2 && TYPES.stream().anyMatch(type -> type.startsWith(t)))),
                core(
                        "type-may-be-a-list-of-them",
                        "Several contact types may be given with commas between them.",
                        VALUES,
                        accepting(t -> TYPES.containsAll(List.of(t.split(","))))),
                core(
                        "type-unknown-is-billing",
                        "An unknown contact type is taken for BILLING.",
                        VALUES,
                        reading(t -> TYPES.contains(t) || t.equalsIgnoreCase("BILLING") ? t : "BILLING")));
    }

    private static Stream<Flaw> errors() {
        return Stream.of(
                answered("not-found", Fault.NOT_FOUND),
                answered("serialization-exception", Fault.SERIALIZATION),
                answered("an-error-of-its-own", new Fault("InvalidContactTypeException", 400)));
    }

    private static Flaw answered(String as, Fault fault) {
        return core(
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
