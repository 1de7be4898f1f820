package accountspec.target;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everyone whom a feature may name, in the words in which features and profiles name them. */
public enum PartyName {
    THE_ACCOUNT("the account", false),
    A_CALLER_WITHOUT_PERMISSION("a caller without permission", false),
    AN_OUTSIDER("an outsider", false),
    THE_MANAGEMENT_ACCOUNT("the management account", true),
    THE_DELEGATED_ADMINISTRATOR("the delegated administrator", true),
    A_MEMBER("a member", true),
    ANOTHER_MEMBER("another member", true);

    private final String words;
    private final boolean inOrganization;

    PartyName(String words, boolean inOrganization) {
        this.words = words;
        this.inOrganization = inOrganization;
    }

    public String words() {
        return words;
    }

    /** Whether the party belongs to an organization; the others are in none. */
    public boolean inOrganization() {
        return inOrganization;
    }

    public static Optional<PartyName> of(String words) {
        return Arrays.stream(values()).filter(p -> p.words.equals(words)).findFirst();
    }

    /** The words of those in an organization, or of those in none. */
    static List<String> words(boolean inOrganization) {
        return Arrays.stream(values())
                .filter(p -> p.inOrganization == inOrganization)
                .map(PartyName::words)
                .toList();
    }

    @Override
    public String toString() {
        return words;
    }
}
