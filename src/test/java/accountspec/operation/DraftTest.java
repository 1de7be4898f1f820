package accountspec.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.notation.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void a_member_that_is_given_another_value_keeps_its_place() {
        Draft changed = valid().with("Name", new Value.Text("Maria"));

        assertThat(
                changed.members().keySet(),
                contains("AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title"));
        assertThat(changed.text("Name"), is(Optional.of("Maria")));
    }

    @Test
    void a_member_that_is_added_stands_where_the_page_has_it() {
        assertThat(
                valid().about("333333333333").members().keySet(),
                contains("AccountId", "AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title"));
    }

    @Test
    void a_member_that_the_page_does_not_have_comes_last() {
        assertThat(
                valid().with("Colour", new Value.Text("red")).members().keySet(),
                contains("AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title", "Colour"));
    }

    @Test
    void a_change_leaves_the_draft_it_came_from_as_it_was() {
        Draft before = valid();
        Map<String, Value> members = new LinkedHashMap<>(before.members());

        before.with("Name", new Value.Text("Maria"));
        before.without("Title");
        before.about("333333333333");
        before.ofType("SECURITY");
        before.changed("sent again");

        assertThat(before.members(), is(members));
        assertThat(before.changes(), is(empty()));
    }

    @Test
    void nobody_can_write_into_a_draft() {
        Draft draft = valid();

        assertThrows(UnsupportedOperationException.class, () -> draft.members().remove("Name"));
        assertThrows(UnsupportedOperationException.class, () -> draft.changes().add("a lie"));
    }

    @Test
    void a_draft_is_a_copy_of_what_it_was_made_from() {
        Map<String, Value> members = new LinkedHashMap<>(Map.of("Name", new Value.Text("Maria")));
        List<String> changes = new ArrayList<>(List.of("made up"));
        Draft draft = new Draft(valid().operation(), members, changes);

        members.clear();
        changes.clear();

        assertThat(draft.text("Name"), is(Optional.of("Maria")));
        assertThat(draft.changes(), contains("made up"));
    }

    @Test
    void what_sets_it_apart_is_told_in_the_order_in_which_it_happened() {
        Draft draft =
                valid().without("Title").with("Name", new Value.Json("null")).changed("sent again");

        assertThat(draft.changes(), contains("without Title", "Name as the JSON null", "sent again"));
    }

    @Test
    void whose_contact_and_which_is_not_what_sets_it_apart() {
        assertThat(valid().about("333333333333").ofType("SECURITY").changes(), is(empty()));
    }

    @Test
    void only_a_string_has_a_text() {
        Draft draft = valid().with("Name", new Value.Json("12"))
                .with("Title", new Value.Bytes(new byte[] {1}))
                .without("EmailAddress");

        assertThat(draft.text("Name"), is(Optional.empty()));
        assertThat(draft.text("Title"), is(Optional.empty()));
        assertThat(draft.text("EmailAddress"), is(Optional.empty()));
        assertThat(draft.has("Name"), is(true));
        assertThat(draft.has("EmailAddress"), is(false));
    }

    private static Draft valid() {
        return Operation.load("put-alternate-contact").draft(0, 1);
    }
}
