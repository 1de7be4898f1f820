package accountspec.target;

import java.util.Optional;

/** The words for what a profile does not lend, and the YAML that would. */
final class Lacks {

    private Lacks() {}

    static Lack signing(String reason) {
        return new Lack(reason, "signing: { region: us-east-1, service: account }");
    }

    static Lack sibling(Need need) {
        var operation = need == Need.READ_BACK ? "GetAlternateContact" : "DeleteAlternateContact";
        return new Lack("the profile does not offer " + need + " (" + operation + ")", "offers: [" + need + "]");
    }

    static Lack provocation(String error) {
        return new Lack(
                "the profile does not say how to provoke " + (error.startsWith("I") ? "an " : "a ") + error,
                "provoke:\n  " + error + ": { header: { <name>: <value> } }");
    }

    static Lack party(PartyName party, Optional<Setup> setup, boolean toCallAs) {
        var noun = party.words().substring(party.words().indexOf(' ') + 1);
        var which = party == PartyName.ANOTHER_MEMBER ? "second member" : noun;
        var lent = toCallAs ? " with credentials" : party.inOrganization() ? "" : " with an account number";
        var where = setup.filter(s -> party.inOrganization())
                .map(s -> " in an organization " + s)
                .orElse("");
        var entry = party + ": { account: \"<12 digits>\"" + (toCallAs ? ", credentials: profile:<name>" : "") + " }";
        return new Lack(
                "the profile names no " + which + lent + where,
                setup.filter(s -> party.inOrganization())
                        .map(s -> "organizations:\n  " + s + ":\n    " + entry)
                        .orElse("callers:\n  " + entry));
    }
}
