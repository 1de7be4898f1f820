package accountspec.reference;

import java.util.Arrays;
import java.util.Optional;

/** The members that requests of the three operations may have, as the page lists them. */
enum Member {
    ACCOUNT_ID("AccountId"),
    ALTERNATE_CONTACT_TYPE("AlternateContactType"),
    EMAIL_ADDRESS("EmailAddress"),
    NAME("Name"),
    PHONE_NUMBER("PhoneNumber"),
    TITLE("Title");

    private final String key;

    Member(String key) {
        this.key = key;
    }

    /** The member's name in JSON. */
    String key() {
        return key;
    }

    static Optional<Member> keyed(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }
}
