package accountspec.trial;

import accountspec.wire.Signer;
import java.util.Optional;

/**
 * A party that requests are sent as, or about.
 *
 * @param name as the features call it
 * @param account its number, where the profile tells
 * @param signer signs as this party; absent where the profile lends no credentials of it
 */
public record Caller(String name, Optional<String> account, Optional<Signer> signer) {

    /** Stands for the caller's account where its number is not known. */
    public String accountKey() {
        return account.orElse("the account of " + name);
    }
}
