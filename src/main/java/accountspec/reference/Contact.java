package accountspec.reference;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is kept of an alternate contact: the members that describe it, without whose and which it is. */
record Contact(Map<Member, String> members) {

    Contact {
        members = Member.copy(members);
    }

    Optional<String> get(Member member) {
        return Optional.ofNullable(members.get(member));
    }

    Contact with(Member member, String text) {
        Map<Member, String> changed = new EnumMap<>(Member.class);
        changed.putAll(members);
        changed.put(member, text);
        return new Contact(changed);
    }

    Contact without(Member member) {
        Map<Member, String> changed = new EnumMap<>(Member.class);
        changed.putAll(members);
        changed.remove(member);
        return new Contact(changed);
    }
}
