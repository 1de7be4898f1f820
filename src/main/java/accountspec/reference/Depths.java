package accountspec.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which flaws only a full run is to catch.
 *
 * <p>That is a matter of the features and not of the flaw, so it stands in a list of its own, which is measured anew when
 * the features change.
 */
final class Depths {

    static final String LIST = "caught-at-depth-full-only.txt";

    static final Set<String> FULL_ONLY = read();

    private Depths() {}

    private static Set<String> read() {
        try (InputStream list = Objects.requireNonNull(
                Depths.class.getResourceAsStream(LIST), () -> "The jar has no " + LIST + ": build it again")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " in the jar cannot be read", e);
        }
    }
}
