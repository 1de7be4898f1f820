package accountspec.checks;

import static accountspec.checks.Contacts.contact;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {

    private static final Map<String, String> CARLOS = Map.of("Name", "Carlos", "EmailAddress", "carlos@example.com");

    @Test
    void the_same_members_are_the_contact() {
        assertThat(contact(CARLOS).matches(new HashMap<>(CARLOS)), is(true));
    }

    @Test
    void members_that_the_endpoint_adds_do_not_matter() {
        assertThat(contact(CARLOS).matches(with("LastModified", "yesterday")), is(true));
    }

    @Test
    void a_member_that_is_otherwise_or_missing_matters() {
        assertThat(contact(CARLOS).matches(with("Name", "carlos")), is(false));
        assertThat(contact(CARLOS).matches(Map.of("Name", "Carlos")), is(false));
    }

    @Test
    void only_what_differs_is_told() {
        assertThat(
                Told.expected(contact(CARLOS)), is("the contact EmailAddress \"carlos@example.com\", Name \"Carlos\""));
        assertThat(Told.was(contact(CARLOS), with("Name", "Maria")), is("Name \"Maria\""));
        assertThat(Told.was(contact(CARLOS), Map.of("Name", "Maria")), is("no EmailAddress, Name \"Maria\""));
    }

    @Test
    void no_contact_is_nothing_at_all() {
        assertThat(contact(Map.of()).matches(Map.of()), is(true));
        assertThat(contact(Map.of()).matches(CARLOS), is(false));
        assertThat(contact(CARLOS).matches(Map.of()), is(false));
    }

    @Test
    void no_contact_is_told_as_such() {
        assertThat(Told.expected(contact(Map.of())), is("no contact"));
        assertThat(
                Told.was(contact(Map.of()), CARLOS),
                is("the contact EmailAddress \"carlos@example.com\", Name \"Carlos\""));
        assertThat(Told.was(contact(CARLOS), Map.of()), is("no contact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t\n\u000b\f\r", "\u00a0", "\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"})
    void white_space_around_an_email_address_may_be_taken_off(String blank) {
        Map<String, String> sent = with("EmailAddress", blank + "carlos@example.com" + blank);

        assertThat(contact(sent).matches(CARLOS), is(true));
        assertThat(contact(sent).matches(sent), is(true));
    }

    @Test
    void white_space_is_taken_off_at_both_ends_or_neither() {
        Map<String, String> sent = with("EmailAddress", " carlos@example.com ");

        assertThat(contact(sent).matches(with("EmailAddress", "carlos@example.com ")), is(false));
        assertThat(Told.was(contact(sent), with("EmailAddress", " c@d.e ")), is("EmailAddress \" c@d.e \""));
    }

    @Test
    void nothing_but_white_space_may_be_taken_off() {
        assertThat(contact(with("EmailAddress", "carlos@example.com\u200b")).matches(CARLOS), is(false));
        assertThat(contact(with("EmailAddress", "CARLOS@example.com")).matches(CARLOS), is(false));
        assertThat(contact(with("EmailAddress", "c arlos@example.com")).matches(CARLOS), is(false));
    }

    @Test
    void white_space_around_any_other_member_belongs_to_it() {
        assertThat(contact(with("Name", " Carlos ")).matches(CARLOS), is(false));
        assertThat(contact(CARLOS).matches(with("Name", " Carlos ")), is(false));
    }

    @Test
    void what_the_endpoint_stored_is_shown_harmlessly() {
        assertThat(
                Told.was(contact(CARLOS), with("Name", "\u001b[2J\n" + "a".repeat(100))),
                is("Name \"\\u001b[2J " + "a".repeat(55) + "… (cut)\""));
    }

    private static Map<String, String> with(String member, String value) {
        Map<String, String> changed = new HashMap<>(CARLOS);
        changed.put(member, value);
        return changed;
    }
}
