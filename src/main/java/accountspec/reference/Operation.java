package accountspec.reference;

import static accountspec.reference.Member.ACCOUNT_ID;
import static accountspec.reference.Member.ALTERNATE_CONTACT_TYPE;

import java.util.EnumSet;
import java.util.Set;

/** The operation that is certified, and the two that let its effect be seen and undone. */
enum Operation {
    PUT("/putAlternateContact", EnumSet.allOf(Member.class)),
    GET("/getAlternateContact", EnumSet.of(ACCOUNT_ID, ALTERNATE_CONTACT_TYPE)),
    DELETE("/deleteAlternateContact", EnumSet.of(ACCOUNT_ID, ALTERNATE_CONTACT_TYPE));

    private final String path;
    private final Set<Member> members;

    Operation(String path, Set<Member> members) {
        this.path = path;
        this.members = members;
    }

    String path() {
        return path;
    }

    Set<Member> members() {
        return members;
    }
}
