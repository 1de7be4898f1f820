package accountspec.trial;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.doubles.UnprovenFails;
import accountspec.exchange.Header;
import accountspec.reference.ReferenceEndpoint;
import accountspec.target.Setup;
import accountspec.verdict.Unproven;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(UnprovenFails.class)
class CastTest {

    private static final Optional<Setup> NO_ORGANIZATION = Optional.empty();
    private static final Optional<Setup> FULL = Optional.of(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS);
    private static final Optional<Setup> UNTRUSTED = Optional.of(Setup.WITHOUT_TRUSTED_ACCESS);

    // ---- parties

    @ParameterizedTest
    @CsvSource({"the account, 555555555555", "an outsider, 666666666666"})
    void parties_outside_organizations_are_found_with_and_without_one(String name, String account) {
        assertThat(everybody().party(name, NO_ORGANIZATION).account(), is(Optional.of(account)));
        assertThat(everybody().party(name, FULL).account(), is(Optional.of(account)));
    }

    @Test
    void the_same_name_means_another_party_in_another_organization() {
        assertThat(everybody().party("a member", FULL).account(), is(Optional.of("333333333333")));
        assertThat(everybody().party("a member", UNTRUSTED).account(), is(Optional.of("777777777772")));
    }

    @Test
    void a_party_is_cast_once() {
        Cast cast = everybody();

        assertThat(cast.party("a member", FULL), is(sameInstance(cast.party("a member", FULL))));
    }

    @Test
    void a_party_of_an_organization_is_nobody_without_one() {
        Unproven unproven = assertThrows(Unproven.class, () -> everybody().party("a member", NO_ORGANIZATION));

        assertThat(unproven.isNotOffered(), is(true));
    }

    @Test
    void a_party_that_the_profile_does_not_name_is_missed_by_name() {
        Unproven unproven = assertThrows(Unproven.class, () -> alone().party("an outsider", NO_ORGANIZATION));

        assertThat(unproven.isNotOffered(), is(true));
    }

    @Test
    void an_account_number_that_the_profile_does_not_tell_is_missed() {
        Cast cast = cast("""
                target: a double
                endpoint: http://double.test
                signing: { region: us-east-1, service: account }
                callers:
                  the account: { credentials: { accessKey: AKIDEXAMPLE, secretKey: a-secret-of-no-use } }
                """);

        Unproven unproven =
                assertThrows(Unproven.class, () -> cast.account(cast.party("the account", NO_ORGANIZATION)));

        assertThat(unproven.getMessage(), is("the profile tells no account number of the account"));
        assertThat(unproven.remedy(), is(Optional.of("the account: { account: \"<12 digits>\" }")));
    }

    @Test
    void a_party_that_is_only_spoken_of_cannot_be_called_as() {
        Cast cast = cast("""
                target: a double
                endpoint: http://double.test
                signing: { region: us-east-1, service: account }
                callers:
                  the account: { credentials: { accessKey: AKIDEXAMPLE, secretKey: a-secret-of-no-use } }
                  an outsider: { account: "666666666666" }
                """);
        Caller outsider = cast.party("an outsider", NO_ORGANIZATION);

        assertThat(outsider.signer(), is(Optional.empty()));
        assertThat(
                assertThrows(Unproven.class, () -> cast.callable(outsider, NO_ORGANIZATION))
                        .isNotOffered(),
                is(true));
        assertDoesNotThrow(() -> cast.callable(cast.party("the account", NO_ORGANIZATION), NO_ORGANIZATION));
    }

    @Test
    void everybody_in_an_organization_can_be_listed() {
        assertThat(
                everybody().organization(FULL.orElseThrow()).stream()
                        .map(Caller::name)
                        .toList(),
                contains("the management account", "the delegated administrator", "a member", "another member"));
        assertThrows(Unproven.class, () -> alone().organization(FULL.orElseThrow()));
    }

    // ---- who stands in

    @Test
    void where_a_feature_names_nobody_the_account_sends() {
        assertThat(everybody().standalone().name(), is("the account"));
        assertThat(alone().standalone().name(), is("the account"));
    }

    @Test
    void an_account_that_nobody_told_of_has_a_key_all_the_same() {
        assertThat(
                new Caller("the account", Optional.empty(), Optional.empty()).accountKey(),
                is("the account of the account"));
        assertThat(Stage.theAccount().accountKey(), is("555555555555"));
    }

