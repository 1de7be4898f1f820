package accountspec.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a scenario may need of a target beyond the operation itself; tags name it as {@code @needs-} and its words. */
public enum Need {
    /** GetAlternateContact. */
    READ_BACK,
    /** DeleteAlternateContact. */
    DELETE,
    /** One with all features and trusted access: a management account to call as, and a member. */
    ORGANIZATION,
    /** One to call as, in that organization. */
    DELEGATED_ADMINISTRATOR,
    ORGANIZATION_WITHOUT_TRUSTED_ACCESS,
    ORGANIZATION_WITHOUT_ALL_FEATURES,
    /** One to call as. */
    A_CALLER_WITHOUT_PERMISSION,
    /** One to speak of. */
    AN_OUTSIDER,
    SIGNING,
    PROVOKED_THROTTLE,
    PROVOKED_FAILURE;

    /** As in a tag, after {@code needs-}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Need> of(String words) {
        return Arrays.stream(values()).filter(n -> n.words().equals(words)).findFirst();
    }

    public static List<String> known() {
        return Arrays.stream(values()).map(Need::words).toList();
    }

    @Override
    public String toString() {
        return words();
    }
}
