package accountspec.trial;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.doubles.UnprovenFails;
import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(UnprovenFails.class)
class MemoryTest {

    private static final Slot OWN = new Slot("555555555555", "BILLING");
    private static final Slot OWN_SECURITY = new Slot("555555555555", "SECURITY");
    private static final Slot MEMBERS = new Slot("333333333333", "BILLING");

    @Test
    void nothing_is_known_at_first() {
        assertThat(Memory.EMPTY.of(OWN), is(Optional.empty()));
    }

    @Test
    void no_contact_is_something_else_than_nothing_known() {
        assertThat(Memory.EMPTY.with(OWN, Map.of()).of(OWN), is(Optional.of(Map.of())));
    }

    @Test
    void a_later_memory_leaves_the_earlier_one_alone() {
        Memory earlier = Memory.EMPTY.with(OWN, Map.of("Name", "Carlos"));

        earlier.with(OWN, Map.of("Name", "Maria"));

        assertThat(earlier.of(OWN), is(Optional.of(Map.of("Name", "Carlos"))));
    }

    @Test
    void a_request_without_an_account_is_about_the_callers_own() {
        Draft draft = valid();

        assertThat(Memory.EMPTY.after(Stage.request(draft)).of(OWN), is(Optional.of(Memory.contact(draft))));
    }

    @Test
    void a_request_with_an_account_is_about_that_one() {
        Draft draft = valid().about("333333333333");
        Memory memory = Memory.EMPTY.after(Stage.request(draft));

        assertThat(memory.of(MEMBERS), is(Optional.of(Memory.contact(draft))));
        assertThat(memory.of(OWN), is(Optional.empty()));
    }

    @Test
    void other_contacts_are_remembered_as_they_were() {
        Memory memory = everything().after(Stage.request(valid()));

        assertThat(memory.of(OWN_SECURITY), is(Optional.of(Map.of("Name", "Maria"))));
        assertThat(memory.of(MEMBERS), is(Optional.of(Map.of("Name", "Li"))));
    }

    @Test
    void an_odd_request_that_was_accepted_makes_the_callers_account_a_riddle() {
        Form odd = Form.documented(Stage.PUT).told("padded to 1 MB");
        for (Request unusual : new Request[] {
            new Request(Stage.theAccount(), valid(), odd, "a scenario", false),
            Stage.request(valid().with("Name", new Value.Json("12"))),
            Stage.request(valid().with("Name", new Value.Bytes(new byte[] {1}))),
            Stage.request(valid().without(Operation.TYPE))
        }) {
            Memory memory = everything().after(unusual);

            assertThat(unusual.told(), memory.of(OWN), is(Optional.empty()));
            assertThat(unusual.told(), memory.of(OWN_SECURITY), is(Optional.empty()));
            assertThat(unusual.told(), memory.of(MEMBERS), is(Optional.of(Map.of("Name", "Li"))));
        }
    }

    @Test
    void an_odd_request_about_another_account_makes_both_a_riddle() {
        Memory memory =
                everything().after(Stage.request(valid().about("333333333333").with("Name", new Value.Json("12"))));

        assertThat(memory.of(OWN), is(Optional.empty()));
        assertThat(memory.of(MEMBERS), is(Optional.empty()));
    }

    @Test
    void a_caller_whose_account_is_not_known_has_one_all_the_same() {
        Caller nameless = new Caller("the account", Optional.empty(), Optional.empty());
        Memory memory = Memory.EMPTY.after(Request.of(nameless, valid(), "a scenario"));

        assertThat(memory.of(new Slot("the account of the account", "BILLING")).isPresent(), is(true));
    }

    @Test
    void a_contact_has_all_members_but_the_account() {
        Map<String, String> contact = Memory.contact(valid().about("333333333333"));

        assertThat(contact, is(aMapWithSize(5)));
        assertThat(contact, not(hasKey(Operation.ACCOUNT)));
    }

    private static Memory everything() {
        return Memory.EMPTY
                .with(OWN, Map.of("Name", "Carlos"))
                .with(OWN_SECURITY, Map.of("Name", "Maria"))
                .with(MEMBERS, Map.of("Name", "Li"));
    }

    private static Draft valid() {
        return Stage.PUT.draft(0, 1);
    }
}
