package accountspec.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.doubles.UnprovenFails;
import accountspec.doubles.Wires;
import accountspec.notation.Alphabet;
import accountspec.outcome.Outcome.Accepted;
import accountspec.target.Setup;
import accountspec.trial.Caller;
import accountspec.trial.Sending;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(UnprovenFails.class)
class RequestStepsTest {

    // ---- mistakes of a feature are the suite's

    @Test
    void a_row_that_lies_about_its_length_is_found_out() {
        IllegalArgumentException lie = assertThrows(
                IllegalArgumentException.class,
                () -> play(right(), steps -> steps.isSentWithOfLength(account(right()), "Name", "😀😀", 4)));

        assertThat(lie.getMessage(), is("the feature says that this Name is 4 characters long, but it is 2"));
    }

    @Test
    void a_row_that_tells_the_length_in_characters_is_right() {
        Conversation conversation = right();

        play(conversation, steps -> steps.isSentWithOfLength(account(conversation), "Name", "😀😀", 2));

        assertThat(conversation.last().outcome(), is(new Accepted(200)));
    }

    @Test
    void a_text_without_a_place_for_each_character_is_found_out() {
        IllegalArgumentException mistake = assertThrows(
                IllegalArgumentException.class,
                () -> play(
                        right(),
                        steps -> steps.isSentOnceForEach(account(right()), "Name", "Carlos", Alphabet.of("digit"))));

        assertThat(mistake.getMessage(), containsString("has no ◌"));
    }

    @Test
    void a_member_that_the_operation_does_not_have_is_found_out_with_the_nearest_that_it_has() {
        IllegalArgumentException mistake =
                assertThrows(IllegalArgumentException.class, () -> new Vocabulary(right()).field("Nmae"));

        assertThat(mistake.getMessage(), containsString("Name"));
    }

    @Test
    void another_operation_is_found_out() {
        IllegalArgumentException mistake = assertThrows(
                IllegalArgumentException.class,
                () -> play(right(), steps -> steps.anOtherwiseValidRequest("GetAlternateContact")));

        assertThat(
                mistake.getMessage(), is("the features are about PutAlternateContact, not about GetAlternateContact"));
    }

    @Test
    void asking_for_an_answer_before_anything_was_sent_is_found_out() {
        IllegalStateException mistake =
                assertThrows(IllegalStateException.class, () -> new OutcomeSteps(right()).isAccepted());

        assertThat(mistake.getMessage(), containsString("has sent nothing yet"));
    }

    // ---- what "it" and "each" mean

    @Test
    void it_is_the_last_question_and_not_the_one_before() {
        Conversation conversation = right();
        play(conversation, steps -> {
            steps.isSentWithout(account(conversation), "Title");
            steps.isSent(account(conversation));
        });

        assertThat(conversation.asked(), hasSize(1));
        new OutcomeSteps(conversation).isAccepted();
    }

    @Test
    void each_is_every_character_of_the_alphabet() {
        Conversation conversation = right();

        play(
                conversation,
                steps -> steps.isSentOnceForEach(account(conversation), "Name", "a◌b◌", Alphabet.of("of \"12\"")));

        assertThat(
                conversation.asked().stream()
                        .map(sending -> sending.request().draft().text("Name").orElseThrow())
                        .toList(),
                contains("a1b1", "a2b2"));
    }

    @Test
    void twice_is_the_same_request_again() {
        Conversation conversation = right();

        play(conversation, steps -> steps.isSentTwice(account(conversation)));

        Sending first = conversation.asked().get(0);
        Sending second = conversation.asked().get(1);
        assertThat(
                second.request().draft().members(), is(first.request().draft().members()));
        assertThat(second.request().told(), containsString("sent again"));
    }

    // ---- whose

    @Test
    void an_account_is_given_in_words() {
        Conversation conversation = Conversations.withEverybody("PAC-ORG-2");
        conversation.isAbout(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS);
        Caller manager = conversation.party("the management account");

        assertThat(conversation.accountOf(manager, new Vocabulary.Whose("its own")), is("111111111111"));
        assertThat(conversation.accountOf(manager, new Vocabulary.Whose("a member's")), is("333333333333"));
        assertThat(conversation.accountOf(manager, new Vocabulary.Whose("an outsider's")), is("666666666666"));
        assertThat(conversation.accountOf(manager, new Vocabulary.Whose("an unknown account's")), is("999999999990"));
        assertThat(conversation.accountOf(manager, new Vocabulary.Whose("a foreign member's")), is("777777777772"));
    }

    @Test
    void where_nobody_is_named_the_standalone_account_sends() {
        Conversation conversation = Conversations.withEverybody("PAC-ORG-2");
        conversation.isAbout(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS);
        Vocabulary vocabulary = new Vocabulary(conversation);

        assertThat(vocabulary.request("the request is sent").name(), is("the account"));
        assertThat(vocabulary.request("a member sends the request").name(), is("a member"));
        assertThat(vocabulary.thisRequest("this request is sent").name(), is("the account"));
        assertThat(
                vocabulary
                        .thisRequest("the management account sends this request")
                        .name(),
                is("the management account"));
    }

    private static void play(Conversation conversation, Consumer<RequestSteps> what) {
        what.accept(new RequestSteps(conversation));
    }

    private static Conversation right() {
        return Conversations.with(Wires.right(), "PAC-NAME-2");
    }

    private static Caller account(Conversation conversation) {
        return conversation.trial().cast().standalone();
    }
}
