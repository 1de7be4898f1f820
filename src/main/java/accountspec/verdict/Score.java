package accountspec.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the suite is worth.
 *
 * @param flaws endpoints tried that are wrong in one way
 * @param full of them caught at depth full
 * @param core of them caught at depth core
 * @param variants lawful variants accepted
 */
public record Score(int flaws, int full, int core, int variants) {

    /** Of a suite that nobody measured. */
    public static final Score UNKNOWN = new Score(0, 0, 0, 0);

    /** The file's name, beside this class. */
    public static final String FILE = "score.properties";

    /** As it was measured for the features in this jar. */
    public static Score bundled() {
        Properties score = new Properties();
        try (InputStream file = Score.class.getResourceAsStream(FILE)) {
            score.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in the jar cannot be read", e);
        }
        return new Score(of(score, "flaws"), of(score, "full"), of(score, "core"), of(score, "variants"));
    }

    private static int of(Properties score, String name) {
        return Integer.parseInt(score.getProperty(name));
    }

    /** The file's text. */
    public String written() {
        return """
                # What the features catch and let pass. Made by ./accountspec power --write src/main/resources
                flaws=%d
                full=%d
                core=%d
                variants=%d
                """.formatted(flaws, full, core, variants);
    }

    public String told() {
        return "power %d/%d at full, %d/%d at core, %d lawful variants accepted"
                .formatted(full, flaws, core, flaws, variants);
    }
}
