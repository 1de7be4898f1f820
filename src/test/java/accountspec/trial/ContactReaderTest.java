package accountspec.trial;

import static accountspec.doubles.Wires.answer;
import static accountspec.doubles.Wires.answering;
import static accountspec.doubles.Wires.error;
import static accountspec.doubles.Wires.isDelete;
import static accountspec.doubles.Wires.isGet;
import static accountspec.doubles.Wires.isPut;
import static accountspec.doubles.Wires.lagging;
import static accountspec.doubles.Wires.right;
import static accountspec.doubles.Wires.says;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.checks.Contacts;
import accountspec.doubles.UnprovenFails;
import accountspec.exchange.Received;
import accountspec.operation.Draft;
import accountspec.reference.ReferenceEndpoint;
import accountspec.target.Setup;
import accountspec.verdict.Unproven;
import accountspec.wire.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(UnprovenFails.class)
class ContactReaderTest {

    private static final Slot BILLING = new Slot("555555555555", "BILLING");

    @Test
    void a_contact_that_is_there_is_read_once() {
        Stage stage = Stage.withSiblings(right());
        Draft sent = put(stage);
        long before = reads(stage);

        assertThat(settled(stage, is(Memory.contact(sent))), is(Memory.contact(sent)));
        assertThat(reads(stage) - before, is(1L));
        assertThat(stage.time().waits(), is(empty()));
    }

    @Test
    void a_contact_that_is_not_there_is_empty() {
        Stage stage = Stage.withSiblings(right());

        assertThat(settled(stage, Contacts.contact(Map.of())), is(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 400, 410})
    void a_target_may_say_in_its_own_way_that_there_is_none(int status) {
        Received none = status == 404 ? answer(404, "") : error(status, "ResourceNotFoundException");
        Stage stage = Stage.withSiblings(answering(sent -> isGet(sent), none, right()));

        assertThat(settled(stage, Contacts.contact(Map.of())), is(Map.of()));
    }

    @Test
    void a_contact_need_not_say_the_type_that_it_was_asked_for_by() {
        Received untyped = answer(200, "{\"AlternateContact\": {\"Name\": \"Carlos\"}}");
        Stage stage = Stage.withSiblings(answering(sent -> isGet(sent), untyped, right()));
        Map<String, String> contact = Map.of("AlternateContactType", "BILLING", "Name", "Carlos");

        assertThat(settled(stage, is(contact)), is(contact));
    }

    // ---- polling

    @Test
    void a_target_that_lags_is_asked_again_with_growing_pauses() {
        Stage stage = Stage.withSiblings(lagging(3, right()));
        Draft sent = put(stage);
        long before = reads(stage);
        int waited = stage.time().waits().size();

        assertThat(settled(stage, is(Memory.contact(sent))), is(Memory.contact(sent)));
        assertThat(reads(stage) - before, is(4L));
        List<Duration> waits = stage.time().waits();
        assertThat(
                waits.subList(waited, waits.size()),
                contains(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40)));
    }

    @Test
    void what_is_read_back_as_a_number_or_a_truth_value_is_not_the_text_that_was_sent() {
        Stage stage = Stage.withSiblings(answering(
                sent -> !isPut(sent), answer(200, "{\"AlternateContact\":{\"Name\":5,\"Title\":true}}"), right()));

        Map<String, String> stored = settled(stage, is(Map.of("Name", "5")));

        assertThat(stored.get("Name"), is("as the JSON 5"));
        assertThat(stored.get("Title"), is("as the JSON true"));
    }

    @Test
    void a_contact_that_never_comes_is_given_up_when_the_time_to_settle_is_over() {
        Stage stage = Stage.withSiblings(right());
        put(stage);

        Map<String, String> stored = settled(stage, is(Map.of("Name", "Godot")));

        assertThat("the last that was read", stored.get("Title"), is("CFO accountspec 00000000000010"));
        assertThat(stage.time().waited(), is(greaterThanOrEqualTo(Stage.PATIENCE.settle())));
        assertThat(stage.time().waited(), is(lessThan(Stage.PATIENCE.settle().plusSeconds(1))));
    }

