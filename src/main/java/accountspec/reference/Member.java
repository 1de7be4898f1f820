package accountspec.reference;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

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

    /** An unmodifiable copy in the order of the page; an EnumMap cannot be made of an empty map of another kind. */
    static <T> Map<Member, T> copy(Map<Member, T> members) {
        Map<Member, T> copy = new EnumMap<>(Member.class);
        copy.putAll(members);
        return Collections.unmodifiableMap(copy);
    }
}
