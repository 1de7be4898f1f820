package accountspec.target;

import java.util.Optional;

/**
 * Someone whom the profile names.
 *
 * @param account its number of twelve digits
 * @param credentials those to call as this party; without them it is spoken of, and never called as
 */
public record Party(PartyName name, Optional<String> account, Optional<Credentials> credentials) {}