    @Test
    void a_target_that_is_gone_meanwhile_is_not_polled() {
        Stage stage = Stage.withSiblings(answering(sent -> isGet(sent), error(503, "ServiceUnavailable"), right()));
        stage.trial().validDraft();

        assertThrows(Unproven.class, () -> settled(stage, is(Map.of())));
    }

    // ---- what must not change

    @Test
    void a_target_that_never_lagged_is_not_waited_for() {
        Stage stage = Stage.withSiblings(right());
        Draft sent = put(stage);
        long before = reads(stage);

        unchanged(stage, is(Memory.contact(sent)));

        assertThat(stage.time().waits(), is(empty()));
        assertThat(reads(stage) - before, is(1L));
    }

    @Test
    void a_target_that_lagged_once_is_given_half_as_long_again_before_nothing_may_have_changed() {
        Stage stage = Stage.withSiblings(lagging(3, right()));
        Draft sent = put(stage);
        settled(stage, is(Memory.contact(sent)));
        int before = stage.time().waits().size();

        unchanged(stage, is(Memory.contact(sent)));

        List<Duration> waits = stage.time().waits();
        assertThat(waits.subList(before, waits.size()), contains(Duration.ofMillis(70 * 3 / 2)));
    }

    @Test
    void the_longest_lag_counts() {
        Stage stage = Stage.withSiblings(lagging(3, right()));
        settled(stage, is(Memory.contact(put(stage))));
        settled(stage, is(Memory.contact(put(stage))));
        Stage quicker = Stage.withSiblings(lagging(1, right()));
        settled(quicker, is(Memory.contact(put(quicker))));

        assertThat(waitedBeforeUnchanged(stage), is(Duration.ofMillis(105)));
        assertThat(waitedBeforeUnchanged(quicker), is(Duration.ofMillis(15)));
    }

    @Test
    void what_never_came_is_no_lag_to_learn_from() {
        Stage stage = Stage.withSiblings(right());
        Draft sent = put(stage);
        settled(stage, is(Map.of("Name", "Godot")));
        int before = stage.time().waits().size();

        unchanged(stage, is(Memory.contact(sent)));

        assertThat(stage.time().waits(), hasSize(before));
    }

    // ---- what cannot be read

    @Test
    void a_target_that_refuses_to_be_read_leaves_the_scenario_unproven() {
        Stage stage = Stage.withSiblings(answering(sent -> isGet(sent), error(403, "AccessDeniedException"), right()));

        Unproven unproven = assertThrows(Unproven.class, () -> settled(stage, is(Map.of())));

        assertThat(
                unproven.getMessage(),
                is("the contact of the account could not be read back: GetAlternateContact was refused with"
                        + " AccessDeniedException (HTTP 403)"));
        assertThat(unproven.isNotOffered(), is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "not JSON",
                "{\"AlternateContact\": null}",
                "{\"AlternateContact\": \"Carlos\"}"
            })
    void an_answer_without_a_contact_leaves_the_scenario_unproven(String body) {
        Stage stage = Stage.withSiblings(answering(sent -> isGet(sent), answer(200, body), right()));

        Unproven unproven = assertThrows(Unproven.class, () -> settled(stage, is(Map.of())));

        assertThat(unproven.getMessage(), containsString("holds no JSON object AlternateContact"));
    }

    @Test
    void a_target_that_cannot_be_read_is_unproven_for_want_of_an_offer() {
        Stage stage = Stage.with(right());

        Unproven unproven = assertThrows(Unproven.class, () -> settled(stage, is(Map.of())));

        assertThat(unproven.isNotOffered(), is(true));
        assertThat(unproven.getMessage(), containsString("read-back (GetAlternateContact)"));
    }

    // ---- whose

    @Test
    void a_party_that_can_be_called_as_reads_its_own() {
        Stage stage = everybody();
        Caller member = stage.trial().cast().party("a member", FULL);

        stage.trial().reader().settled(member, "BILLING", Contacts.contact(Map.of()));

        assertThat(stage.heard().get(0).caller(), is("a member"));
        assertThat(says(stage.wire().sent().get(0), "AccountId"), is(false));
    }

