package accountspec.reference;

import static accountspec.reference.Authority.Check.ACCOUNT_IS_IN_THE_ORGANIZATION;
import static accountspec.reference.Authority.Check.ALL_FEATURES_ARE_ENABLED;
import static accountspec.reference.Authority.Check.CALLER_ADMINISTERS_THE_ORGANIZATION;
import static accountspec.reference.Authority.Check.CALLER_HAS_PERMISSION;
import static accountspec.reference.Authority.Check.CALLER_IS_IN_AN_ORGANIZATION;
import static accountspec.reference.Authority.Check.MANAGEMENT_LEAVES_ITS_OWN_ACCOUNT_OUT;
import static accountspec.reference.Authority.Check.NOBODY_ELSE_NAMES_THE_MANAGEMENT;
import static accountspec.reference.Authority.Check.TRUSTED_ACCESS_IS_ENABLED;
import static accountspec.reference.Flaw.flaw;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can go wrong with the rules about who may set whose contact. */
final class OrganizationFlaws {

    private static final List<String> WHO = List.of("PAC-ORG-2");
    private static final List<String> WHOM = List.of("PAC-ORG-3");
    private static final List<String> OWN = List.of("PAC-ORG-1");
    private static final List<String> STANDALONE = List.of("PAC-ORG-7");

    /** A check with how flaws call it and the clauses that it keeps. */
    private record Kept(Authority.Check check, String name, String noun, List<String> clauses) {}

    private static final List<Kept> CHECKS = List.of(
            new Kept(
                    CALLER_IS_IN_AN_ORGANIZATION,
                    "caller-without-organization",
                    "that the caller is in an organization",
                    List.of("PAC-ORG-7", "PAC-ORG-2")),
            new Kept(
                    CALLER_ADMINISTERS_THE_ORGANIZATION,
                    "caller-as-ordinary-member",
                    "that the caller administers its organization",
                    WHO),
            new Kept(
                    ALL_FEATURES_ARE_ENABLED,
                    "all-features",
                    "that the organization has all features",
                    List.of("PAC-ORG-4")),
            new Kept(
                    TRUSTED_ACCESS_IS_ENABLED,
                    "trusted-access",
                    "that the organization has trusted access",
                    List.of("PAC-ORG-5")),
            new Kept(
                    MANAGEMENT_LEAVES_ITS_OWN_ACCOUNT_OUT,
                    "management-naming-itself",
                    "that the management account leaves its own AccountId out",
                    List.of("PAC-ORG-6")),
            new Kept(
                    NOBODY_ELSE_NAMES_THE_MANAGEMENT,
                    "management-named-by-the-delegate",
                    "that the delegated administrator leaves the management account alone",
                    WHOM),
            new Kept(
                    ACCOUNT_IS_IN_THE_ORGANIZATION,
                    "account-outside-the-organization",
                    "that the account is in the organization",
                    WHOM));

