package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.journal.Before;
import accountspec.journal.Hands;
import accountspec.target.Target;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Slot;
import accountspec.trial.Time;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Nobody's contacts are written over by accident. No host that is named here is ever asked for anything. */
class ConsentTest {

    private static final Slot BILLING = new Slot("555555555555", "BILLING");
    private static final Before SOMEBODYS = seen(Map.of("Name", "Zoë", "EmailAddress", "zoe@corp.test"));
    private static final Before OURS = seen(Map.of("Name", "Carlos Salazar 0001", "Title", "CFO accountspec 0001"));
    private static final Before UNREADABLE =
            new Before(Map.of(), Map.of("555555555555", "the profile does not offer read-back"), Optional.empty());

    @Test
    void on_aws_each_account_that_is_written_to_is_to_be_named() {
        Set<String> written = Set.of("111111111111", "222222222222");

        assertDoesNotThrow(() -> given("--i-own-account", "111111111111", "--i-own-account", "222222222222")
                .requireOwned(written));
        assertThat(
                assertThrows(
                                IllegalArgumentException.class,
                                () -> given("--i-own-account", "111111111111").requireOwned(written))
                        .getMessage(),
                allOf(
                        containsString("--i-own-account 222222222222"),
                        not(containsString("--i-own-account 111111111111"))));
    }

    @Test
    void elsewhere_somebodys_contact_wants_overwrite() {
        assertThat(refusal("http://192.0.2.1", SOMEBODYS), containsString("the BILLING contact of 555555555555"));
        assertThat(refusal("http://10.0.0.1", SOMEBODYS), containsString("--overwrite"));
        assertDoesNotThrow(() -> require(given("--overwrite"), "http://192.0.2.1", SOMEBODYS));
    }

    @Test
    void what_an_earlier_run_left_behind_is_nobodys() {
        assertDoesNotThrow(() -> require(given(), "http://192.0.2.1", OURS));
    }

    @Test
    void what_cannot_be_read_may_be_somebodys() {
        assertThat(refusal("http://192.0.2.1", UNREADABLE), containsString("nobody can tell what contacts"));
        assertDoesNotThrow(() -> require(given("--overwrite"), "http://192.0.2.1", UNREADABLE));
        assertDoesNotThrow(() -> require(given(), "http://10.0.0.1", UNREADABLE));
    }

    @Test
    void on_this_machine_nobody_is_asked() {
        assertDoesNotThrow(() -> require(given(), "http://127.0.0.1:8080", SOMEBODYS));
        assertDoesNotThrow(() -> require(given(), "http://localhost:8080", UNREADABLE));
    }

    private static String refusal(String endpoint, Before before) {
        return assertThrows(IllegalArgumentException.class, () -> require(given(), endpoint, before))
                .getMessage();
    }

    private static void require(Consent consent, String endpoint, Before before) {
        Target target = Target.read("double", "endpoint: " + endpoint + "\n", Map.of());
        Hands hands = Session.hands(
                target,
                request -> {
                    throw new AssertionError("consent is not to be sought on the wire");
                },
                party -> ProfileSigners.of(target, party),
                Session.pace(target),
                Time.REAL);
        consent.requireOverwrite(target, before, hands);
    }

    private static Consent given(String... words) {
        return CommandLine.populateCommand(new Consent(), words);
    }

    private static Before seen(Map<String, String> contact) {
        return new Before(Map.of(BILLING, contact), Map.of(), Optional.empty());
    }
}
