package accountspec.target;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How an organization is set up, in the words in which features and profiles say it. */
public enum Setup {
    WITH_ALL_FEATURES_AND_TRUSTED_ACCESS("with all features and trusted access"),
    WITHOUT_TRUSTED_ACCESS("without trusted access"),
    WITHOUT_ALL_FEATURES("without all features");

    private final String words;

    Setup(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public static Optional<Setup> of(String words) {
        return Arrays.stream(values()).filter(s -> s.words.equals(words)).findFirst();
    }

    static List<String> known() {
        return Arrays.stream(values()).map(Setup::words).toList();
    }

    @Override
    public String toString() {
        return words;
    }
}
