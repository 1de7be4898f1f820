package accountspec.reference;

import static accountspec.reference.ContactTypeFlaws.TYPES;
import static accountspec.reference.Flaw.flaw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can go wrong with a contact between the request and the shelf: lost, altered, misplaced, or kept when refused. */
final class StorageFlaws {

    /** Wherever the contact that was sent is read back. */
    private static final List<String> READ_BACK = List.of(
            "PAC-OP-1",
            "PAC-SET-1",
            "PAC-SET-2",
            "PAC-SET-3",
            "PAC-SET-4",
            "PAC-SET-5",
            "PAC-TYPE-3",
            "PAC-ORG-1",
            "PAC-ACCOUNT-1",
            "PAC-BODY-2",
            "PAC-EXAMPLE-1",
            "PAC-EXAMPLE-2");

    private static final List<String> AS_SENT = first("PAC-SET-3", READ_BACK);
    private static final List<String> WHOLE = first("PAC-SET-2", READ_BACK);
    private static final List<String> WHICH =
            first("PAC-TYPE-3", List.of("PAC-SET-1", "PAC-SET-2", "PAC-SET-6", "PAC-OP-1"));
    private static final List<String> OTHER_TYPES = List.of("PAC-SET-6");
    private static final List<String> OTHER_ACCOUNTS = List.of("PAC-SET-7");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> REFUSED = List.of("PAC-SET-8");

