package accountspec.steps;

import accountspec.checks.Contacts;
import accountspec.operation.Draft;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome.Accepted;
import accountspec.steps.Vocabulary.ContactOf;
import accountspec.steps.Vocabulary.Holding;
import accountspec.target.Setup;
import accountspec.trial.Caller;
import accountspec.trial.Memory;
import accountspec.trial.Sending;
import accountspec.verdict.Unproven;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.Map;
import org.hamcrest.Matcher;

/** Whose contacts there are, and what becomes of them. */
public final class ContactSteps {

    private final Conversation conversation;

    public ContactSteps(Conversation conversation) {
        this.conversation = conversation;
    }

    @Given("an organization {setup}")
    public void anOrganization(Setup setup) {
        conversation.isAbout(setup);
    }

    @Given("{party} has {holding}")
    public void has(Caller owner, Holding holding) {
        String type = holding.type().orElseGet(this::usualType);
        if (holding.exists()) {
            conversation.give(owner, type);
        } else {
            conversation.take(owner, type);
        }
    }

    @Then("{contact} is the one sent")
    public void isTheOneSent(ContactOf contact) {
        Sending sending = conversation.last();
        if (!(sending.outcome() instanceof Accepted)) {
            throw Unproven.because(
                    "the request was " + sending.outcome().told() + ", so there is nothing to read back");
        }
        Draft sent = sending.request().draft();
        String type = contact.type().or(() -> sent.text(Operation.TYPE)).orElseGet(this::usualType);
        Matcher<Map<String, String>> expected = Contacts.contact(Memory.contact(sent));
        Map<String, String> stored = conversation.trial().reader().settled(contact.owner(), type, expected);
        conversation.judgeContact(expected, stored, told(contact, type));
    }

    @Then("{contact} is as it was")
    public void isAsItWas(ContactOf contact) {
        String type = contact.type().orElseGet(this::usualType);
        Map<String, String> before = conversation
                .before(contact.owner(), type)
                .orElseThrow(() -> Unproven.because("nobody knows what " + told(contact, type) + " was before"));
        conversation.requireNotSet(contact.owner(), type);
        Matcher<Map<String, String>> expected = Contacts.contact(before);
        Map<String, String> stored = conversation.trial().reader().unchanged(contact.owner(), type, expected);
        conversation.judgeContact(expected, stored, told(contact, type));
    }

    private String usualType() {
        return conversation.trial().validType();
    }

    private static String told(ContactOf contact, String type) {
        return "the " + type + " contact of " + contact.owner().name();
    }
}
