package accountspec.trial;

import accountspec.exchange.Header;
import accountspec.operation.Operation;
import accountspec.target.Lack;
import accountspec.target.Need;
import accountspec.target.Party;
import accountspec.target.PartyName;
import accountspec.target.Setup;
import accountspec.target.Target;
import accountspec.verdict.Unproven;
import accountspec.wire.Signer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The target's parties in the parts that the features give them, and what else the target lends. */
public final class Cast {

    private static final Optional<Setup> FULL = Optional.of(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS);

    private final Target target;
    private final Function<Party, Signer> signers;
    private final Operation reading;
    private final Operation deleting;
    private final Map<Party, Caller> callers = new HashMap<>();

    /** @param signers make what signs in a party's name */
    public Cast(Target target, Function<Party, Signer> signers, Operation reading, Operation deleting) {
        this.target = target;
        this.signers = signers;
        this.reading = reading;
        this.deleting = deleting;
    }

    /** Ends the scenario as unproven, unless the target lends what it needs. */
    public void require(String need) {
        target.lack(Need.of(need).orElseThrow()).ifPresent(Cast::lacking);
    }

    /** The party, whether it may be called as or not. */
    public Caller party(String name, Optional<Setup> setup) {
        PartyName party = PartyName.of(name).orElseThrow();
        return target.party(party, setup)
                .map(this::caller)
                .orElseThrow(() -> notOffered(target.lackOfCaller(party, setup).orElseThrow()));
    }

    /** The party's account number. */
    public String account(Caller party) {
        return party.account()
                .orElseThrow(() -> notOffered(new Lack(
                        "the profile tells no account number of " + party.name(),
                        party.name() + ": { account: \"<12 digits>\" }")));
    }

    /** The same party, if requests may be sent in its name. */
    public Caller callable(Caller party, Optional<Setup> setup) {
        if (party.signer().isEmpty()) {
            PartyName name = PartyName.of(party.name()).orElseThrow();
            target.lackOfCaller(name, setup).ifPresent(Cast::lacking);
        }
        return party;
    }

    /** Everyone in the organization whom the profile names. */
    public List<Caller> organization(Setup setup) {
        return target
                .organization(setup)
                .orElseThrow(() -> notOffered(target.lackOfCaller(PartyName.THE_MANAGEMENT_ACCOUNT, Optional.of(setup))
                        .orElseThrow()))
                .parties()
                .values()
                .stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .map(this::caller)
                .toList();
    }

    /** Who sends where a feature names nobody: an account in no organization, or else any that there is. */
    public Caller standalone() {
        Stream<Optional<Party>> candidates = Stream.concat(
                Stream.of(target.caller(PartyName.THE_ACCOUNT), target.caller(PartyName.AN_OUTSIDER)),
                Arrays.stream(Setup.values())
                        .flatMap(setup -> Stream.of(
                                target.party(PartyName.A_MEMBER, Optional.of(setup)),
                                target.party(PartyName.THE_MANAGEMENT_ACCOUNT, Optional.of(setup)))));
        return candidates
                .flatMap(Optional::stream)
                .filter(target::mayCallAs)
                .findFirst()
                .map(this::caller)
                .orElseThrow(() -> notOffered(target.lackOfCaller(PartyName.THE_ACCOUNT, Optional.empty())
                        .orElseThrow()));
    }

    /** The party that is denied everything, if there is one to call as. */
    Optional<Caller> withoutPermission() {
        return target.caller(PartyName.A_CALLER_WITHOUT_PERMISSION)
                .filter(target::mayCallAs)
                .map(this::caller);
    }

    /** Whether a valid request of the party is one that must be refused. */
    public boolean isWithoutPermission(Caller party) {
        return party.name().equals(PartyName.A_CALLER_WITHOUT_PERMISSION.words());
    }

    /** Someone who may certainly give a member's AccountId, and that member, if the profile lends them. */
    public Optional<Map.Entry<Caller, Caller>> giver() {
        Optional<Caller> giver = target.party(PartyName.THE_MANAGEMENT_ACCOUNT, FULL)
                .filter(target::mayCallAs)
                .map(this::caller);
        return giver.flatMap(caller -> memberFor(caller, FULL).map(member -> Map.entry(caller, member)));
    }