    private OrganizationFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(
                        CHECKS.stream().flatMap(OrganizationFlaws::unchecked),
                        permission(),
                        allowing(),
                        refusing(),
                        otherAccounts(),
                        unvalidated())
                .flatMap(family -> family);
    }

    private static Stream<Flaw> unchecked(Kept kept) {
        return Stream.of(
                flaw(
                        kept.name() + "-goes-unchecked",
                        "Nobody checks " + kept.noun() + ".",
                        kept.clauses(),
                        checks(c -> c.without(kept.check()))),
                answered(kept, "not-found", Fault.NOT_FOUND),
                answered(kept, "an-error-of-its-own", new Fault("OrganizationException", 400)));
    }

    private static Flaw answered(Kept kept, String as, Fault fault) {
        return flaw(
                kept.name() + "-is-" + as,
                "Where it is not so " + kept.noun() + ", the answer is " + fault.name() + ".",
                kept.clauses(),
                checks(c -> c.answering(kept.check(), fault)));
    }

    private static Stream<Flaw> permission() {
        Flaw unchecked = flaw(
                "permission-goes-unchecked",
                "A caller without permission sets contacts.",
                List.of("PAC-ACCESS-1", "PAC-ACCESS-2", "PAC-COMMON-2", "PAC-COMMON-3", "PAC-SET-8"),
                checks(c -> c.without(CALLER_HAS_PERMISSION)));
        return Stream.concat(
                ContactTypeFlaws.TYPES.stream().map(type -> MemberFlaws.onlyFor(type, unchecked)),
                Stream.of(
                        unchecked,
                        flaw(
                                "permission-is-a-validation-exception",
                                "A caller without permission is refused with a ValidationException.",
                                List.of("PAC-ACCESS-1", "PAC-ACCESS-2"),
                                checks(c -> c.answering(CALLER_HAS_PERMISSION, Fault.VALIDATION))),
                        flaw(
                                "permission-is-not-found",
                                "A caller without permission is told that there is no such contact.",
                                List.of("PAC-ACCESS-1", "PAC-ACCESS-2"),
                                checks(c -> c.answering(CALLER_HAS_PERMISSION, Fault.NOT_FOUND)))));
    }

    private static Stream<Flaw> allowing() {
        return Stream.of(
                allow(
                        "everybody-names-anybody",
                        "Any caller may give any AccountId.",
                        List.of("PAC-ORG-2", "PAC-ORG-3", "PAC-ORG-4", "PAC-ORG-5", "PAC-ORG-6", "PAC-ORG-7"),
                        Matter::namesAnAccount),
                allow(
                        "anybody-names-itself",
                        "Any caller may give its own AccountId.",
                        List.of("PAC-ORG-6", "PAC-ORG-2", "PAC-ORG-7"),
                        Matter::namesItself),
                allow(
                        "a-member-names-itself",
                        "An ordinary member may give its own AccountId.",
                        WHO,
                        m -> m.isByAnOrdinaryMember() && m.namesItself()),
                allow(
                        "a-member-names-another-member",
                        "An ordinary member may give the AccountId of another.",
                        WHO,
                        m -> m.isByAnOrdinaryMember()
                                && !m.namesItself()
                                && !m.namesTheManagement()
                                && !m.namesTheDelegate()
                                && m.namesOneOfTheOrganization()),
                allow(
                        "a-member-names-the-management",
                        "An ordinary member may give the management account's AccountId.",
                        WHO,
                        m -> m.isByAnOrdinaryMember() && m.namesTheManagement()),
                allow(
                        "a-member-names-the-delegate",
                        "An ordinary member may give the delegated administrator's AccountId.",
                        WHO,
                        m -> m.isByAnOrdinaryMember() && m.namesTheDelegate()),
                allow(
                        "an-account-alone-names-itself",
                        "An account in no organization may give its own AccountId.",
                        STANDALONE,
                        m -> isAlone(m) && m.namesItself()),
                allow(
                        "an-account-alone-names-others",
                        "An account in no organization may give another's AccountId.",
                        List.of("PAC-ORG-7", "PAC-ORG-2"),
                        m -> isAlone(m) && !m.namesItself() && m.namesAnAccount()),
                allow(
                        "management-names-outsiders",
                        "The management account may give the AccountId of an account outside its organization.",
                        WHOM,
                        m -> m.isByTheManagement() && namesAnOutsider(m)),
                allow(
                        "management-names-members-of-other-organizations",
                        "The management account may give the AccountId of a member of another organization.",
                        WHOM,
                        m -> m.isByTheManagement() && namesAForeigner(m)),
                allow(
                        "the-delegate-names-outsiders",
                        "The delegated administrator may give the AccountId of an account outside its organization.",
                        WHOM,
                        m -> m.isByTheDelegate() && namesAnOutsider(m)));
    }

    private static Stream<Flaw> refusing() {
        return Stream.of(
                refuse(
                        "nobody-names-an-account",
                        "No caller may give an AccountId.",
                        List.of(
                                "PAC-ORG-2",
                                "PAC-ACCOUNT-1",
                                "PAC-ACCOUNT-3",
                                "PAC-RESPONSE-1",
                                "PAC-RESPONSE-2",
                                "PAC-EXAMPLE-2"),
                        Matter::namesAnAccount),
                refuse(
                        "management-names-nobody",
                        "The management account may not give an AccountId.",
                        List.of(
                                "PAC-ORG-2",
                                "PAC-ACCOUNT-1",
                                "PAC-ACCOUNT-3",
                                "PAC-RESPONSE-1",
                                "PAC-RESPONSE-2",
                                "PAC-EXAMPLE-2"),
                        m -> m.isByTheManagement() && m.namesAnAccount()),
                refuse(
                        "management-does-not-name-the-delegate",
                        "The management account may not give the delegated administrator's AccountId.",
                        List.of("PAC-ORG-2", "PAC-ACCOUNT-1"),
                        m -> m.isByTheManagement() && m.namesTheDelegate()),
                refuse(
                        "the-delegate-names-nobody",
                        "The delegated administrator may not give an AccountId.",
                        List.of("PAC-ORG-2", "PAC-ACCOUNT-1"),
                        m -> m.isByTheDelegate() && m.namesAnAccount()),
                refuse(
                        "a-member-cannot-set-its-own",
                        "An ordinary member may not set its own contact.",
                        OWN,
                        m -> m.isByAnOrdinaryMember() && !m.namesAnAccount()),
                refuse(
                        "the-delegate-cannot-set-its-own",
                        "The delegated administrator may not set its own contact.",
                        OWN,
                        m -> m.isByTheDelegate() && !m.namesAnAccount()),
                refuse(
                                "an-account-alone-cannot-set-its-own",
                                "An account in no organization may not set its own contact.",
                                STANDALONE,
                                m -> isAlone(m) && !m.namesAnAccount())
                        .diagnosed(),
                refuse(
                        "management-cannot-set-its-own",
                        "The management account may not set its own contact.",
                        OWN,
                        m -> m.isByTheManagement() && !m.namesAnAccount()),
                refuse(
                        "an-organization-cannot-set-their-own",
                        "No account in an organization may set its own contact.",
                        OWN,
                        m -> m.organization().isPresent() && !m.namesAnAccount()),
                flaw(
                        "all-features-the-wrong-way-round",
                        "An AccountId may be given only where the organization has not all features.",
                        List.of(
                                "PAC-ORG-4",
                                "PAC-ORG-2",
                                "PAC-ACCOUNT-1",
                                "PAC-ACCOUNT-3",
                                "PAC-RESPONSE-1",
                                "PAC-RESPONSE-2",
                                "PAC-EXAMPLE-2"),
                        reversing(ALL_FEATURES_ARE_ENABLED)),
                flaw(
                        "trusted-access-the-wrong-way-round",
                        "An AccountId may be given only where the organization has no trusted access.",
                        List.of(
                                "PAC-ORG-5",
                                "PAC-ORG-2",
                                "PAC-ACCOUNT-1",
                                "PAC-ACCOUNT-3",
                                "PAC-RESPONSE-1",
                                "PAC-RESPONSE-2",
                                "PAC-EXAMPLE-2"),
                        reversing(TRUSTED_ACCESS_IS_ENABLED)));
    }

    /** The request is allowed, but what it changes is another account's. Reading is right, so that it shows. */
    private static Stream<Flaw> otherAccounts() {
        return Stream.of(
                flaw(
                        "account-id-is-ignored",
                        "Whatever AccountId is given, the caller's own contact is set.",
                        List.of("PAC-ACCOUNT-1", "PAC-SET-7", "PAC-EXAMPLE-2"),
                        landing(Matter::namesAnAccount, m -> m.caller().account())),
                flaw(
                        "a-members-own-lands-with-the-management",
                        "Without an AccountId, an ordinary member sets the management account's contact.",
                        List.of("PAC-ORG-1", "PAC-SET-7"),
                        landing(m -> m.isByAnOrdinaryMember() && !m.namesAnAccount(), OrganizationFlaws::management)),
                flaw(
                        "the-delegates-own-lands-with-the-management",
                        "Without an AccountId, the delegated administrator sets the management account's contact.",
                        List.of("PAC-ORG-1"),
                        landing(m -> m.isByTheDelegate() && !m.namesAnAccount(), OrganizationFlaws::management)),
                flaw(
                        "managements-own-lands-with-a-member",
                        "Without an AccountId, the management account sets a member's contact.",
                        List.of("PAC-ORG-1", "PAC-SET-7"),
                        landing(m -> m.isByTheManagement() && !m.namesAnAccount(), OrganizationFlaws::firstMember)),
                flaw(
                        "a-members-lands-with-another-member",
                        "Whatever member is named, the first of them has its contact set.",
                        List.of("PAC-ACCOUNT-1", "PAC-SET-7"),
                        landing(Matter::namesAnAccount, OrganizationFlaws::firstMember)));
    }

    /** What is given for another account's contact is not looked at as what is given for one's own. */
    private static Stream<Flaw> unvalidated() {
        List<Subject> all = Stream.concat(Stream.of(Subject.CONTACT_TYPE), Subject.DESCRIBING.stream())
                .toList();
        return Stream.concat(
                Stream.of(unvalidated("a-contact", "nothing that describes it is checked", all)),
                all.stream().map(s -> unvalidated(s.name(), s.noun() + " may be anything", List.of(s))));
    }

    private static Flaw unvalidated(String what, String words, List<Subject> unchecked) {
        return flaw(
                what + "-goes-unchecked-for-another-account",
                "Where a request is about another account's contact, " + words + ".",
                List.of("PAC-VALIDATION-3"),
                b -> b.towards(c -> c.isPut() && c.matter().namesAnAccount(), usual -> {
                    Behaviour careless = usual;
                    for (Subject s : unchecked) {
                        careless = careless.rule(
                                s.member(), rule -> rule.of(Length.ANY).of(any -> true));
                    }
                    return careless;
                }));
    }

    private static boolean isAlone(Matter m) {
        return m.organization().isEmpty();
    }

    private static boolean namesAnOutsider(Matter m) {
        return m.namesAnAccount() && !m.namesOneOfTheOrganization();
    }

    private static boolean namesAForeigner(Matter m) {
        return namesAnOutsider(m)
                && m.named().flatMap(World.standard()::organizationOf).isPresent();
    }

    private static String management(Matter m) {
        return m.organization().orElseThrow().management().account();
    }

    private static String firstMember(Matter m) {
        return m.organization().orElseThrow().members().get(0).account();
    }

    private static Flaw allow(String name, String says, List<String> clauses, Predicate<Matter> some) {
        return flaw(
                name,
                says,
                clauses,
                b -> b.authority(right -> m -> CALLER_HAS_PERMISSION.holds(m) && some.test(m)
                        ? m.named().orElseThrow()
                        : right.account(m)));
    }

    private static Flaw refuse(String name, String says, List<String> clauses, Predicate<Matter> some) {
        return flaw(
                name,
                says,
                clauses,
                b -> b.authority(right -> m -> {
                    if (some.test(m)) {
                        throw Fault.ACCESS_DENIED.because("The caller is not authorized to do this");
                    }
                    return right.account(m);
                }));
    }

    private static UnaryOperator<Behaviour> reversing(Authority.Check check) {
        return b -> b.authority(right -> m -> {
            if (m.namesAnAccount() && check.holds(m)) {
                throw Fault.ACCESS_DENIED.because("The caller is not authorized to do this");
            }
            return Authority.documented().without(check).account(m);
        });
    }

    private static UnaryOperator<Behaviour> landing(Predicate<Matter> some, Function<Matter, String> elsewhere) {
        return b -> b.towards(
                Conduct.Circumstance::isPut,
                usual -> usual.authority(right -> m -> {
                    String lawful = right.account(m);
                    return some.test(m) ? elsewhere.apply(m) : lawful;
                }));
    }

    private static UnaryOperator<Behaviour> checks(UnaryOperator<Authority.Checked> change) {
        return b -> b.authority(right -> change.apply(Authority.documented()));
    }
}
