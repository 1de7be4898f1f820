package accountspec.reference;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was understood, before anything in it is judged.
 *
 * @param members the texts of the members that have one
 */
record Attempt(Operation operation, Party caller, Map<Member, String> members) {

    Attempt {
        members = Member.copy(members);
    }

    Optional<String> get(Member member) {
        return Optional.ofNullable(members.get(member));
    }

    /** The contact it describes, as it came. */
    Contact contact() {
        Map<Member, String> described = new EnumMap<>(Member.class);
        described.putAll(members);
        described.remove(Member.ACCOUNT_ID);
        described.remove(Member.ALTERNATE_CONTACT_TYPE);
        return new Contact(described);
    }

    /** Where it would go if nobody asked whether it may. */
    Slot slot() {
        return new Slot(
                get(Member.ACCOUNT_ID).orElse(caller.account()),
                get(Member.ALTERNATE_CONTACT_TYPE).orElse(""));
    }
}
