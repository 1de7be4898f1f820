package accountspec.doubles;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.reference.Party;
import accountspec.reference.ReferenceEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The contacts of a reference endpoint's accounts, set and seen by their owners and not over the wire. */
public record Accounts(ReferenceEndpoint endpoint) {

    public static final List<String> TYPES = List.of("BILLING", "OPERATIONS", "SECURITY");

    /** Gives each account a billing contact that is its own; the others stay without. */
    public Accounts withABillingContactEach() {
        owners().forEach((account, owner) -> set(account, "BILLING", "Owner of " + account));
        return this;
    }

    public void set(String account, String type, String name) {
        Received answer = ask(
                account,
                "/putAlternateContact",
                ("{\"AlternateContactType\":\"%s\",\"Name\":\"%s\",\"Title\":\"Treasurer\","
                                + "\"EmailAddress\":\"treasurer@corp.test\",\"PhoneNumber\":\"+49 30 123\"}")
                        .formatted(type, name));
        if (answer.status() != 200) {
            throw new IllegalStateException("the contact could not be set: HTTP " + answer.status());
        }
    }

    public void clear(String account, String type) {
        ask(account, "/deleteAlternateContact", "{\"AlternateContactType\":\"" + type + "\"}");
    }

    /** Every contact there is, as the endpoint shows it, by account and type. */
    public Map<String, String> all() {
        Map<String, String> contacts = new TreeMap<>();
        for (String account : owners().keySet()) {
            for (String type : TYPES) {
                Received answer = ask(account, "/getAlternateContact", "{\"AlternateContactType\":\"" + type + "\"}");
                if (answer.status() == 200) {
                    contacts.put(account + " " + type, new String(answer.body(), StandardCharsets.UTF_8));
                }
            }
        }
        return contacts;
    }

    private Received ask(String account, String path, String body) {
        return endpoint.answer(
                new Sent(
                        "POST",
                        path,
                        List.of(new Header("Content-Type", "application/json")),
                        body.getBytes(StandardCharsets.UTF_8)),
                owners().get(account));
    }

    private Map<String, Party> owners() {
        return endpoint.world()
                .parties()
                .filter(Party::permitted)
                .collect(Collectors.toMap(Party::account, party -> party, (one, other) -> one, TreeMap::new));
    }

    /** A contact's text, if there is one. */
    public Optional<String> at(String account, String type) {
        return Optional.ofNullable(all().get(account + " " + type));
    }
}
