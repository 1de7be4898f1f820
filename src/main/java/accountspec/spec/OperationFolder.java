package accountspec.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/**
 * Where the operation that is certified has its files: the one folder under {@code features/} that holds clauses. The only
 * place in Java that decides it.
 */
public final class OperationFolder {

    private static final String FEATURES = "features/";
    private static final String CLAUSES = "clauses.md";
    private static final String NAME = certified(OperationFolder.class.getClassLoader());

    private OperationFolder() {}

    /** The folder's name, such as {@code put-alternate-contact}. */
    public static String name() {
        return NAME;
    }

    /** The path of one of its files, on the class path and in a checkout. */
    static String path(String file) {
        return FEATURES + NAME + "/" + file;
    }

    /** @throws SpecException when there is no such folder, or more than one */
    static String certified(ClassLoader loader) {
        List<String> folders = folders(loader);
        if (folders.size() != 1) {
            throw new SpecException("one folder under " + FEATURES + " should have a " + CLAUSES + ", but "
                    + (folders.isEmpty() ? "none has" : String.join(" and ", folders) + " have"));
        }
        return folders.get(0);
    }

    private static List<String> folders(ClassLoader loader) {
        URL features = loader.getResource(FEATURES);
        if (features == null) {
            throw new SpecException("no " + FEATURES + " on the class path; the build puts that folder there");
        }
        try {
            URLConnection connection = features.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return folders(jar.getJarFile().stream().map(JarEntry::getName));
            }
            Path folder = Path.of(features.toURI());
            try (Stream<Path> tree = Files.walk(folder, 2)) {
                return folders(tree.map(
                        file -> FEATURES + folder.relativize(file).toString().replace('\\', '/')));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the features cannot be listed", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> folders(Stream<String> files) {
        return files.filter(file -> file.startsWith(FEATURES) && file.endsWith("/" + CLAUSES))
                .map(file -> file.substring(FEATURES.length(), file.length() - CLAUSES.length() - 1))
                .sorted()
                .toList();
    }
}
