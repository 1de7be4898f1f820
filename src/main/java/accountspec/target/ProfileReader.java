package accountspec.target;

import accountspec.names.Names;
import accountspec.spec.ClauseId;
import accountspec.spec.SpecException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a target profile, and tells everything that is wrong with it at once. */
final class ProfileReader {

    static final String SERVICE = "account";

    /** The callers of a target of which nothing but the endpoint is known. */
    static final Map<PartyName, Party> ALONE = Map.of(
            PartyName.THE_ACCOUNT,
            new Party(PartyName.THE_ACCOUNT, Optional.empty(), Optional.of(AwsCredentials.defaultChain())));

    private static final List<String> KEYS = List.of(
            "target",
            "endpoint",
            "signing",
            "callers",
            "organizations",
            "offers",
            "provoke",
            "pace",
            "patience",
            "readings",
            "waivers");
    private static final List<String> OFFERS = List.of(Need.READ_BACK.words(), Need.DELETE.words());
    private static final String CREDENTIAL_FORMS =
            "profile:NAME, default, or { accessKey: ..., secretKey: ..., sessionToken: ... } with values or env:NAME";

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,3})/s");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~\\w-]+");
    private static final Pattern REGION_OR_SERVICE = Pattern.compile("[a-z0-9-]+");

    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]{1,200}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]+");

    /** Headers that frame a request or sign it. */
    private static final Set<String> MADE_BY_THE_SUITE = Set.of(
            "host",
            "connection",
            "content-length",
            "expect",
            "transfer-encoding",
            "upgrade",
            "authorization",
            "x-amz-date",
            "x-amz-security-token");

    private static final Pattern BURST = Pattern.compile("[2-9]|[1-9]\\d{1,2}");

    /** What stands for a value that cannot be read, until the problems are told. */
    private static final URI UNREADABLE = URI.create("http://unreadable");

    private static final String UNREADABLE_ACCOUNT = "unreadable";

    private final String source;
    private final Problems problems;
    private final Map<String, String> environment;

    ProfileReader(String source, Map<String, String> environment) {
        this.source = source;
        this.problems = new Problems(source);
        this.environment = environment;
    }

    Target read(String yaml) {
        var keys = root(yaml).members("key", KEYS);
        if (!keys.containsKey("endpoint")) {
            problems.at(
                    1,
                    "no endpoint; add the base URL to test, such as 'endpoint: https://account.staging.example.net'");
        }
        var endpoint =
                get(keys, "endpoint").flatMap(item -> item.text(Endpoint::of)).orElse(UNREADABLE);
        var host = endpoint.getHost();
        var signing = get(keys, "signing")
                .map(item -> signing(item, host))
                .orElseGet(() -> Signing.sigV4(AwsHosts.region(host, environment), SERVICE));
        var organizations = get(keys, "organizations").map(this::organizations).orElse(Map.of());
        var callers = callers(keys, signing);
        checkAccounts(callers, organizations, keys);
        checkCallable(signing, callers, organizations);
        var target = new Target(
                get(keys, "target")
                        .flatMap(item -> item.text(matching(NAME, "a name on one line, of 200 characters at most")))
                        .orElse(endpoint.getAuthority()),
                endpoint,
                signing,
                callers,
                organizations,
                get(keys, "offers").map(this::offers).orElse(Set.of()),
                get(keys, "provoke").map(this::provoke).orElse(Map.of()),
                pace(get(keys, "pace"), AwsHosts.pace(host)),
                patience(get(keys, "patience")),
                get(keys, "readings").map(this::readings).orElse(List.of()),
                get(keys, "waivers").map(this::waivers).orElse(List.of()));
        problems.throwAny();
        return target;
    }

    /** Scalars stay text; SnakeYAML's own limits on size, depth and aliases hold. */
    private Item root(String yaml) {
        try {
            var node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (node == null) {
                throw new ProfileException(
                        List.of(source + ": is empty; a target profile has an endpoint, at the least"));
            }
            return Item.root(node, problems);
        } catch (MarkedYAMLException e) {
            // Without its snippet of the text, which may hold a secret.
            var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ProfileException(problems.written(line) + ": is no YAML here: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new ProfileException(source + ": is no YAML: " + e.getMessage(), e);
        }
    }

    private Signing signing(Item item, String host) {
        if (item.isText()) {
            if (item.text().filter("none"::equals).isEmpty()) {
                item.wrong("signing is neither the word none nor { region: us-east-1, service: account }");
            }
            return Signing.none();
        }
        var keys = item.members("key", List.of("region", "service"));
        return Signing.sigV4(
                get(keys, "region")
                        .flatMap(region -> region.text(matching(REGION_OR_SERVICE, "a region, such as us-east-1")))
                        .orElseGet(() -> AwsHosts.region(host, environment)),
                get(keys, "service")
                        .flatMap(service -> service.text(matching(REGION_OR_SERVICE, "a service, such as account")))
                        .orElse(SERVICE));
    }

    private Map<PartyName, Party> callers(Map<String, Item> keys, Signing signing) {
        var item = get(keys, "callers");
        var callers = item.map(i -> parties(i, false)).orElseGet(() -> new EnumMap<>(PartyName.class));
        if (signing instanceof Signing.None) {
            callers.putIfAbsent(
                    PartyName.THE_ACCOUNT, new Party(PartyName.THE_ACCOUNT, Optional.empty(), Optional.empty()));
        } else if (item.isEmpty() && !keys.containsKey("organizations")) {
            return ALONE;
        }
        return callers;
    }

    /** A caller that is denied everything is no control for anything. */
    private void checkCallable(Signing signing, Map<PartyName, Party> callers, Map<Setup, Organization> organizations) {
        boolean somebody = signing instanceof Signing.None
                || Stream.concat(
                                callers.values().stream(),
                                organizations.values().stream()
                                        .flatMap(organization -> organization.parties().values().stream()))
                        .filter(party -> party.name() != PartyName.A_CALLER_WITHOUT_PERMISSION)
                        .anyMatch(party -> party.credentials().isPresent());
        if (!somebody) {
            problems.at(
                    1,
                    "nobody to call as: no party has credentials;"
                            + " add 'callers: { the account: { account: \"<12 digits>\", credentials: default } }'");
        }
    }

    private Map<Setup, Organization> organizations(Item item) {
        var organizations = new EnumMap<Setup, Organization>(Setup.class);
        item.members("organization", Setup.known())
                .forEach((words, inner) -> Setup.of(words)
                        .ifPresent(setup -> organizations.put(setup, new Organization(setup, parties(inner, true)))));
        return organizations;
    }

    private Map<PartyName, Party> parties(Item item, boolean inOrganization) {
        var parties = new EnumMap<PartyName, Party>(PartyName.class);
        item.members("party", PartyName.words(inOrganization))
                .forEach((words, inner) ->
                        PartyName.of(words).ifPresent(name -> parties.put(name, party(name, inner))));
        if (inOrganization) {
            parties.values().stream()
                    .filter(party -> party.account().isEmpty())
                    .forEach(party -> item.wrong(party.name() + " at " + item.path() + " has no account;"
                            + " add 'account: \"<12 digits>\"', its number"));
        }
        return parties;
    }

    private Party party(PartyName name, Item item) {
        var keys = item.members("key", List.of("account", "credentials"));
        return new Party(
                name,
                get(keys, "account")
                        .map(account -> account.text(matching(ACCOUNT, "an account number of 12 digits"))
                                .orElse(UNREADABLE_ACCOUNT)),
                get(keys, "credentials").map(this::credentials));
    }

    private Credentials credentials(Item item) {
        if (!item.isText()) {
            var keys = item.members("key", List.of("accessKey", "secretKey", "sessionToken"));
            return new GivenKeys(new Keys(
                    key(item, keys, "accessKey"),
                    key(item, keys, "secretKey"),
                    get(keys, "sessionToken").map(this::literalOrEnvironment)));
        }
        var text = item.text().orElse("");
        if (text.equals("default")) {
            return AwsCredentials.defaultChain();
        }
        if (!text.startsWith("profile:") || text.equals("profile:")) {
            // Not repeated: someone may have written a secret here.
            item.wrong(item.path() + " is none of " + CREDENTIAL_FORMS);
        }
        return AwsCredentials.profile(text.replaceFirst("profile:\\s*", ""));
    }

    private String key(Item item, Map<String, Item> keys, String name) {
        if (!keys.containsKey(name)) {
            item.wrong("no " + name + " at " + item.path() + "; credentials are " + CREDENTIAL_FORMS);
        }
        return get(keys, name).map(this::literalOrEnvironment).orElse("");
    }

    private String literalOrEnvironment(Item item) {
        var text = item.text().orElse("");
        if (!text.startsWith("env:")) {
            return text;
        }
        var variable = text.substring("env:".length()).strip();
        var value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            item.wrong("the environment variable " + variable + " is not set; " + item.path() + " needs it");
        }
        return value;
    }

    /** Two parties of one organization are two accounts, and whoever is in no organization is in none of these. */
    private void checkAccounts(
            Map<PartyName, Party> callers, Map<Setup, Organization> organizations, Map<String, Item> keys) {
        var taken = new HashMap<String, String>();
        for (var organization : organizations.values()) {
            var own = new HashMap<String, PartyName>();
            for (var party : new TreeMap<>(organization.parties()).values()) {
                party.account()
                        .filter(account -> !account.equals(UNREADABLE_ACCOUNT))
                        .ifPresent(account -> {
                            var other = own.putIfAbsent(account, party.name());
                            if (other != null) {
                                keys.get("organizations")
                                        .wrong(other + " and " + party.name() + " of the organization "
                                                + organization.setup()
                                                + " are one account; each party is an account of its own");
                            }
                            taken.put(account, party.name() + " of the organization " + organization.setup());
                        });
            }
        }
        // Someone without permission may well work in a member account.
        for (var party : new TreeMap<>(callers).values()) {
            party.account()
                    .filter(account -> party.name() != PartyName.A_CALLER_WITHOUT_PERMISSION)
                    .map(taken::get)
                    .ifPresent(other -> keys.get("callers")
                            .wrong(party.name() + " and " + other
                                    + " are one account; callers are in no organization"));
        }
    }

    private Set<Need> offers(Item item) {
        var offers = EnumSet.noneOf(Need.class);
        for (var offer : item.items()) {
            offer.text().ifPresent(word -> {
                if (OFFERS.contains(word)) {
                    Need.of(word).ifPresent(offers::add);
                } else {
                    offer.wrong(Names.unknown("offer", word, OFFERS));
                }
            });
        }
        return offers;
    }

    private Map<String, Provocation> provoke(Item item) {
        var provoke = new LinkedHashMap<String, Provocation>();
        item.members("error", Provocation.errors()).forEach((error, inner) -> {
            var keys = inner.members("key", List.of("header", "burst"));
            if (keys.size() != 1) {
                inner.wrong(inner.path() + " needs one of 'header: { <name>: <value> }' and 'burst: <number>'");
            }
            get(keys, "header")
                    .map(this::headers)
                    .ifPresent(headers -> provoke.put(error, new Provocation.ByHeader(headers)));
            get(keys, "burst")
                    .flatMap(burst -> burst.text(matching(BURST, "a number of requests, 2 to 999")))
                    .ifPresent(burst -> provoke.put(error, new Provocation.ByBurst(Integer.parseInt(burst))));
        });
        return provoke;
    }

    private Map<String, String> headers(Item item) {
        var headers = new LinkedHashMap<String, String>();
        item.members().forEach((name, value) -> {
            if (!HEADER_NAME.matcher(name).matches()) {
                value.wrong("'" + name + "' at " + item.path() + " is no name of a header");
            }
            if (MADE_BY_THE_SUITE.contains(name.toLowerCase(Locale.ROOT))) {
                value.wrong("'" + name + "' at " + item.path() + " is written by the suite itself, with each request;"
                        + " name a header of the target's own");
            }
            value.text(matching(HEADER_VALUE, "the value of a header, which is printable ASCII"))
                    .ifPresent(text -> headers.put(name, text));
        });
        if (headers.isEmpty()) {
            item.wrong(item.path() + " names no header");
        }
        return headers;
    }

    private static Pace pace(Optional<Item> item, Pace usual) {
        var keys =
                item.map(i -> i.members("key", List.of("put", "get", "delete"))).orElse(Map.of());
        return new Pace(
                rate(keys, "put", usual.put()), rate(keys, "get", usual.get()), rate(keys, "delete", usual.delete()));
    }

    private static Optional<Rate> rate(Map<String, Item> keys, String operation, Optional<Rate> usual) {
        return get(keys, operation)
                .flatMap(item -> item.text(matching(RATE, "a rate, such as 5/s")))
                .map(rate -> Rate.perSecond(Integer.parseInt(rate.replace("/s", ""))))
                .or(() -> usual);
    }

    private static Patience patience(Optional<Item> item) {
        var keys = item.map(i -> i.members("key", List.of("throttled", "settle", "timeout")))
                .orElse(Map.of());
        var usual = Patience.USUAL;
        var timeout = duration(keys, "timeout", usual.timeout());
        if (timeout.isZero()) {
            get(keys, "timeout").ifPresent(zero -> zero.wrong(zero.path() + " is nought; nothing answers that fast"));
        }
        return new Patience(
                duration(keys, "throttled", usual.throttled()), duration(keys, "settle", usual.settle()), timeout);
    }

    private static Duration duration(Map<String, Item> keys, String name, Duration usual) {
        return get(keys, name)
                .flatMap(item -> item.text(ProfileReader::duration))
                .orElse(usual);
    }

    private static Duration duration(String text) {
        var parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no duration, such as 30s, 500ms or 1m");
        }
        var number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private List<Reading> readings(Item item) {
        var readings = new ArrayList<Reading>();
        item.members()
                .forEach((clause, inner) -> clause(inner, clause)
                        .ifPresent(id ->
                                inner.text().ifPresent(word -> readings.add(new Reading(id, word, inner.written())))));
        return readings;
    }

    private List<Waiver> waivers(Item item) {
        var waivers = new LinkedHashMap<ClauseId, Waiver>();
        for (var inner : item.items()) {
            var keys = inner.members("key", List.of("clause", "reason", "link", "until"));
            for (var needed : List.of("clause", "reason")) {
                if (!keys.containsKey(needed)) {
                    inner.wrong("a waiver without a " + needed + "; add '" + needed + ": ...'");
                }
            }
            var reason = get(keys, "reason").flatMap(Item::text).orElse("");
            var link = get(keys, "link").flatMap(i -> i.text(ProfileReader::link));
            var until = get(keys, "until").flatMap(i -> i.text(ProfileReader::date));
            get(keys, "clause")
                    .flatMap(i -> i.text().flatMap(id -> clause(i, id)))
                    .ifPresent(id -> {
                        if (waivers.put(id, new Waiver(id, reason, link, until, inner.written())) != null) {
                            inner.wrong("a second waiver for " + id + "; leave one of them out");
                        }
                    });
        }
        return List.copyOf(waivers.values());
    }

    private static Optional<ClauseId> clause(Item item, String id) {
        try {
            return Optional.of(ClauseId.of(id.toUpperCase(Locale.ROOT)));
        } catch (SpecException e) {
            item.wrong(e.getMessage());
            return Optional.empty();
        }
    }

    private static URI link(String text) {
        if (!text.matches("https?://\\S+")) {
            throw new IllegalArgumentException("'" + text + "' is no http or https URL");
        }
        return URI.create(text);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no date, such as 2027-03-01", e);
        }
    }

    private static Function<String, String> matching(Pattern pattern, String wanted) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("'" + text + "' is not " + wanted);
            }
            return text;
        };
    }

    private static Optional<Item> get(Map<String, Item> members, String name) {
        return Optional.ofNullable(members.get(name));
    }
}
