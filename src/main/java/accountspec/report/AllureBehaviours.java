package accountspec.report;

import io.qameta.allure.Extension;
import io.qameta.allure.PluginConfiguration;
import io.qameta.allure.behaviors.BehaviorsPlugin;
import io.qameta.allure.core.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Allure's tab of epics, features and stories. Allure's own program finds it in a folder beside itself; the generator as a
 * library has to be given it.
 */
final class AllureBehaviours implements Plugin {

    private static final String TAB = "behaviors.js";

    @Override
    public PluginConfiguration getConfig() {
        return new PluginConfiguration().setId("behaviors").setName("Behaviors").setJsFiles(List.of(TAB));
    }

    /** Only a report of more than one file is put into a folder. */
    @Override
    @SuppressWarnings("deprecation") // there is no class without it
    public void unpackReportStatic(Path folder) {
        throw new UnsupportedOperationException("the report is one file");
    }

    /** The generator takes files alone, and what is in a jar is none. */
    @Override
    public Map<String, Path> getPluginFiles() {
        try (InputStream tab = Objects.requireNonNull(getClass().getResourceAsStream(TAB))) {
            Path file = Files.createTempFile("accountspec", ".js");
            file.toFile().deleteOnExit();
            Files.copy(tab, file, StandardCopyOption.REPLACE_EXISTING);
            return Map.of(TAB, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Extension> getExtensions() {
        return List.of(new BehaviorsPlugin());
    }
}