    @Test
    void for_a_party_that_cannot_be_called_as_the_management_account_reads() {
        Stage stage = everybody();
        Caller member = new Caller("a member", Optional.of("333333333333"), Optional.empty());

        stage.trial().reader().settled(member, "BILLING", Contacts.contact(Map.of()));

        assertThat(stage.heard().get(0).caller(), is("the management account"));
        assertThat(says(stage.wire().sent().get(0), "\"AccountId\":\"333333333333\""), is(true));
    }

    @Test
    void for_an_outsider_nobody_can_read() {
        Stage stage = everybody();
        Caller outsider = new Caller("an outsider", Optional.of("666666666666"), Optional.empty());

        Unproven unproven = assertThrows(
                Unproven.class, () -> stage.trial().reader().settled(outsider, "BILLING", Contacts.contact(Map.of())));

        assertThat(unproven.isNotOffered(), is(true));
        assertThat(unproven.getMessage(), containsString("no credentials of an outsider"));
    }

    // ---- deleting

    @Test
    void a_contact_that_is_cleared_is_gone_and_known_to_be() {
        Stage stage = Stage.withSiblings(right());
        put(stage);

        stage.trial().reader().clear(stage.trial().cast().standalone(), "BILLING");

        assertThat(stage.trial().memory().of(BILLING), is(Optional.of(Map.of())));
        assertThat(settled(stage, Contacts.contact(Map.of())), is(Map.of()));
    }

    @Test
    void a_contact_that_was_not_there_can_be_cleared_too() {
        Stage stage = Stage.withSiblings(right());

        stage.trial().reader().clear(stage.trial().cast().standalone(), "BILLING");

        assertThat(stage.trial().memory().of(BILLING), is(Optional.of(Map.of())));
    }

    @Test
    void a_contact_that_cannot_be_deleted_leaves_the_scenario_unproven() {
        Stage stage =
                Stage.withSiblings(answering(sent -> isDelete(sent), error(403, "AccessDeniedException"), right()));

        Unproven unproven = assertThrows(
                Unproven.class,
                () -> stage.trial().reader().clear(stage.trial().cast().standalone(), "BILLING"));

        assertThat(unproven.getMessage(), containsString("could not be deleted: DeleteAlternateContact was refused"));
    }

    @Test
    void a_contact_that_is_still_there_after_it_was_deleted_leaves_the_scenario_unproven() {
        Wire forgetful = answering(sent -> isDelete(sent), answer(200, ""), right());
        Stage stage = Stage.withSiblings(forgetful);
        put(stage);

        Unproven unproven = assertThrows(
                Unproven.class,
                () -> stage.trial().reader().clear(stage.trial().cast().standalone(), "BILLING"));

        assertThat(unproven.getMessage(), is("the contact of the account is still there after DeleteAlternateContact"));
    }

    private static final Optional<Setup> FULL = Optional.of(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS);

    private static Stage everybody() {
        return Stage.withEverybody(ReferenceEndpoint.standard()::answer);
    }

    private static Draft put(Stage stage) {
        Draft draft = stage.trial().validDraft();
        assertThat(isPut(stage.wire().sent().get(0)), is(true));
        stage.trial().send(Stage.request(draft));
        return draft;
    }

    private static Map<String, String> settled(Stage stage, Matcher<Map<String, String>> expected) {
        return stage.trial().reader().settled(stage.trial().cast().standalone(), "BILLING", expected);
    }

    private static void unchanged(Stage stage, Matcher<Map<String, String>> expected) {
        stage.trial().reader().unchanged(stage.trial().cast().standalone(), "BILLING", expected);
    }

    private static Duration waitedBeforeUnchanged(Stage stage) {
        int before = stage.time().waits().size();
        unchanged(stage, is(stage.trial().memory().of(BILLING).orElseThrow()));
        return stage.time().waits().get(before);
    }

    private static long reads(Stage stage) {
        return stage.wire().count(sent -> isGet(sent));
    }
}