    private StorageFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(
                        lost(),
                        halves(),
                        kinds(),
                        Subject.DESCRIBING.stream().flatMap(StorageFlaws::partly),
                        swapped(),
                        Subject.DESCRIBING.stream().flatMap(StorageFlaws::altered),
                        Subject.FREE.stream().flatMap(StorageFlaws::mangled),
                        particular(),
                        types(),
                        parties(),
                        accounts(),
                        refusals())
                .flatMap(family -> family);
    }

    private static Stream<Flaw> lost() {
        return Stream.of(
                put(
                        "nothing-is-stored",
                        "A contact that is set is thrown away.",
                        READ_BACK,
                        (shelf, slot, contact) -> {}),
                put(
                        "first-put-wins",
                        "A contact that is there stays, whatever is sent after it.",
                        WHOLE,
                        (shelf, slot, contact) -> {
                            if (shelf.at(slot).isEmpty()) {
                                shelf.put(slot, contact);
                            }
                        }),
                put(
                        "a-deleted-contact-stays-deleted",
                        "Where a contact was deleted, none is created any more.",
                        first("PAC-SET-1", READ_BACK),
                        (shelf, slot, contact) -> {
                            if (!shelf.isEmptied(slot)) {
                                shelf.put(slot, contact);
                            }
                        }),
                put(
                        "a-created-contact-has-no-name",
                        "Where there was no contact, one is created without a name.",
                        first("PAC-SET-1", READ_BACK),
                        (shelf, slot, contact) ->
                                shelf.put(slot, shelf.at(slot).isPresent() ? contact : contact.without(Member.NAME))),
                put(
                        "overwriting-deletes",
                        "Where there is a contact, setting it deletes it.",
                        WHOLE,
                        (shelf, slot, contact) -> {
                            if (shelf.at(slot).isPresent()) {
                                shelf.clear(slot);
                            } else {
                                shelf.put(slot, contact);
                            }
                        }),
                put(
                        "same-again-deletes",
                        "Setting a contact to what it is deletes it.",
                        List.of("PAC-SET-5"),
                        (shelf, slot, contact) -> {
                            if (shelf.at(slot).equals(Optional.of(contact))) {
                                shelf.clear(slot);
                            } else {
                                shelf.put(slot, contact);
                            }
                        }),
                put(
                        "same-again-empties-the-name",
                        "Setting a contact to what it is empties its name.",
                        List.of("PAC-SET-5"),
                        (shelf, slot, contact) -> shelf.put(
                                slot,
                                shelf.at(slot).equals(Optional.of(contact)) ? contact.with(Member.NAME, "") : contact)),
                refusing(
                        "same-again-is-a-conflict",
                        "Setting a contact to what it is, is refused as a conflict.",
                        List.of("PAC-SET-5"),
                        new Fault("ConflictException", 409)),
                refusing(
                        "same-again-is-invalid",
                        "Setting a contact to what it is, is refused as invalid.",
                        List.of("PAC-SET-5"),
                        Fault.VALIDATION));
    }

    /** Targets that can do but one half of "create or update". */
    private static Stream<Flaw> halves() {
        return Stream.of(new Fault("ConflictException", 409), Fault.VALIDATION, Fault.ACCESS_DENIED)
                .flatMap(fault -> Stream.of(
                        put(
                                "overwriting-is-refused-with-" + kebab(fault),
                                "Where there is a contact, setting it is refused with " + fault.name() + ".",
                                // A member whose contact was set for it before cannot set its own either.
                                List.of("PAC-SET-2", "PAC-ORG-1"),
                                (shelf, slot, contact) -> {
                                    if (shelf.at(slot).isPresent()) {
                                        throw fault.because("The contact is there already");
                                    }
                                    shelf.put(slot, contact);
                                }),
                        put(
                                "creating-anew-is-refused-with-" + kebab(fault),
                                "Where a contact was deleted, setting one is refused with " + fault.name() + ".",
                                List.of("PAC-SET-1"),
                                (shelf, slot, contact) -> {
                                    if (shelf.isEmptied(slot)) {
                                        throw fault.because("There is no contact to update");
                                    }
                                    shelf.put(slot, contact);
                                })));
    }

    private static String kebab(Fault fault) {
        return fault.name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Texts that look like JSON of another kind come back as that kind. */
    private static Stream<Flaw> kinds() {
        return Stream.of(
                written(
                                "numbers-come-back-as-numbers",
                                "A text that is a number is read back without quotation marks.",
                                t -> t.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?"))
                        .also("PAC-BODY-2"),
                written(
                        "truth-values-come-back-as-truth-values",
                        "A text that is true or false is read back without quotation marks.",
                        t -> t.matches("true|false")),
                written(
                        "the-word-null-comes-back-as-null",
                        "A text that is the word null is read back without quotation marks.",
                        t -> t.equals("null")));
    }

    private static Flaw written(String name, String says, Predicate<String> some) {
        return flaw(
                name,
                says,
                List.of("PAC-SET-3"),
                b -> b.keeping(k -> k.writing(right -> text -> some.test(text) ? raw(text) : right.json(text))));
    }

    private static JsonNode raw(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json + " is no JSON", e);
        }
    }

    private static Flaw refusing(String name, String says, List<String> clauses, Fault fault) {
        return put(name, says, clauses, (shelf, slot, contact) -> {
            if (shelf.at(slot).equals(Optional.of(contact))) {
                throw fault.because("The contact is there already");
            }
            shelf.put(slot, contact);
        });
    }

    private static Stream<Flaw> partly(Subject s) {
        Member member = s.member();
        return Stream.of(
                put(
                        s.name() + "-is-not-stored",
                        "A contact is stored without its " + word(s) + ".",
                        AS_SENT,
                        (shelf, slot, contact) -> shelf.put(slot, contact.without(member))),
                put(
                        s.name() + "-stays-the-old-one",
                        "A contact that is overwritten keeps its old " + word(s) + ".",
                        WHOLE,
                        (shelf, slot, contact) -> shelf.put(
                                slot,
                                shelf.at(slot)
                                        .flatMap(old -> old.get(member))
                                        .map(old -> contact.with(member, old))
                                        .orElse(contact))),
                put(
                        s.name() + "-alone-is-overwritten",
                        "When a contact is overwritten, only its " + word(s) + " changes.",
                        WHOLE,
                        (shelf, slot, contact) -> shelf.put(
                                slot,
                                shelf.at(slot)
                                        .flatMap(old -> contact.get(member).map(now -> old.with(member, now)))
                                        .orElse(contact))),
                put(
                        s.name() + "-keeps-the-end-of-the-old-one",
                        "Where the new " + word(s) + " is shorter than the old, the end of the old one is left behind.",
                        WHOLE,
                        (shelf, slot, contact) -> shelf.put(
                                slot,
                                shelf.at(slot)
                                        .flatMap(old -> old.get(member))
                                        .map(old -> contact.with(
                                                member,
                                                over(old, contact.get(member).orElse(""))))
                                        .orElse(contact))));
    }

    private static String over(String old, String now) {
        return now.length() < old.length() ? now + old.substring(now.length()) : now;
    }

    private static Stream<Flaw> swapped() {
        return Subject.DESCRIBING.stream()
                .flatMap(one -> Subject.DESCRIBING.stream()
                        .filter(other -> one.name().compareTo(other.name()) < 0)
                        .map(other -> put(
                                one.name() + "-and-" + other.name() + "-are-swapped",
                                "A contact is stored with its " + word(one) + " and its " + word(other)
                                        + " in each other's place.",
                                AS_SENT,
                                (shelf, slot, contact) -> shelf.put(
                                        slot,
                                        contact.with(
                                                        one.member(),
                                                        contact.get(other.member())
                                                                .orElse(""))
                                                .with(
                                                        other.member(),
                                                        contact.get(one.member())
                                                                .orElse(""))))));
    }

    private static Stream<Flaw> altered(Subject s) {
        return Stream.of(
                stored(
                        s,
                        "is-cut-by-one",
                        "loses its last character when it is as long as can be",
                        t -> Texts.cut(t, s.longest() - 1)),
                stored(s, "is-cut-in-half", "is cut to half of what it may have", t -> Texts.cut(t, s.longest() / 2)),
                stored(
                        s,
                        "is-stored-backwards",
                        "is stored backwards",
                        t -> new StringBuilder(t).reverse().toString()));
    }

    private static Stream<Flaw> mangled(Subject s) {
        return Stream.of(
                stored(s, "is-stored-in-capitals", "is stored in capital letters", t -> t.toUpperCase(Locale.ROOT)),
                stored(s, "is-stored-in-small-letters", "is stored in small letters", t -> t.toLowerCase(Locale.ROOT)),
                stored(s, "loses-blanks-around-it", "is stored without the white space around it", Blanks::stripped),
                stored(
                        s,
                        "loses-two-blanks-together",
                        "is stored with each white space as one space",
                        t -> t.replaceAll("\\s+", " ")),
                stored(
                        s,
                        "loses-letters-beyond-ascii",
                        "is stored with question marks for letters beyond ASCII",
                        t -> t.replaceAll("[^\\x00-\\x7f]", "?")),
                stored(
                        s,
                        "loses-accents",
                        "is stored without its accents",
                        t -> Normalizer.normalize(t, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "")),
                stored(
                        s,
                        "is-stored-in-pieces",
                        "is stored with its accents apart from their letters",
                        t -> Normalizer.normalize(t, Normalizer.Form.NFD)),
                stored(
                        s,
                        "is-stored-put-together",
                        "is stored with its accents joined to their letters",
                        t -> Normalizer.normalize(t, Normalizer.Form.NFC)),
                stored(
                        s,
                        "is-stored-in-plainer-letters",
                        "is stored with the usual letters for full-width ones and ligatures",
                        t -> Normalizer.normalize(t, Normalizer.Form.NFKC)),
                stored(
                        s,
                        "is-read-in-latin-1",
                        "is stored in UTF-8 and read as Latin-1",
                        t -> new String(Texts.utf8(t), StandardCharsets.ISO_8859_1)),
                stored(s, "is-escaped-for-the-web", "is stored with the escapes of a web page", StorageFlaws::escaped),
                stored(s, "loses-backslashes", "is stored without its backslashes", t -> t.replace("\\", "")),
                emoji(
                        s,
                        "loses-emoji",
                        "is stored without its emoji",
                        t -> t.replaceAll("[\\x{10000}-\\x{10ffff}]", "")),
                emoji(
                        s,
                        "breaks-emoji",
                        "is stored with replacement characters for its emoji",
                        t -> t.replaceAll("[\\x{10000}-\\x{10ffff}]", "\ufffd")));
    }

    private static Stream<Flaw> particular() {
        return Stream.of(
                stored(
                        Subject.NAME,
                        "is-unescaped-twice",
                        "has its escapes undone twice",
                        t -> t.replace("\\u0020", " ")),
                stored(
                        Subject.NAME,
                        "loses-tags",
                        "is stored without what looks like a tag of a web page",
                        t -> t.replaceAll("<[^>]*>", "")),
                stored(
                        Subject.NAME,
                        "is-unescaped-for-the-web",
                        "has the escapes of a web page undone",
                        t -> t.replace("&amp;", "&")),
                stored(
                        Subject.NAME,
                        "is-decoded-as-a-web-address",
                        "is decoded as if it stood in a form of a web page",
                        t -> t.replace("%20", " ").replace('+', ' ')),
                stored(
                        Subject.NAME,
                        "has-percent-escapes-undone",
                        "is decoded as if it stood in a path of a web address",
                        t -> t.replace("%20", " ")),
                stored(
                        Subject.NAME,
                        "loses-zeros-before-it",
                        "is stored as a number where it looks like one",
                        t -> t.matches("0+[0-9]+") ? t.replaceFirst("^0+", "") : t),
                stored(
                        Subject.NAME,
                        "null-is-stored-as-nothing",
                        "is lost where it is the word null",
                        t -> t.equals("null") ? "" : t),
                stored(
                        Subject.PHONE,
                        "loses-all-but-digits",
                        "is stored without whatever is not a digit",
                        t -> t.replaceAll("[^0-9]", "")),
                stored(Subject.PHONE, "loses-hyphens", "is stored without its hyphens", t -> t.replace("-", "")),
                stored(
                        Subject.PHONE,
                        "loses-brackets",
                        "is stored without its brackets",
                        t -> t.replaceAll("[()]", "")),
                stored(
                        Subject.PHONE,
                        "loses-the-plus-sign",
                        "is stored without its plus sign",
                        t -> t.replace("+", "")),
                stored(
                        Subject.PHONE,
                        "loses-blanks-around-it",
                        "is stored without the white space around it",
                        Blanks::stripped),
                stored(Subject.PHONE, "loses-blanks", "is stored without white space", t -> t.replaceAll("\\s", "")),
                stored(
                        Subject.PHONE,
                        "stores-blanks-as-spaces",
                        "is stored with spaces for tabs and line feeds",
                        t -> t.replaceAll("\\s", " ")),
                stored(
                        Subject.EMAIL,
                        "is-stored-in-small-letters",
                        "is stored in small letters",
                        t -> t.toLowerCase(Locale.ROOT)),
                stored(
                        Subject.EMAIL,
                        "is-stored-in-capitals",
                        "is stored in capital letters",
                        t -> t.toUpperCase(Locale.ROOT)),
                stored(
                        Subject.EMAIL,
                        "host-is-stored-in-small-letters",
                        "is stored with its host in small letters",
                        t -> t.substring(0, t.lastIndexOf('@'))
                                + t.substring(t.lastIndexOf('@')).toLowerCase(Locale.ROOT)),
                stored(
                        Subject.EMAIL,
                        "loses-its-tag",
                        "is stored without what follows a plus sign",
                        t -> t.replaceFirst("\\+[^@]*", "")),
                stored(
                        Subject.EMAIL,
                        "loses-dots-in-the-mailbox",
                        "is stored without the dots in its mailbox",
                        t -> t.substring(0, t.lastIndexOf('@')).replace(".", "") + t.substring(t.lastIndexOf('@'))),
                stored(
                        Subject.EMAIL,
                        "is-escaped-for-the-web",
                        "is stored with the escapes of a web page",
                        StorageFlaws::escaped),
                stored(Subject.EMAIL, "is-stored-as-a-link", "is stored as a link", t -> "mailto:" + t),
                flaw(
                        "email-loses-blanks-before-it-only",
                        "An email address is stored with the white space after it, but not with that before it.",
                        AS_SENT,
                        b -> b.rule(
                                Member.EMAIL_ADDRESS, r -> r.storingItAsItCame().storing(String::stripLeading))));
    }

    private static Stream<Flaw> types() {
        return Stream.concat(
                Stream.of(
                        flaw(
                                "one-place-for-all-types",
                                "The three contacts of an account are one.",
                                OTHER_TYPES,
                                b -> b.keeping(k -> k.keyed(slot -> slot.typed("BILLING")))),
                        put(
                                "all-types-are-set",
                                "Setting one contact sets all three.",
                                OTHER_TYPES,
                                (shelf, slot, contact) -> TYPES.forEach(t -> shelf.put(slot.typed(t), contact))),
                        put(
                                "the-other-types-are-deleted",
                                "Setting one contact deletes the other two.",
                                OTHER_TYPES,
                                (shelf, slot, contact) -> {
                                    TYPES.forEach(t -> shelf.clear(slot.typed(t)));
                                    shelf.put(slot, contact);
                                })),
                TYPES.stream().flatMap(StorageFlaws::type));
    }

    private static Stream<Flaw> type(String type) {
        String name = ContactTypeFlaws.name(type);
        return Stream.concat(
                Stream.of(
                        ofType(
                                type,
                                name + "-is-not-stored",
                                "A contact of type " + type + " is thrown away.",
                                WHICH,
                                (shelf, slot, contact) -> {}),
                        ofType(
                                type,
                                name + "-is-not-overwritten",
                                "A contact of type " + type + " that is there stays.",
                                first("PAC-SET-2", WHICH),
                                (shelf, slot, contact) -> {
                                    if (shelf.at(slot).isEmpty()) {
                                        shelf.put(slot, contact);
                                    }
                                })),
                TYPES.stream()
                        .filter(other -> !other.equals(type))
                        .flatMap(other -> Stream.of(
                                ofType(
                                        type,
                                        name + "-lands-in-" + ContactTypeFlaws.name(other),
                                        "A contact of type " + type + " is stored as " + other + ".",
                                        WHICH,
                                        (shelf, slot, contact) -> shelf.put(slot.typed(other), contact)),
                                ofType(
                                        type,
                                        name + "-lands-in-" + ContactTypeFlaws.name(other) + "-too",
                                        "A contact of type " + type + " is stored as " + other + " as well.",
                                        OTHER_TYPES,
                                        (shelf, slot, contact) -> {
                                            shelf.put(slot.typed(other), contact);
                                            shelf.put(slot, contact);
                                        }))));
    }

    /** Most examples of storage are of a BILLING contact, as the requests are that they begin with. */
    private static List<String> which(String type, List<String> clauses) {
        return type.equals("BILLING")
                ? Stream.concat(clauses.stream(), READ_BACK.stream()).distinct().toList()
                : clauses;
    }

    private static Stream<Flaw> parties() {
        return Stream.of(
                lostFor(
                        "a-members-own-is-not-stored",
                        "What an ordinary member sets for itself is thrown away.",
                        "PAC-ORG-1",
                        m -> m.isByAnOrdinaryMember()),
                lostFor(
                        "the-delegates-own-is-not-stored",
                        "What the delegated administrator sets for itself is thrown away.",
                        "PAC-ORG-1",
                        m -> m.isByTheDelegate() && !m.namesAnAccount()),
                lostFor(
                        "managements-own-is-not-stored",
                        "What the management account sets for itself is thrown away.",
                        "PAC-ORG-1",
                        m -> m.isByTheManagement() && !m.namesAnAccount()),
                lostFor(
                                "what-management-sets-is-not-stored",
                                "What the management account sets for a member is thrown away.",
                                "PAC-ACCOUNT-1",
                                m -> m.isByTheManagement() && m.namesAnAccount())
                        .also("PAC-EXAMPLE-2"),
                lostFor(
                        "what-the-delegate-sets-is-not-stored",
                        "What the delegated administrator sets for a member is thrown away.",
                        "PAC-ACCOUNT-1",
                        m -> m.isByTheDelegate() && m.namesAnAccount()),
                lostFor(
                        "the-delegates-contact-is-not-stored",
                        "What is set for the delegated administrator is thrown away.",
                        "PAC-ACCOUNT-1",
                        Matter::namesTheDelegate),
                lostFor(
                        "one-members-contact-is-not-stored",
                        "What is set for one of the members is thrown away.",
                        "PAC-ACCOUNT-1",
                        m -> m.names("444444444444")));
    }

    private static Flaw lostFor(String name, String says, String clause, Predicate<Matter> some) {
        return flaw(
                name,
                says,
                List.of(clause),
                b -> b.towards(
                        c -> c.isPut() && some.test(c.matter()),
                        usual -> usual.keeping(k -> k.putting((shelf, slot, contact) -> {}))));
    }

    private static Flaw ofType(String type, String name, String says, List<String> clauses, Keeping.Put put) {
        return flaw(
                name,
                says,
                which(type, clauses),
                b -> b.keeping(k -> k.putting((shelf, slot, contact) ->
                        (slot.type().equals(type) ? put : k.put()).into(shelf, slot, contact))));
    }

    private static Stream<Flaw> accounts() {
        return Stream.of(
                flaw(
                        "one-place-for-all-accounts",
                        "All accounts share their contacts.",
                        OTHER_ACCOUNTS,
                        b -> b.keeping(k -> k.keyed(slot -> slot.of("000000000000")))),
                alsoInto(
                        "the-callers-own-is-set-too",
                        "Setting a member's contact sets the caller's own as well.",
                        matter -> matter.namesAnAccount()
                                ? List.of(matter.caller().account())
                                : List.of()),
                alsoInto(
                        "the-managements-is-set-too",
                        "Setting any contact in an organization sets that of its management account as well.",
                        matter -> matter.organization()
                                .map(o -> List.of(o.management().account()))
                                .orElse(List.of())),
                alsoInto(
                        "every-members-is-set-too",
                        "Setting any contact in an organization sets that of every member as well.",
                        matter -> matter.organization()
                                .map(o -> o.parties().map(Party::account).toList())
                                .orElse(List.of())),
                alsoInto(
                        "another-members-is-set-too",
                        "Setting a member's contact sets that of another member as well.",
                        matter -> matter.namesAnAccount() ? List.of("444444444444") : List.of()),
                alsoInto(
                        "the-delegates-is-set-too",
                        "Setting a contact in an organization sets that of its delegated administrator as well.",
                        matter -> matter.organization()
                                .flatMap(Organization::delegate)
                                .map(d -> List.of(d.account()))
                                .orElse(List.of())),
                alsoInto(
                        "a-strangers-is-set-too",
                        "Setting the contact of an account in no organization sets that of a member of one as well.",
                        matter -> matter.organization().isEmpty() ? List.of("333333333333") : List.of()));
    }

    private interface Bystanders {
        List<String> of(Matter matter);
    }

    private static Flaw alsoInto(String name, String says, Bystanders bystanders) {
        return flaw(
                name,
                says,
                OTHER_ACCOUNTS,
                b -> b.conduct(c -> c.aftermath((attempt, matter, fault, shelf) -> {
                    if (attempt.operation() == Operation.PUT && fault.isEmpty()) {
                        bystanders
                                .of(matter)
                                .forEach(account -> shelf.put(attempt.slot().of(account), attempt.contact()));
                    }
                })));
    }

    private static Stream<Flaw> refusals() {
        return Stream.of(
                        Stream.of(
                                refused(
                                        "stored-although-invalid",
                                        "A contact that is refused as invalid is stored all the same.",
                                        REFUSED,
                                        Fault.VALIDATION,
                                        StorageFlaws::store),
                                refused(
                                        "deleted-when-invalid",
                                        "A contact that is refused as invalid deletes the one that is there.",
                                        REFUSED,
                                        Fault.VALIDATION,
                                        StorageFlaws::delete),
                                refused(
                                        "name-changes-when-invalid",
                                        "A contact that is refused as invalid changes the name of the one that is there.",
                                        REFUSED,
                                        Fault.VALIDATION,
                                        StorageFlaws::rename),
                                refused(
                                        "stored-although-denied",
                                        "A contact that the caller may not set is stored all the same.",
                                        REFUSED,
                                        Fault.ACCESS_DENIED,
                                        StorageFlaws::store),
                                refused(
                                        "deleted-when-denied",
                                        "A contact that the caller may not set is deleted.",
                                        REFUSED,
                                        Fault.ACCESS_DENIED,
                                        StorageFlaws::delete),
                                refused(
                                        "stored-although-throttled",
                                        "A throttled call sets the contact all the same.",
                                        List.of("PAC-THROTTLE-3"),
                                        Fault.TOO_MANY_REQUESTS,
                                        StorageFlaws::store),
                                refused(
                                        "deleted-when-throttled",
                                        "A throttled call deletes the contact.",
                                        List.of("PAC-THROTTLE-3"),
                                        Fault.TOO_MANY_REQUESTS,
                                        StorageFlaws::delete)),
                        Subject.DESCRIBING.stream().flatMap(StorageFlaws::breaking))
                .flatMap(family -> family);
    }

    private static Stream<Flaw> breaking(Subject s) {
        return Stream.of(
                refused(
                        "stored-although-the-" + s.name() + "-is-invalid",
                        "A contact that is refused for its " + word(s) + " is stored all the same.",
                        REFUSED,
                        Fault.VALIDATION,
                        (attempt, shelf) -> {
                            if (breaks(s, attempt)) {
                                store(attempt, shelf);
                            }
                        }),
                refused(
                        "stored-but-for-the-invalid-" + s.name(),
                        "Of a contact that is refused for its " + word(s) + ", the rest is stored.",
                        REFUSED,
                        Fault.VALIDATION,
                        (attempt, shelf) -> {
                            if (breaks(s, attempt)) {
                                shelf.at(attempt.slot())
                                        .flatMap(old -> old.get(s.member()))
                                        .ifPresent(old -> shelf.put(
                                                attempt.slot(),
                                                attempt.contact().with(s.member(), old)));
                            }
                        }));
    }

    private static boolean breaks(Subject s, Attempt attempt) {
        try {
            attempt.get(s.member())
                    .ifPresent(t -> MemberRule.documented().get(s.member()).judge(s.member(), t));
            return attempt.get(s.member()).isEmpty();
        } catch (Refusal refusal) {
            return true;
        }
    }

    private interface Deed {
        void with(Attempt attempt, Shelf shelf);
    }

    private static void store(Attempt attempt, Shelf shelf) {
        shelf.put(attempt.slot(), attempt.contact());
    }

    private static void delete(Attempt attempt, Shelf shelf) {
        shelf.clear(attempt.slot());
    }

    private static void rename(Attempt attempt, Shelf shelf) {
        shelf.at(attempt.slot()).ifPresent(old -> shelf.put(attempt.slot(), old.with(Member.NAME, "Somebody Else")));
    }

    private static Flaw refused(String name, String says, List<String> clauses, Fault when, Deed deed) {
        return flaw(
                name,
                says,
                clauses,
                b -> b.conduct(c -> c.aftermath((attempt, matter, fault, shelf) -> {
                    if (attempt.operation() == Operation.PUT && fault.equals(Optional.of(when))) {
                        deed.with(attempt, shelf);
                    }
                })));
    }

    private static Flaw put(String name, String says, List<String> clauses, Keeping.Put put) {
        return flaw(name, says, clauses, b -> b.keeping(k -> k.putting(put)));
    }

    private static Flaw stored(Subject s, String name, String what, UnaryOperator<String> change) {
        return altering(s, name, what, AS_SENT, change);
    }

    private static Flaw emoji(Subject s, String name, String what, UnaryOperator<String> change) {
        return altering(s, name, what, List.of("PAC-SET-4"), change);
    }

    private static Flaw altering(
            Subject s, String name, String what, List<String> clauses, UnaryOperator<String> change) {
        return flaw(
                s.name() + "-" + name,
                "A" + s.noun().substring(1) + " " + what + ".",
                clauses,
                b -> b.rule(s.member(), r -> r.storing(change)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String word(Subject s) {
        return s.noun().replaceFirst("^an? ", "");
    }

    private static List<String> first(String clause, List<String> others) {
        return Stream.concat(Stream.of(clause), others.stream()).distinct().toList();
    }
}