    /** A member whose contact the caller may set, if it may set any. */
    public Optional<Caller> memberFor(Caller caller, Optional<Setup> setup) {
        boolean mayGive = caller.name().equals(PartyName.THE_MANAGEMENT_ACCOUNT.words())
                || caller.name().equals(PartyName.THE_DELEGATED_ADMINISTRATOR.words());
        return mayGive && setup.equals(FULL)
                ? target.party(PartyName.A_MEMBER, setup)
                        .filter(member -> member.account().isPresent())
                        .map(this::caller)
                : Optional.empty();
    }

    /** Who can set and read the contact of a party that cannot be called as. */
    public Caller keeperOf(Caller owner) {
        return keeper(owner)
                .orElseThrow(() -> Unproven.notOffered("the profile has no credentials of " + owner.name()
                        + ", nor of a management account that could act for it"));
    }

    /** Whether somebody can set and read the party's contact. */
    public boolean isKept(Caller owner) {
        return owner.signer().isPresent() || keeper(owner).isPresent();
    }

    private Optional<Caller> keeper(Caller owner) {
        return target.organization(FULL.orElseThrow())
                .filter(organization -> organization.parties().values().stream()
                        .filter(party -> party.name() != PartyName.THE_MANAGEMENT_ACCOUNT)
                        .anyMatch(party ->
                                party.account().isPresent() && party.account().equals(owner.account())))
                .flatMap(organization -> organization.party(PartyName.THE_MANAGEMENT_ACCOUNT))
                .filter(target::mayCallAs)
                .map(this::caller);
    }

    /** The account number of a member of another organization than that. */
    public String foreignMember(Optional<Setup> setup) {
        return Arrays.stream(Setup.values())
                .map(Optional::of)
                .filter(other -> !other.equals(setup))
                .flatMap(other -> target.party(PartyName.A_MEMBER, other).stream())
                .flatMap(member -> member.account().stream())
                .findFirst()
                .orElseThrow(() -> Unproven.notOffered("the profile has no member of another organization"));
    }

    /** A well-formed number of no account that the profile knows of. */
    public String unknownAccount() {
        Set<String> known = new HashSet<>();
        target.callers().values().forEach(party -> party.account().ifPresent(known::add));
        target.organizations()
                .values()
                .forEach(organization -> organization
                        .parties()
                        .values()
                        .forEach(party -> party.account().ifPresent(known::add)));
        return LongStream.iterate(999_999_999_990L, number -> number - 1)
                .mapToObj(Long::toString)
                .filter(number -> !known.contains(number))
                .findFirst()
                .orElseThrow();
    }

    /** Whether requests are signed at all. */
    boolean signs() {
        return target.lack(Need.SIGNING).isEmpty();
    }

    public boolean canReadBack() {
        return target.offers().contains(Need.READ_BACK);
    }

    public boolean canDelete() {
        return target.offers().contains(Need.DELETE);
    }

    Operation reading() {
        require(Need.READ_BACK.words());
        return reading;
    }

    Operation deleting() {
        require(Need.DELETE.words());
        return deleting;
    }

    /** How to make the target answer with the error. */
    public Provocation provocation(String error) {
        accountspec.target.Provocation means = target.provoke().get(error);
        if (means instanceof accountspec.target.Provocation.ByHeader byHeader) {
            return new Provocation.ByHeaders(
                    error,
                    byHeader.headers().entrySet().stream()
                            .map(header -> new Header(header.getKey(), header.getValue()))
                            .toList());
        }
        if (means instanceof accountspec.target.Provocation.ByBurst burst) {
            return new Provocation.ByBurst(burst.requests());
        }
        throw notOffered(target.lackOfProvocation(error).orElseThrow());
    }

    private Caller caller(Party party) {
        return callers.computeIfAbsent(party, this::cast);
    }

    private Caller cast(Party party) {
        Optional<Signer> signer = target.mayCallAs(party) ? Optional.of(signers.apply(party)) : Optional.empty();
        return new Caller(party.name().words(), party.account(), signer);
    }

    private static void lacking(Lack lack) {
        throw notOffered(lack);
    }

    private static Unproven notOffered(Lack lack) {
        return Unproven.notOffered(lack);
    }
}
