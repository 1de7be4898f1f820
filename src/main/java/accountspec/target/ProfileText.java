package accountspec.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a target down as the profile that it could have been read from, without anything secret. */
public final class ProfileText {

    /** Too short to be taken for a secret. */
    private static final String NO_KEY = "none";

    private ProfileText() {}

    /** In JSON, which is YAML as well. */
    public static String of(Target target) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("target", target.name());
        profile.put("endpoint", target.endpoint().toString());
        profile.put(
                "signing",
                target.signing() instanceof Signing.SigV4 sigV4
                        ? Map.of("region", sigV4.region(), "service", sigV4.service())
                        : "none");
        profile.put("callers", parties(target.callers()));
        Map<String, Object> organizations = new LinkedHashMap<>();
        new TreeMap<>(target.organizations())
                .forEach((setup, organization) -> organizations.put(setup.words(), parties(organization.parties())));
        profile.put("organizations", organizations);
        profile.put("offers", target.offers().stream().map(Need::words).sorted().toList());
        Map<String, Object> provoke = new LinkedHashMap<>();
        new TreeMap<>(target.provoke()).forEach((error, how) -> provoke.put(error, provocation(how)));
        profile.put("provoke", provoke);
        profile.put("patience", patience(target.patience()));
        Map<String, String> readings = new LinkedHashMap<>();
        target.readings().forEach(reading -> readings.put(reading.clause().text(), reading.word()));
        profile.put("readings", readings);
        profile.put(
                "waivers", target.waivers().stream().map(ProfileText::waiver).toList());
        // A profile names what it has, and leaves out what it has not.
        profile.values()
                .removeIf(value -> value instanceof Map<?, ?> map && map.isEmpty()
                        || value instanceof List<?> list && list.isEmpty());
        try {
            return JsonMapper.builder().build().writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text and maps of text are JSON", e);
        }
    }

    private static Map<String, Object> parties(Map<PartyName, Party> parties) {
        Map<String, Object> written = new LinkedHashMap<>();
        new TreeMap<>(parties).forEach((name, party) -> {
            Map<String, Object> told = new LinkedHashMap<>();
            party.account().ifPresent(account -> told.put("account", account));
            if (party.credentials().isPresent()) {
                told.put("credentials", Map.of("accessKey", NO_KEY, "secretKey", NO_KEY));
            }
            written.put(name.words(), told);
        });
        return written;
    }

    private static Map<String, Object> provocation(Provocation how) {
        return how instanceof Provocation.ByHeader header
                ? Map.of("header", new TreeMap<>(header.headers()))
                : Map.of("burst", String.valueOf(((Provocation.ByBurst) how).requests()));
    }

    private static Map<String, Object> patience(Patience patience) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("throttled", duration(patience.throttled()));
        written.put("settle", duration(patience.settle()));
        written.put("timeout", duration(patience.timeout()));
        return written;
    }

    private static String duration(Duration duration) {
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static Map<String, Object> waiver(Waiver waiver) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("clause", waiver.clause().text());
        written.put("reason", waiver.reason());
        Optional.of(waiver).flatMap(Waiver::link).ifPresent(link -> written.put("link", link.toString()));
        waiver.until().ifPresent(day -> written.put("until", day.toString()));
        return written;
    }
}
