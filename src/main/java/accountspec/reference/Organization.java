package accountspec.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An organization and the accounts in it.
 *
 * @param setup what the features call it, as in "with all features and trusted access"
 * @param delegate the delegated administrator, a member too
 * @param members the others
 */
public record Organization(
        String setup,
        boolean allFeatures,
        boolean trustedAccess,
        Party management,
        Optional<Party> delegate,
        List<Party> members) {

    public Organization {
        members = List.copyOf(members);
    }

    public Stream<Party> parties() {
        return Stream.of(Stream.of(management), delegate.stream(), members.stream())
                .flatMap(s -> s);
    }

    boolean has(String account) {
        return parties().anyMatch(p -> p.account().equals(account));
    }

    boolean isManagedBy(String account) {
        return management.account().equals(account);
    }

    boolean isDelegatedTo(String account) {
        return delegate.filter(p -> p.account().equals(account)).isPresent();
    }
}
