package accountspec.steps;

import accountspec.notation.Alphabet;
import accountspec.notation.Notation;
import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import accountspec.steps.Vocabulary.Whose;
import accountspec.trial.Caller;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** What is sent. */
public final class RequestSteps {

    private final Conversation conversation;

    public RequestSteps(Conversation conversation) {
        this.conversation = conversation;
    }

    @Given("an otherwise valid {operation} request")
    public void anOtherwiseValidRequest(String operation) {
        conversation.isOf(operation);
    }

    @When("{request}")
    public void isSent(Caller caller) {
        send(caller, conversation.trial().validDraft());
    }

    @When("{request} without {field}")
    public void isSentWithout(Caller caller, String field) {
        send(caller, conversation.trial().validDraft().without(field));
    }

    @When("{request} with {field} {text}")
    public void isSentWith(Caller caller, String field, String text) {
        send(caller, conversation.trial().validDraft().with(field, new Value.Text(text)));
    }

    @When("{request} with {field} {text} and {field} {text}")
    public void isSentWithBoth(Caller caller, String field, String text, String other, String otherText) {
        send(
                caller,
                conversation
                        .trial()
                        .validDraft()
                        .with(field, new Value.Text(text))
                        .with(other, new Value.Text(otherText)));
    }

    @When("{request} with {field} {text}, {int} characters long")
    public void isSentWithOfLength(Caller caller, String field, String text, int length) {
        int real = text.codePointCount(0, text.length());
        if (real != length) {
            throw new IllegalArgumentException(
                    "the feature says that this " + field + " is " + length + " characters long, but it is " + real);
        }
        isSentWith(caller, field, text);
    }

    @When("{request} with {field} as the JSON {json}")
    public void isSentWithJson(Caller caller, String field, Value.Json json) {
        send(caller, conversation.trial().validDraft().with(field, json));
    }

    @When("{request} with {whose} AccountId")
    public void isSentAbout(Caller caller, Whose whose) {
        String account = conversation.accountOf(caller, whose);
        Draft draft = conversation.trial().validDraft().about(account).changed("with " + whose.words() + " AccountId");
        send(caller, draft);
    }

    /** The scenario has nothing to say of a value that is let pass anyway. */
    @Given("{party} may not set its own contact with {field} {text}")
    public void mayNotSetItsOwnContactWith(Caller caller, String field, String text) {
        isSentWith(caller, field, text);
        conversation.expectTheSame();
    }

    @When("{request} with {field} {text}, once for each {alphabet}")
    public void isSentOnceForEach(Caller caller, String field, String text, Alphabet alphabet) {
        if (!text.contains(Notation.PLACE_HOLDER)) {
            throw new IllegalArgumentException(
                    "the text has no " + Notation.PLACE_HOLDER + " to put each character in");
        }
        conversation.ask();
        conversation.sendEach(
                caller,
                alphabet.characters().stream()
                        .map(character -> new Value.Text(text.replace(Notation.PLACE_HOLDER, character)))
                        .map(value -> conversation.trial().validDraft().with(field, value))
                        .toList());
    }

    @When("{request} twice")
    public void isSentTwice(Caller caller) {
        Draft draft = conversation.trial().validDraft();
        send(caller, draft);
        conversation.send(caller, draft.changed("sent again"), documented());
    }

    @When("{request} {variation}")
    public void isSentIn(Caller caller, Variation variation) {
        conversation.ask();
        conversation.send(
                caller,
                variation.draft().apply(conversation.trial().validDraft()),
                variation.form().apply(documented()));
    }

    @When("{request} so that it provokes a/an {error}")
    public void isSentSoThatItProvokes(Caller caller, String error) {
        conversation.provoke(caller, error);
    }

    @When("{thisRequest}:")
    public void isSentAsPrinted(Caller caller, String request) {
        Operation operation = conversation.operation();
        Printed printed = Printed.of(Notation.read(request, conversation::accountOf));
        conversation.ask();
        conversation.send(caller, printed.draft(operation), printed.form(operation));
    }

    private void send(Caller caller, Draft draft) {
        conversation.ask();
        conversation.send(caller, draft, documented());
    }

    private Form documented() {
        return Form.documented(conversation.operation());
    }
}
