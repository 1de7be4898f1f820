package accountspec.steps;

import accountspec.verdict.Unproven;
import io.cucumber.java.Before;

/** Ends a scenario before it sends anything, where the target does not lend what it needs. */
public final class Needs {

    private final Conversation conversation;

    public Needs(Conversation conversation) {
        this.conversation = conversation;
    }

    @Before
    public void requireWhatIsNeeded() {
        conversation.scene().needs().forEach(conversation.trial().cast()::require);
        conversation.trial().hopeless().ifPresent(reason -> {
            throw Unproven.because(reason);
        });
    }
}
