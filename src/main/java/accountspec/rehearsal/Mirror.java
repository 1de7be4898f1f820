package accountspec.rehearsal;

import accountspec.reference.Organization;
import accountspec.reference.Party;
import accountspec.reference.World;
import accountspec.target.PartyName;
import accountspec.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The target's accounts and organizations as a world of the reference endpoint's, with stand-ins for what is not told. */
final class Mirror {

    private final Map<String, String> madeUp = new HashMap<>();
    private final World world;

    Mirror(Target target) {
        List<Party> standalone = new ArrayList<>();
        target.callers().values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(party -> standalone.add(mirrored(party)));
        if (standalone.isEmpty()) {
            standalone.add(new Party("nobody", number("nobody"), true, Optional.empty()));
        }
        List<Organization> organizations = new ArrayList<>();
        target.organizations().values().forEach(organization -> organizations.add(mirrored(organization)));
        this.world = new World("us-east-1", true, standalone, organizations);
    }

    World world() {
        return world;
    }

    /** The account as the profile has it: a number, or words where it tells none. */
    String told(String account) {
        return madeUp.getOrDefault(account, account);
    }

    /** The number that the world gives to a party. */
    String account(accountspec.target.Party party) {
        return party.account().orElseGet(() -> number("the account of " + party.name()));
    }

    private Organization mirrored(accountspec.target.Organization organization) {
        List<Party> members = new ArrayList<>();
        for (PartyName name : List.of(PartyName.A_MEMBER, PartyName.ANOTHER_MEMBER)) {
            organization.party(name).map(this::mirrored).ifPresent(members::add);
        }
        String setup = organization.setup().words();
        return new Organization(
                setup,
                !setup.equals("without all features"),
                !setup.equals("without trusted access"),
                organization
                        .party(PartyName.THE_MANAGEMENT_ACCOUNT)
                        .map(this::mirrored)
                        .orElseGet(() -> new Party("nobody", number("nobody " + setup), true, Optional.empty())),
                organization.party(PartyName.THE_DELEGATED_ADMINISTRATOR).map(this::mirrored),
                members);
    }

    private Party mirrored(accountspec.target.Party party) {
        return new Party(
                party.name().words(),
                account(party),
                party.name() != PartyName.A_CALLER_WITHOUT_PERMISSION,
                Optional.empty());
    }

    private String number(String words) {
        for (Map.Entry<String, String> known : madeUp.entrySet()) {
            if (known.getValue().equals(words)) {
                return known.getKey();
            }
        }
        String number = "%012d".formatted(madeUp.size() + 1);
        madeUp.put(number, words);
        return number;
    }
}
