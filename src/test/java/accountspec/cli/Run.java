package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of {@code certify} in this JVM, and what it left behind.
 *
 * @param console what it wrote for people
 * @param err what it logged, which should be nothing
 */
record Run(int status, String console, String err, Duration took, Path reports) {

    static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYSECRETKEYxyz";
    static final String TOKEN = "IQoJb3JpZ2luX2VjEPDFSESSIONTOKENabcdefghijklmnopqrstuvwxyz0123456789";

    /** A terminal obeys these; line feeds and tabs apart, nothing may be left of them. */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t\\r]]|\\r(?!\\n)|[\\u202a-\\u202e\\u2066-\\u2069]");

    /** Azure obeys these anywhere in a line, GitHub and GitLab at its beginning. */
    private static final Pattern COMMAND = Pattern.compile("##(?:vso)?\\[|(?m)^\\s*::\\w|section_start:");

    static Run of(URI endpoint, Path reports, List<String> options) {
        return of(endpoint, reports, options, "{ throttled: 1s, settle: 100ms, timeout: 700ms }");
    }

    /** @param patience as the profile has it */
    static Run of(URI endpoint, Path reports, List<String> options, String patience) {
        try {
            Path profile = Files.createTempFile("hostile", ".yaml");
            Files.writeString(profile, profile(endpoint, patience));
            List<String> words = new ArrayList<>(
                    List.of("certify", "--target", profile.toString(), "--reports", reports.toString()));
            words.addAll(options);
            try {
                return of(words, reports);
            } finally {
                Files.delete(profile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Run of(List<String> words, Path reports) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        long began = System.nanoTime();
        try (PrintStream told = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream logged = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(told);
            System.setErr(logged);
            int status = Main.commandLine(told, logged).execute(words.toArray(String[]::new));
            return new Run(
                    status,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8),
                    Duration.ofNanos(System.nanoTime() - began),
                    reports);
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    private static String profile(URI endpoint, String patience) {
        return """
                target: hostile
                endpoint: %s
                signing: { region: us-east-1, service: account }
                callers:
                  the account: { account: "555555555555", credentials: { accessKey: AKIAHOSTILE, secretKey: %s, sessionToken: %s } }
                offers: [read-back, delete]
                patience: %s
                """.formatted(endpoint, SECRET, TOKEN, patience);
    }

    /** Everything that was told, for a failing assertion. */
    String told() {
        return console + err;
    }

    String report() {
        return read(reports.resolve("report.json"));
    }

    /**
     * What is true whatever the endpoint does.
     *
     * @param signatures those that it saw, none of which may be told
     */
    void assertHarmless(Set<String> signatures) {
        assertThat("time", took, lessThan(Duration.ofSeconds(60)));
        assertThat(told(), not(containsString("\tat ")));
        assertThat(told(), status, not(is(4)));
        List<String> harm = new ArrayList<>();
        look("console", told(), signatures, harm);
        for (Path file : files()) {
            look(reports.relativize(file).toString(), read(file), signatures, harm);
        }
        assertThat(harm, is(empty()));
    }

    private static void look(String where, String text, Set<String> signatures, List<String> harm) {
        if (STEERING.matcher(text).find()) {
            harm.add("a steering character in " + where);
        }
        if (where.equals("console") && COMMAND.matcher(text).find()) {
            harm.add("a command to a CI server in " + where);
        }
        if (text.contains(SECRET.substring(0, 12))) {
            harm.add("the secret key, or the beginning of it, in " + where);
        }
        if (text.contains(TOKEN.substring(0, 12))) {
            harm.add("the session token, or the beginning of it, in " + where);
        }
        if (signatures.stream().map(signature -> signature.substring(0, 16)).anyMatch(text::contains)) {
            harm.add("a signature, or the beginning of it, in " + where);
        }
        if (where.endsWith(".html") && text.contains("</script><script>alert")) {
            harm.add("live markup in " + where);
        }
    }

    private List<Path> files() {
        try (Stream<Path> tree = Files.walk(reports)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
