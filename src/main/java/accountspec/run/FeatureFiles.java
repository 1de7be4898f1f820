package accountspec.run;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The feature files on the class path. */
final class FeatureFiles {

    private FeatureFiles() {}

    /**
     * Parses them in the order of their names.
     *
     * @param reader takes the name below {@code features/}, and what the parser makes of the file
     */
    static void parse(GherkinParser parser, BiConsumer<String, Stream<Envelope>> reader) {
        try {
            URI features = FeatureFiles.class.getResource("/features").toURI();
            if (features.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(features, Map.of())) {
                    parse(jar.getPath("/features"), parser, reader);
                }
            } else {
                parse(Path.of(features), parser, reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the features cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void parse(Path folder, GherkinParser parser, BiConsumer<String, Stream<Envelope>> reader)
            throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            try (InputStream text = Files.newInputStream(file)) {
                reader.accept(name, parser.parse(name, text));
            }
        }
    }
}
