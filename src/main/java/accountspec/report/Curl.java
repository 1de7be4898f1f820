package accountspec.report;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.recording.Recorded;
import accountspec.recording.Run;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as a command that anyone can run again, in any shell. It signs itself from the environment of whoever runs it,
 * and holds no secret. What it sends is what was sent, byte for byte, however long.
 *
 * @param signing the argument of curl's {@code --aws-sigv4}; absent where requests are not signed
 */
public record Curl(URI endpoint, Optional<String> signing) {

    /** Systems let an argument be a little longer. */
    private static final int LONGEST_ARGUMENT = 100_000;

    private static final String NEXT = " \\\n  ";

    /** Headers that curl, or its signature, makes by itself. */
    private static final Set<String> MADE_BY_CURL =
            Set.of("host", "user-agent", "authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256");

    /** Parts of a path that curl would take for ways up and down. */
    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(?:[/?]|$)");

    /** What curl would take for a list of addresses. */
    private static final Pattern GLOB = Pattern.compile("[\\[\\]{}]");

    private static final String KEY = "$AWS_ACCESS_KEY_ID";
    private static final String SECRET = "$AWS_SECRET_ACCESS_KEY";
    private static final String TOKEN = "-H \"X-Amz-Security-Token: $AWS_SESSION_TOKEN\"";

    /** By the words with which a request is told that was signed wrongly on purpose, how curl signs it as wrongly. */
    private static final Map<String, Wrongly> WRONGLY = Map.of(
            "signed with a wrong secret", new Wrongly(KEY, "a-wrong-secret", "", "", TOKEN),
            "signed with an unknown key", new Wrongly("AKIAACCOUNTSPECNOONE", SECRET, "", "", ""),
            "signed for another region", new Wrongly(KEY, SECRET, "ap-south-1", "", TOKEN),
            "signed for another service", new Wrongly(KEY, SECRET, "", "s3", TOKEN),
            "signed an hour ago",
                    new Wrongly(
                            KEY,
                            SECRET,
                            "",
                            "",
                            "-H \"X-Amz-Date: $(date -u -d '1 hour ago' +%Y%m%dT%H%M%SZ)\"" + NEXT + TOKEN),
            "signed before its body was changed",
                    new Wrongly(
                            KEY,
                            SECRET,
                            "",
                            "",
                            "-H \"X-Amz-Content-Sha256: $(printf '{}' | sha256sum | cut -d ' ' -f 1)\"" + NEXT
                                    + TOKEN));

    /** Empty words stand for what is right. */
    private record Wrongly(String key, String secret, String region, String service, String headers) {

        private static final Wrongly NOT = new Wrongly(KEY, SECRET, "", "", TOKEN);

        static Wrongly as(String told) {
            return WRONGLY.entrySet().stream()
                    .filter(known -> told.contains(", " + known.getKey() + ", by "))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(NOT);
        }

        String signing(String right) {
            String[] parts = right.split(":", 4); // aws:amz:REGION:SERVICE
            String elsewhere = parts[2].equals(region) ? "sa-east-1" : region;
            return String.join(
                    ":",
                    parts[0],
                    parts[1],
                    region.isEmpty() ? parts[2] : elsewhere,
                    service.isEmpty() ? parts[3] : service);
        }
    }

    /** With the whole body, of which the recording may have the beginning and how it went on. */
    public String of(Recorded recorded) {
        return recorded.sentBody()
                .map(body -> of(recorded.exchange(), body))
                .orElseGet(() ->
                        "# of the request's body of " + recorded.sentBytes() + " bytes only the beginning was kept");
    }

    public String of(Exchange exchange) {
        return of(exchange, Run.of(exchange.sent().body()));
    }

    private String of(Exchange exchange, List<Run> body) {
        Sent sent = exchange.sent();
        String url = endpoint.getScheme() + "://" + endpoint.getRawAuthority() + sent.target();
        List<String> words = new ArrayList<>(List.of("curl -sS -i -X " + sent.method() + switches(sent.target(), url)));
        if (signing.isPresent() && sent.header("Authorization").isPresent()) {
            Wrongly wrongly = Wrongly.as(exchange.told());
            words.add("--aws-sigv4 " + quoted(wrongly.signing(signing.get())));
            words.add("--user \"" + wrongly.key + ":" + wrongly.secret + "\"");
            String headers = sent.header("X-Amz-Security-Token").isPresent()
                    ? wrongly.headers
                    : wrongly.headers.replace(NEXT + TOKEN, "").replace(TOKEN, "");
            if (!headers.isEmpty()) {
                words.add(headers);
            }
        }
        for (Header header : sent.headers()) {
            if (!MADE_BY_CURL.contains(header.name().toLowerCase(Locale.ROOT))) {
                String line = header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value();
                words.add("-H " + quoted(line));
            }
        }
        if (sent.header("Content-Type").isEmpty()) {
            words.add("-H 'Content-Type:'");
        }
        boolean fits = body.stream().allMatch(run -> run.times() == 1 && isPlain(run.bytes()));
        if (fits) {
            words.add("--data-raw "
                    + quoted(body.isEmpty() ? "" : text(body.get(0).bytes())));
        } else {
            words.add("-H 'Expect:'"); // else curl asks beforehand whether a long body may come
            words.add("--data-binary @-");
        }
        words.add(quoted(url));
        return (fits ? "" : printed(body) + " |\n") + String.join(NEXT, words);
    }

    private static String switches(String target, String url) {
        return (DOTS.matcher(target).find() ? " --path-as-is" : "")
                + (GLOB.matcher(url).find() ? " --globoff" : "");
    }

    /** Whether it can be an argument, and be read by people. */
    private static boolean isPlain(byte[] bytes) {
        return bytes.length <= LONGEST_ARGUMENT
                && Arrays.equals(text(bytes).getBytes(StandardCharsets.UTF_8), bytes)
                && text(bytes).codePoints().noneMatch(Character::isISOControl);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A command that prints the body. */
    private static String printed(List<Run> body) {
        String commands = body.stream()
                .map(run -> run.times() == 1 ? literally(run.bytes()) : repeated(run))
                .collect(Collectors.joining("\n  "));
        return body.size() == 1 ? commands.replaceFirst(";$", "") : "{ " + commands + " }";
    }

    private static String literally(byte[] bytes) {
        return isPlain(bytes) ? "printf %s " + quoted(text(bytes)) + ";" : "printf '" + escaped(bytes) + "';";
    }

    private static String repeated(Run run) {
        byte character = run.bytes()[0];
        String blanks = "printf '%" + run.times() + "s' ''";
        return (character == ' ' ? blanks : blanks + " | tr ' ' '" + escaped(run.bytes()) + "'") + ";";
    }

    /** As printf's format, and tr, have it; between single quotes. */
    private static String escaped(byte[] bytes) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : bytes) {
            int value = b & 0xff;
            if (value < 0x20 || value > 0x7e || value == '\'' || value == '\\') {
                escaped.append(String.format(Locale.ROOT, "\\%03o", value));
            } else {
                escaped.append(value == '%' ? "%%" : String.valueOf((char) value));
            }
        }
        return escaped.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
