package accountspec.spec;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationFolderTest {

    @TempDir
    private Path classes;

    @Test
    void the_operation_is_the_folder_that_has_clauses() throws IOException {
        write(
                "features/paint-fence/operation.yaml",
                "features/paint-fence/clauses.md",
                "features/dry-fence/operation.yaml");

        assertThat(certified(classes), is("paint-fence"));
    }

    @Test
    void in_a_jar_too() throws IOException {
        Path file = classes.resolve("suite.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String entry :
                    new String[] {"features/", "features/dry-fence/operation.yaml", "features/paint-fence/clauses.md"
                    }) {
                jar.putNextEntry(new JarEntry(entry));
                jar.closeEntry();
            }
        }

        assertThat(certified(file), is("paint-fence"));
    }

    @Test
    void there_must_be_one_and_no_more_than_one() throws IOException {
        assertThat(refused(), is("no features/ on the class path; the build puts that folder there"));
        write("features/dry-fence/operation.yaml");
        assertThat(refused(), is("one folder under features/ should have a clauses.md, but none has"));
        write("features/paint-fence/clauses.md", "features/dry-fence/clauses.md");
        assertThat(
                refused(),
                is("one folder under features/ should have a clauses.md, but dry-fence and paint-fence have"));
    }

    private String refused() {
        return String.valueOf(
                assertThrows(SpecException.class, () -> certified(classes)).getMessage());
    }

    private static String certified(Path classPath) throws IOException {
        try (OnlyHere loader = new OnlyHere(classPath)) {
            return OperationFolder.certified(loader);
        }
    }

    private void write(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(classes.resolve(file).getParent());
            Files.writeString(classes.resolve(file), "");
        }
    }

    /** Knows what is on this class path and nothing else. */
    private static final class OnlyHere extends URLClassLoader {

        OnlyHere(Path classPath) throws IOException {
            super(new URL[] {classPath.toUri().toURL()}, null);
        }

        @Override
        public @Nullable URL getResource(String name) {
            return findResource(name);
        }
    }
}
