package accountspec.target;

import java.util.Optional;

/** What signs a request. Its text shows none of it. */
public record Keys(String accessKey, String secretKey, Optional<String> sessionToken) {

    @Override
    public String toString() {
        return "Keys[withheld]";
    }
}
