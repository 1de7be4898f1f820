package accountspec.reference;

import java.util.Optional;

/**
 * Somebody who may call.
 *
 * @param name what the features call them
 * @param account the number of the account they belong to
 * @param permitted whether they may use the operations at all
 */
public record Party(String name, String account, boolean permitted, Optional<Credentials> credentials) {

    static Party permitted(String name, String account) {
        return new Party(name, account, true, Optional.of(Credentials.longTerm(name + " " + account)));
    }

    static Party forbidden(String name, String account) {
        return new Party(name, account, false, Optional.of(Credentials.longTerm(name + " " + account)));
    }

    Party with(Credentials other) {
        return new Party(name, account, permitted, Optional.of(other));
    }
}