    @Test
    void the_caller_without_permission_is_known_by_name() {
        Cast cast = everybody();

        assertThat(cast.isWithoutPermission(cast.withoutPermission().orElseThrow()), is(true));
        assertThat(cast.isWithoutPermission(cast.standalone()), is(false));
        assertThat(alone().withoutPermission(), is(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"the management account", "the delegated administrator"})
    void those_who_may_give_an_account_are_tried_with_a_members(String name) {
        Cast cast = everybody();

        assertThat(
                cast.memberFor(cast.party(name, FULL), FULL).flatMap(Caller::account), is(Optional.of("333333333333")));
    }

    @Test
    void nobody_else_may_give_one_nor_anybody_in_a_lesser_organization() {
        Cast cast = everybody();

        assertThat(cast.memberFor(cast.party("a member", FULL), FULL), is(Optional.empty()));
        assertThat(cast.memberFor(cast.standalone(), FULL), is(Optional.empty()));
        assertThat(cast.memberFor(cast.party("the management account", UNTRUSTED), UNTRUSTED), is(Optional.empty()));
    }

    @Test
    void the_management_account_keeps_the_contacts_of_members_but_not_of_strangers() {
        Cast cast = everybody();

        assertThat(cast.keeperOf(spokenOf("a member", "333333333333")).name(), is("the management account"));
        assertThat(cast.isKept(spokenOf("a member", "333333333333")), is(true));
        assertThat(cast.isKept(spokenOf("an outsider", "666666666666")), is(false));
        assertThat(cast.isKept(spokenOf("the management account", "111111111111")), is(false));
        assertThat(cast.isKept(spokenOf("a member", "777777777772")), is(false));
        assertThat(cast.isKept(cast.standalone()), is(true));
        assertThrows(Unproven.class, () -> cast.keeperOf(spokenOf("an outsider", "666666666666")));
    }

    @Test
    void an_unknown_account_is_nobodys() {
        Cast cast = cast("""
                target: a double
                endpoint: http://double.test
                signing: none
                callers:
                  the account: { account: "999999999990" }
                  an outsider: { account: "999999999989" }
                """);

        assertThat(cast.unknownAccount(), is("999999999988"));
        assertThat(everybody().unknownAccount(), is("999999999990"));
    }

    // ---- what is offered

    @ParameterizedTest
    @ValueSource(strings = {"organization", "delegated-administrator", "signing", "provoked-throttle", "an-outsider"})
    void what_is_not_offered_ends_the_scenario_as_unproven(String need) {
        Unproven unproven = assertThrows(Unproven.class, () -> alone().require(need));

        assertThat(unproven.isNotOffered(), is(true));
        assertDoesNotThrow(() -> everybody().require(need));
    }

    @Test
    void the_siblings_are_there_only_where_they_are_offered() {
        Cast none = cast("""
                target: a double
                endpoint: http://double.test
                signing: none
                callers:
                  the account: { account: "555555555555" }
                """);

        assertThat(alone().canReadBack(), is(true));
        assertThat(alone().reading(), is(Stage.GET));
        assertThat(alone().deleting(), is(Stage.DELETE));
        assertThat(none.canReadBack(), is(false));
        assertThrows(Unproven.class, none::reading);
        assertThrows(Unproven.class, none::deleting);
    }

    @Test
    void provocations_are_the_profiles() {
        Cast cast = cast("""
                target: a double
                endpoint: http://double.test
                signing: none
                callers:
                  the account: { account: "555555555555" }
                provoke:
                  TooManyRequestsException: { burst: 24 }
                  InternalServerException: { header: { X-Fault: now } }
                """);

        assertThat(cast.provocation("TooManyRequestsException"), is(new Provocation.ByBurst(24)));
        assertThat(
                cast.provocation("InternalServerException"),
                is(new Provocation.ByHeaders("InternalServerException", List.of(new Header("X-Fault", "now")))));
        assertThat(
                assertThrows(Unproven.class, () -> alone().provocation("InternalServerException"))
                        .getMessage(),
                containsString("how to provoke an InternalServerException"));
    }

    private static Cast everybody() {
        return cast(ReferenceEndpoint.standard().profileYaml(URI.create("http://double.test")));
    }

    private static Cast alone() {
        return cast("""
                target: a double
                endpoint: http://double.test
                signing: none
                callers:
                  the account: { account: "555555555555" }
                offers: [read-back, delete]
                """);
    }

    private static Cast cast(String profile) {
        return Stage.cast(Stage.target(profile));
    }

    private static Caller spokenOf(String name, String account) {
        return new Caller(name, Optional.of(account), Optional.empty());
    }
}
