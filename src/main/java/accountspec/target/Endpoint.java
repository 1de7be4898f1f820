package accountspec.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The base URL of a target, in one form. */
final class Endpoint {

    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);
    private static final Pattern WITH_USER = Pattern.compile("([\\w+.-]+://)?[^/?#]*@.*");
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("[\\w.\\[\\]:-]+(/[^/].*)?");

    /** The port may be anything that is no number, or one too large for any. */
    private static final Pattern WITH_PORT = Pattern.compile("//[\\w.-]+:(?!\\d{1,9}(?:/|$))[^/]+(/.*)?");

    private Endpoint() {}

    /** @throws IllegalArgumentException with a message that says what is wrong with it */
    static URI of(String text) {
        if (WITH_USER.matcher(text).matches()) {
            // Not repeated: there may be a password in it.
            throw new IllegalArgumentException(
                    "a user name or a password stands in it; leave it out, and put credentials under callers");
        }
        if (!text.matches("(?i)https?://.*")) {
            var guess = WITHOUT_SCHEME.matcher(text).matches() ? "; did you mean http://" + text + "?" : "";
            throw refused(text, "does not begin with http:// or https://" + guess);
        }
        try {
            return inOneForm(text, new URI(text));
        } catch (URISyntaxException e) {
            throw refused(text, "is no URL: " + e.getReason() + " at character " + (e.getIndex() + 1));
        }
    }

    private static URI inOneForm(String text, URI url) {
        if (url.getHost() == null
                && WITH_PORT.matcher(url.getSchemeSpecificPart()).matches()) {
            throw refused(text, "has no number for a port; ports are 1 to 65535");
        }
        if (url.getHost() == null) {
            throw refused(
                    text,
                    "has no host name that can be looked up; one is letters, digits, hyphens and dots, or an address");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw refused(
                    text,
                    "has a " + (url.getRawQuery() != null ? "query" : "fragment") + "; a base URL ends with its path");
        }
        var port = url.getPort();
        if (port == 0 || port > 65535) {
            throw refused(text, "has the port " + port + "; ports are 1 to 65535");
        }
        var scheme = url.getScheme().toLowerCase(Locale.ROOT);
        // The root's dot makes no other host of it, and must not hide whose it is.
        var authority = url.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "")
                + (port < 0 || port == USUAL_PORTS.get(scheme) ? "" : ":" + port);
        return URI.create(scheme + "://" + authority + url.getRawPath().replaceAll("/+$", ""));
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("'" + text + "' " + why);
    }
}
