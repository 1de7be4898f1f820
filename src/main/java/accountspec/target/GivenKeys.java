package accountspec.target;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys that the profile or the environment spells out. */
record GivenKeys(Keys keys) implements Credentials {

    private static final int SHORTEST_SECRET = 6;

    @Override
    public Keys resolve() {
        return keys;
    }

    @Override
    public Set<String> secrets() {
        return secrets(keys);
    }

    static Set<String> secrets(Keys keys) {
        return Stream.concat(Stream.of(keys.secretKey()), keys.sessionToken().stream())
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .collect(Collectors.toUnmodifiableSet());
    }
}
