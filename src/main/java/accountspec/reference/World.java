package accountspec.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The accounts and organizations that an endpoint knows, and how their owners show who they are.
 *
 * @param region the region that signatures must name
 * @param signed whether requests are signed; if not, every request comes from the first of the standalone parties
 * @param standalone parties in no organization; there is at least one
 */
public record World(String region, boolean signed, List<Party> standalone, List<Organization> organizations) {

    public World {
        standalone = List.copyOf(standalone);
        organizations = List.copyOf(organizations);
        if (standalone.isEmpty()) {
            throw new IllegalArgumentException("A world needs a standalone party: an unsigned request comes from it");
        }
    }

    /** One party for every part that the features name. */
    public static World standard() {
        return new World(
                "us-east-1",
                true,
                List.of(
                        // Temporary keys, so that session tokens are exercised by whoever uses the world.
                        Party.permitted("the account", "555555555555").with(Credentials.temporary("the account")),
                        Party.forbidden("a caller without permission", "555555555555"),
                        Party.permitted("an outsider", "666666666666")),
                List.of(
                        new Organization(
                                "with all features and trusted access",
                                true,
                                true,
                                Party.permitted("the management account", "111111111111"),
                                Optional.of(Party.permitted("the delegated administrator", "222222222222")),
                                List.of(
                                        Party.permitted("a member", "333333333333"),
                                        Party.permitted("another member", "444444444444"))),
                        new Organization(
                                "without trusted access",
                                true,
                                false,
                                Party.permitted("the management account", "777777777771"),
                                Optional.empty(),
                                List.of(Party.permitted("a member", "777777777772"))),
                        new Organization(
                                "without all features",
                                false,
                                true,
                                Party.permitted("the management account", "888888888881"),
                                Optional.empty(),
                                List.of(Party.permitted("a member", "888888888882")))));
    }

    /** The same world where nobody signs, and everybody is taken for the first standalone party. */
    public World unsigned() {
        return new World(region, false, standalone, organizations);
    }

    public Stream<Party> parties() {
        return Stream.concat(standalone.stream(), organizations.stream().flatMap(Organization::parties));
    }

    Party anybody() {
        return standalone.get(0);
    }

    Optional<Party> holderOf(String accessKey) {
        return parties()
                .filter(p -> p.credentials()
                        .filter(c -> c.accessKey().equals(accessKey))
                        .isPresent())
                .findFirst();
    }

    Optional<Organization> organizationOf(String account) {
        return organizations.stream().filter(o -> o.has(account)).findFirst();
    }
}
