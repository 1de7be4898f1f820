package accountspec.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The base URL of a target, in one form. */
final class Endpoint {

    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    private Endpoint() {}

    /** @throws IllegalArgumentException with a message that says what is wrong with it */
    static URI of(String text) {
        try {
            return of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the endpoint is no URL: " + e.getReason() + " at character "
                    + (e.getIndex() + 1) + "; write one such as https://account.staging.example.net");
        }
    }

    /** As {@link #of(String)}. */
    static URI of(URI url) {
        var scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!USUAL_PORTS.containsKey(scheme)) {
            var guess =
                    url.toString().matches("[\\w.\\[\\]:-]+(:\\d+)?(/.*)?") ? "; did you mean http://" + url + "?" : "";
            throw refused(url, "does not begin with http:// or https://" + guess);
        }
        if (url.getRawUserInfo() != null
                || url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException(
                    "the endpoint has a user name or a password in it; leave it out, and put credentials under callers");
        }
        if (url.getHost() == null) {
            throw refused(
                    url,
                    "has no host name that can be looked up; one is letters, digits, hyphens and dots, or an address");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw refused(
                    url,
                    "has a " + (url.getRawQuery() != null ? "query" : "fragment") + "; a base URL ends with its path");
        }
        var port = url.getPort();
        if (port == 0 || port > 65535) {
            throw refused(url, "has the port " + port + "; ports are 1 to 65535");
        }
        var authority = url.getHost().toLowerCase(Locale.ROOT)
                + (port < 0 || port == USUAL_PORTS.get(scheme) ? "" : ":" + port);
        return URI.create(scheme + "://" + authority + url.getRawPath().replaceAll("/+$", ""));
    }

    private static IllegalArgumentException refused(URI url, String why) {
        return new IllegalArgumentException("the endpoint '" + url + "' " + why);
    }
}
