package accountspec.target;

import java.util.Map;
import java.util.Optional;

/** An organization of the target; each party that the profile names in it has an account number. */
public record Organization(Setup setup, Map<PartyName, Party> parties) {

    public Organization {
        parties = Map.copyOf(parties);
    }

    public Optional<Party> party(PartyName name) {
        return Optional.ofNullable(parties.get(name));
    }
}
