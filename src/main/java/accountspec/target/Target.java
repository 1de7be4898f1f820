package accountspec.target;

import accountspec.names.Names;
import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import accountspec.spec.Standing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The endpoint under test and all that it lends.
 *
 * @param name for reports
 * @param endpoint a base URL without a slash at its end; a path prefix is part of it
 * @param callers the parties in no organization
 * @param offers the sibling operations that the endpoint has: {@link Need#READ_BACK} and {@link Need#DELETE}
 * @param provoke by the name of the error
 * @param readings the open clauses that are scored
 */
public record Target(
        String name,
        URI endpoint,
        Signing signing,
        Map<PartyName, Party> callers,
        Map<Setup, Organization> organizations,
        Set<Need> offers,
        Map<String, Provocation> provoke,
        Pace pace,
        Patience patience,
        List<Reading> readings,
        List<Waiver> waivers) {

    private static final int LIMIT = 1_000_000;

    public Target {
        callers = Map.copyOf(callers);
        organizations = Map.copyOf(organizations);
        offers = Set.copyOf(offers);
        provoke = Map.copyOf(provoke);
        readings = List.copyOf(readings);
        waivers = List.copyOf(waivers);
    }

    /**
     * A target known by its endpoint alone: signed for the region that its host name tells, called with the AWS default chain, by one
     * account in no organization.
     *
     * @throws ProfileException when it is no http or https URL
     */
    public static Target of(URI endpoint) {
        return of(endpoint.toString(), System.getenv());
    }

    /** As {@link #of(URI)}, for an endpoint as someone typed it. */
    public static Target of(String endpoint) {
        return of(endpoint, System.getenv());
    }

    static Target of(String endpoint, Map<String, String> environment) {
        try {
            var url = Endpoint.of(endpoint);
            return new Target(
                    url.getAuthority(),
                    url,
                    Signing.sigV4(AwsHosts.region(url.getHost(), environment), ProfileReader.SERVICE),
                    ProfileReader.ALONE,
                    Map.of(),
                    Set.of(),
                    Map.of(),
                    AwsHosts.pace(url.getHost()),
                    Patience.USUAL,
                    List.of(),
                    List.of());
        } catch (IllegalArgumentException e) {
            throw new ProfileException("endpoint: " + e.getMessage(), e);
        }
    }

    /** @throws ProfileException when the file cannot be read, or is no target profile */
    public static Target load(Path file) {
        return load(file, System.getenv());
    }

    /**
     * As {@link #load(Path)}.
     *
     * @param environment what {@code env:NAME} in the profile refers to
     */
    public static Target load(Path file, Map<String, String> environment) {
        try {
            if (Files.isDirectory(file)) {
                throw new ProfileException(
                        List.of("'" + file + "' is a folder; --target takes the path of a target profile"));
            }
            if (Files.size(file) > LIMIT) {
                throw new ProfileException(List.of(
                        file + ": is " + Files.size(file) / LIMIT + " MB long; a target profile is a page of YAML"));
            }
            return read(file.toString(), Files.readString(file), environment);
        } catch (CharacterCodingException e) {
            throw new ProfileException(file + ": not text in UTF-8; a target profile is a page of YAML", e);
        } catch (NoSuchFileException e) {
            throw new ProfileException(
                    file + ": no such file" + lookedIn(file) + "; --target takes the path of a target profile", e);
        } catch (AccessDeniedException e) {
            throw new ProfileException(file + ": cannot be read: not allowed; whoever runs this must be", e);
        } catch (IOException e) {
            throw new ProfileException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String lookedIn(Path file) {
        return file.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath();
    }

    /**
     * As {@link #load(Path, Map)}, from text.
     *
     * @param source what to call the text in messages
     */
    public static Target read(String source, String yaml, Map<String, String> environment) {
        return new ProfileReader(source, environment).read(yaml);
    }

    /** A party in no organization, in its words. */
    public Optional<Party> caller(String words) {
        return PartyName.of(words).flatMap(this::caller);
    }

    public Optional<Party> caller(PartyName party) {
        return Optional.ofNullable(callers.get(party));
    }

    /** In its words, such as {@code without trusted access}. */
    public Optional<Organization> organization(String words) {
        return Setup.of(words).flatMap(this::organization);
    }

    public Optional<Organization> organization(Setup setup) {
        return Optional.ofNullable(organizations.get(setup));
    }

    /**
     * A party as a scenario means it.
     *
     * @param setup of the organization that the scenario is about, if it is about one; parties outside it are found all the same
     */
    public Optional<Party> party(PartyName party, Optional<Setup> setup) {
        return party.inOrganization()
                ? setup.flatMap(this::organization).flatMap(organization -> organization.party(party))
                : caller(party);
    }

    /** Whether requests may be sent in this party's name. An unsigned endpoint cannot tell callers apart: there is only the account. */
    public boolean mayCallAs(Party party) {
        return signing instanceof Signing.None
                ? party.name() == PartyName.THE_ACCOUNT
                : party.credentials().isPresent();
    }

    /** Why requests cannot be sent in a party's name; empty when they can. */
    public Optional<Lack> lackOfCaller(PartyName party, Optional<Setup> setup) {
        if (party(party, setup).filter(this::mayCallAs).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                signing instanceof Signing.None
                        ? Lacks.signing("an unsigned endpoint cannot tell " + party + " from any other caller")
                        : Lacks.party(party, setup, true));
    }

    /** Why a party's account number cannot be given; empty when it can. */
    public Optional<Lack> lackOfAccount(PartyName party, Optional<Setup> setup) {
        return party(party, setup).flatMap(Party::account).isPresent()
                ? Optional.empty()
                : Optional.of(Lacks.party(party, setup, false));
    }

    /** Why a need is not met; empty when it is. */
    public Optional<Lack> lack(Need need) {
        return switch (need) {
            case READ_BACK, DELETE -> offers.contains(need) ? Optional.empty() : Optional.of(Lacks.sibling(need));
            case ORGANIZATION -> lackOf(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS);
            case ORGANIZATION_WITHOUT_TRUSTED_ACCESS -> lackOf(Setup.WITHOUT_TRUSTED_ACCESS);
            case ORGANIZATION_WITHOUT_ALL_FEATURES -> lackOf(Setup.WITHOUT_ALL_FEATURES);
            case DELEGATED_ADMINISTRATOR ->
                lackOfCaller(
                        PartyName.THE_DELEGATED_ADMINISTRATOR, Optional.of(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS));
            case A_CALLER_WITHOUT_PERMISSION -> lackOfCaller(PartyName.A_CALLER_WITHOUT_PERMISSION, Optional.empty());
            case AN_OUTSIDER -> lackOfAccount(PartyName.AN_OUTSIDER, Optional.empty());
            case SIGNING ->
                signing instanceof Signing.None
                        ? Optional.of(Lacks.signing("the profile says that requests are not signed"))
                        : Optional.empty();
            case PROVOKED_THROTTLE -> lackOfProvocation(Provocation.THROTTLE);
            case PROVOKED_FAILURE -> lackOfProvocation(Provocation.FAILURE);
        };
    }

    /** Why the target cannot be made to answer with the error; empty when it can. */
    public Optional<Lack> lackOfProvocation(String error) {
        return provoke.containsKey(error) ? Optional.empty() : Optional.of(Lacks.provocation(error));
    }

    /** The needs that this target meets. */
    public Set<Need> met() {
        return EnumSet.allOf(Need.class).stream()
                .filter(need -> lack(need).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
    }

    /** The reading that the profile pins for a clause. */
    public Optional<String> reading(ClauseId clause) {
        return readings.stream()
                .filter(r -> r.clause().equals(clause))
                .map(Reading::word)
                .findFirst();
    }

    /** @throws ProfileException when a waiver or a reading is for a clause that does not exist, or is no reading of it */
    public void validate(ClauseBook book) {
        var problems = Stream.concat(
                        waivers.stream()
                                .filter(w -> book.find(w.clause()).isEmpty())
                                .map(w -> w.written() + ": "
                                        + book.unknown(w.clause().text())),
                        readings.stream().flatMap(r -> problem(r, book).map(p -> r.written() + ": " + p).stream()))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProfileException(problems);
        }
    }

    private static Optional<String> problem(Reading reading, ClauseBook book) {
        var clause = book.find(reading.clause());
        if (clause.isEmpty()) {
            return Optional.of(book.unknown(reading.clause().text()));
        }
        if (clause.get().standing() != Standing.OPEN) {
            return Optional.of(reading.clause() + " is "
                    + clause.get().standing().word() + "; only the reading of an open clause can be pinned");
        }
        return Optional.of(reading.word())
                .filter(word -> !clause.get().readings().contains(word))
                .map(word -> Names.unknown(
                        "reading", word, reading.clause().text(), clause.get().readings()));
    }

    /** Every secret value that was resolved so far, for redaction. */
    public Set<String> secrets() {
        return Stream.concat(
                        callers.values().stream(),
                        organizations.values().stream()
                                .map(Organization::parties)
                                .map(Map::values)
                                .flatMap(Collection::stream))
                .flatMap(party -> party.credentials().stream())
                .flatMap(credentials -> credentials.secrets().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Lack> lackOf(Setup setup) {
        return lackOfCaller(PartyName.THE_MANAGEMENT_ACCOUNT, Optional.of(setup))
                .or(() -> lackOfAccount(PartyName.A_MEMBER, Optional.of(setup)));
    }
}
