package accountspec.target;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a profile, so that all of it can be told at once. */
final class Problems {

    private final String source;
    private final List<String> found = new ArrayList<>();

    Problems(String source) {
        this.source = source;
    }

    void at(int line, String problem) {
        found.add(written(line) + ": " + problem);
    }

    String written(int line) {
        return source + ", line " + line;
    }

    void throwAny() {
        if (!found.isEmpty()) {
            throw new ProfileException(found);
        }
    }
}
