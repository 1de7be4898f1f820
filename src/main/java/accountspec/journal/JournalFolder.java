package accountspec.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where journals lie unless somebody says otherwise: in the user's folder for state, and not among the reports, which are
 * shown to others and replaced by the next run.
 */
public record JournalFolder(Path path) {

    private static final String SUFFIX = ".journal";

    /** Of this user on this machine. */
    public static JournalFolder usual() {
        return usual(System.getenv(), System.getProperty("user.home", ""));
    }

    static JournalFolder usual(Map<String, String> environment, String home) {
        return new JournalFolder(Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(folder -> !folder.isBlank())
                .or(() -> Optional.ofNullable(environment.get("LOCALAPPDATA")).filter(folder -> !folder.isBlank()))
                .map(Path::of)
                .or(() -> Optional.of(Path.of(home, ".local", "state")).filter(JournalFolder::mayBeWritten))
                .map(folder -> folder.resolve("accountspec"))
                .orElse(Path.of(".accountspec").toAbsolutePath()));
    }

    private static boolean mayBeWritten(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isWritable(there);
    }

    /** A journal for a new run, unlike any other. */
    Path next(String endpoint, String begun) {
        String name = endpoint.replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]", "_") + "-"
                + begun.replaceAll("[^0-9TZ]", "") + "-"
                + ProcessHandle.current().pid();
        return path.resolve(name + SUFFIX);
    }

    /** The journals of an endpoint, the oldest first. */
    List<Path> of(String endpoint) {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .filter(file -> isAbout(file, endpoint))
                    .toList();
        } catch (IOException e) {
            throw new JournalException("the journals in " + path + " cannot be listed: " + e, e);
        }
    }

    /** A file that cannot be read at all may be of this endpoint, but it may as well be anything. */
    private static boolean isAbout(Path file, String endpoint) {
        try {
            return Entries.read(file).endpoint().equals(endpoint);
        } catch (JournalException unreadable) {
            return false;
        }
    }
}
