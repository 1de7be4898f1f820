package accountspec.target;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("AK1", "AKIDEXAMPLE", "SK1", "wJalrXUtnFEMI", "ST1", "FwoGZXIvYXdz");

    private static final String WHOLE = """
            target: staging                                   # a name for reports
            endpoint: https://account.staging.example.net     # a base URL; a path prefix is kept
            signing: { region: us-east-1, service: account }  # or the word none
            callers:                                          # those outside any organization
              the account:                 { account: "555555555555", credentials: { accessKey: env:AK1, secretKey: env:SK1, sessionToken: env:ST1 } }
              a caller without permission: { account: "555555555555", credentials: profile:readonly }
              an outsider:                 { account: "666666666666" }         # named, never called as: no credentials
            organizations:
              with all features and trusted access:
                the management account:      { account: "111111111111", credentials: profile:org-management }
                the delegated administrator: { account: "222222222222", credentials: profile:org-delegate }
                a member:                    { account: "333333333333", credentials: profile:org-member }
                another member:              { account: "444444444444" }
              without trusted access:
                the management account:      { account: "777777777771", credentials: profile:no-trust }
                a member:                    { account: "777777777772" }
              without all features:
                the management account:      { account: "888888888881", credentials: profile:billing-only }
                a member:                    { account: "888888888882" }
            offers: [read-back, delete]                       # siblings the endpoint has
            provoke:
              TooManyRequestsException: { header: { X-Fault: TooManyRequestsException } }   # or: burst: 40
              InternalServerException:  { header: { X-Fault: InternalServerException } }
            pace: { put: 5/s, get: 10/s, delete: 1/s }
            patience: { throttled: 30s, settle: 500ms, timeout: 1m }
            readings: {}
            waivers:
              - { clause: PAC-EMAIL-4, reason: trims before it counts, link: "https://issues.example.net/412", until: 2027-03-01 }
            """;

    private static final String UNSIGNED = """
            endpoint: http://127.0.0.1:8080
            signing: none
            """;

    @Test
    void a_whole_profile_lends_everything() {
        var target = target(WHOLE);
        assertThat(target.name(), is("staging"));
        assertThat(target.endpoint(), is(URI.create("https://account.staging.example.net")));
        assertThat(target.signing(), is(Signing.sigV4("us-east-1", "account")));
        assertThat(target.met(), is(EnumSet.allOf(Need.class)));
        assertThat(
                target.provoke(),
                is(Map.of(
                        "TooManyRequestsException",
                        new Provocation.ByHeader(Map.of("X-Fault", "TooManyRequestsException")),
                        "InternalServerException",
                        new Provocation.ByHeader(Map.of("X-Fault", "InternalServerException")))));
        assertThat(
                target.pace(),
                is(new Pace(
                        Optional.of(new Rate(Duration.ofMillis(200), 1)),
                        Optional.of(new Rate(Duration.ofMillis(100), 2)),
                        Optional.of(new Rate(Duration.ofSeconds(1), 1)))));
        assertThat(
                target.patience(),
                is(new Patience(Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofMinutes(1))));
        assertThat(target.readings(), is(empty()));
        assertThat(
                target.waivers(),
                contains(new Waiver(
                        ClauseId.of("PAC-EMAIL-4"),
                        "trims before it counts",
                        Optional.of(URI.create("https://issues.example.net/412")),
                        Optional.of(LocalDate.of(2027, 3, 1)),
                        "staging.yaml, line 28")));
    }

    @Test
    void its_parties_have_accounts_and_some_can_be_called_as() {
        var target = target(WHOLE);
        var outsider = target.caller("an outsider").orElseThrow();
        assertThat(outsider.account(), is(Optional.of("666666666666")));
        assertThat(target.mayCallAs(outsider), is(false));
        var organization =
                target.organization("with all features and trusted access").orElseThrow();
        assertThat(
                organization.parties().keySet(),
                is(EnumSet.range(PartyName.THE_MANAGEMENT_ACCOUNT, PartyName.ANOTHER_MEMBER)));
        assertThat(target.mayCallAs(organization.party(PartyName.A_MEMBER).orElseThrow()), is(true));
        assertThat(target.caller("a member"), is(Optional.empty()));
        assertThat(target.organization("without a name"), is(Optional.empty()));
    }

    @Test
    void a_party_is_found_in_the_organization_of_the_scenario_or_outside_it() {
        var target = target(WHOLE);
        var setup = Optional.of(Setup.WITHOUT_TRUSTED_ACCESS);
        assertThat(account(target.party(PartyName.A_MEMBER, setup)), is("777777777772"));
        assertThat(account(target.party(PartyName.AN_OUTSIDER, setup)), is("666666666666"));
        assertThat(target.party(PartyName.A_MEMBER, Optional.empty()), is(Optional.empty()));
        assertThat(target.party(PartyName.ANOTHER_MEMBER, setup), is(Optional.empty()));
    }

    @Test
    void keys_come_from_the_environment() {
        var keys = target(WHOLE)
                .caller("the account")
                .flatMap(Party::credentials)
                .orElseThrow()
                .resolve();
        assertThat(keys, is(new Keys("AKIDEXAMPLE", "wJalrXUtnFEMI", Optional.of("FwoGZXIvYXdz"))));
    }

    @Test
    void secrets_are_known_for_redaction_and_shown_nowhere() {
        var target = target(WHOLE);
        assertThat(target.secrets(), containsInAnyOrder("wJalrXUtnFEMI", "FwoGZXIvYXdz"));
        assertThat(target.toString(), not(containsString("wJalrXUtnFEMI")));
        assertThat(target.toString(), not(containsString("FwoGZXIvYXdz")));
        assertThat(target.toString(), not(containsString("AKIDEXAMPLE")));
    }

    @Test
    void keys_may_be_spelled_out() {
        var target = target("""
                endpoint: http://127.0.0.1:8080
                callers:
                  the account: { credentials: { accessKey: test, secretKey: test } }
                """);
        assertThat(
                target.caller("the account")
                        .flatMap(Party::credentials)
                        .orElseThrow()
                        .resolve(),
                is(new Keys("test", "test", Optional.empty())));
        assertThat(target.secrets(), is(empty()));
    }

    @Test
    void an_unsigned_target_has_one_caller_and_cannot_tell_others_apart() {
        var target = target(UNSIGNED + WHOLE.substring(WHOLE.indexOf("callers:")));
        assertThat(target.mayCallAs(target.caller("the account").orElseThrow()), is(true));
        assertThat(target.mayCallAs(target.caller("a caller without permission").orElseThrow()), is(false));
        assertThat(
                target.met(),
                is(EnumSet.of(
                        Need.READ_BACK, Need.DELETE, Need.AN_OUTSIDER, Need.PROVOKED_THROTTLE, Need.PROVOKED_FAILURE)));
        assertThat(
                target.lack(Need.ORGANIZATION),
                is(Optional.of(new Lack(
                        "an unsigned endpoint cannot tell the management account from any other caller",
                        "signing: { region: us-east-1, service: account }"))));
    }

    @Test
    void an_unsigned_target_needs_no_callers_in_its_profile() {
        var target = target(UNSIGNED);
        assertThat(target.mayCallAs(target.caller("the account").orElseThrow()), is(true));
        assertThat(target.name(), is("127.0.0.1:8080"));
        assertThat(target.met(), is(empty()));
        assertThat(target.pace(), is(Pace.UNLIMITED));
        assertThat(
                target.patience(),
                is(new Patience(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(5))));
    }

    @Test
    void unsigned_is_never_assumed() {
        var target = Target.read("t.yaml", "endpoint: http://localhost", Map.of("AWS_REGION", "eu-west-1"));
        assertThat(target.signing(), is(Signing.sigV4("eu-west-1", "account")));
        assertThat(target.mayCallAs(target.caller("the account").orElseThrow()), is(true));
    }

    @Test
    void a_known_signing_region_or_service_may_be_left_out() {
        var endpoint = "endpoint: https://account.cn-northwest-1.amazonaws.com.cn\nsigning: ";
        assertThat(target(endpoint + "{}").signing(), is(Signing.sigV4("cn-northwest-1", "account")));
        assertThat(target(endpoint + "{ region: mars-1 }").signing(), is(Signing.sigV4("mars-1", "account")));
        assertThat(target(endpoint + "{ service: acct }").signing(), is(Signing.sigV4("cn-northwest-1", "acct")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://account.us-east-1.amazonaws.com, us-east-1",
        "https://account.us-gov-west-1.amazonaws.com, us-gov-west-1",
        "https://account.us-east-1.api.aws, us-east-1",
        "https://account.cn-northwest-1.amazonaws.com.cn, cn-northwest-1",
        "https://ACCOUNT.US-EAST-1.AMAZONAWS.COM, us-east-1",
        "https://account.amazonaws.com, us-east-1",
        "https://account.amazonaws.com.cn, cn-northwest-1",
        "http://localhost:4566, ap-south-1",
        "https://account.us-east-1.amazonaws.com.example.net, ap-south-1"
    })
    void an_endpoint_alone_is_signed_for_the_region_of_its_host(String endpoint, String region) {
        assertThat(
                Target.of(endpoint, Map.of("AWS_REGION", "ap-south-1")).signing(),
                is(Signing.sigV4(region, "account")));
    }

    @Test
    void an_endpoint_alone_has_one_caller_and_offers_nothing() {
        var target = Target.of("http://localhost:4566", Map.of());
        assertThat(target.signing(), is(Signing.sigV4("us-east-1", "account")));
        assertThat(target.callers().keySet(), contains(PartyName.THE_ACCOUNT));
        assertThat(target.mayCallAs(target.caller("the account").orElseThrow()), is(true));
        assertThat(target.met(), is(EnumSet.of(Need.SIGNING)));
        assertThat(target.name(), is("localhost:4566"));
        assertThat(Target.of(URI.create("http://localhost:4566")).endpoint(), is(target.endpoint()));
    }

    @Test
    void AWS_is_called_at_the_pace_of_its_quotas_unless_the_profile_says_otherwise() {
        var put = Optional.of(new Rate(Duration.ofMillis(200), 8));
        assertThat(Target.of("https://account.us-east-1.amazonaws.com").pace().put(), is(put));
        assertThat(
                Target.of("https://account.cn-northwest-1.amazonaws.com.cn")
                        .pace()
                        .put(),
                is(Optional.of(new Rate(Duration.ofSeconds(1), 6))));
        var slower = target("endpoint: https://account.us-east-1.amazonaws.com\npace: { get: 2/s }")
                .pace();
        assertThat(slower.get(), is(Optional.of(new Rate(Duration.ofMillis(500), 1))));
        assertThat(slower.put(), is(put));
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void every_need_that_is_not_met_says_why_and_what_to_add(Need need) {
        var lack = target(UNSIGNED).lack(need).orElseThrow();
        assertThat(lack.reason(), is(not("")));
        assertThat(lack.remedy(), containsString(":"));
    }

    @Test
    void a_lack_is_told_in_words_with_the_YAML_that_mends_it() {
        var target = Target.of("http://localhost:4566", Map.of());
        assertThat(
                target.lack(Need.DELEGATED_ADMINISTRATOR),
                is(Optional.of(new Lack(
                        "the profile names no delegated administrator with credentials in an organization with all features"
                                + " and trusted access",
                        """
                        organizations:
                          with all features and trusted access:
                            the delegated administrator: { account: "<12 digits>", credentials: profile:<name> }"""))));
        assertThat(
                target.lack(Need.A_CALLER_WITHOUT_PERMISSION),
                is(Optional.of(new Lack("the profile names no caller without permission with credentials", """
                        callers:
                          a caller without permission: { account: "<12 digits>", credentials: profile:<name> }"""))));
        assertThat(
                target.lack(Need.AN_OUTSIDER),
                is(Optional.of(new Lack(
                        "the profile names no outsider with an account number",
                        "callers:\n  an outsider: { account: \"<12 digits>\" }"))));
        assertThat(
                target.lack(Need.READ_BACK),
                is(Optional.of(new Lack(
                        "the profile does not offer read-back (GetAlternateContact)", "offers: [read-back]"))));
        assertThat(
                target.lack(Need.PROVOKED_FAILURE).map(Lack::reason),
                is(Optional.of("the profile does not say how to provoke an InternalServerException")));
    }

    @Test
    void a_party_without_credentials_can_be_spoken_of_but_not_called_as() {
        var target = target(WHOLE);
        var setup = Optional.of(Setup.WITH_ALL_FEATURES_AND_TRUSTED_ACCESS);
        assertThat(target.lackOfAccount(PartyName.ANOTHER_MEMBER, setup), is(Optional.empty()));
        assertThat(
                target.lackOfCaller(PartyName.ANOTHER_MEMBER, setup).map(Lack::reason),
                is(Optional.of(
                        "the profile names no second member with credentials in an organization with all features"
                                + " and trusted access")));
    }

    @Test
    void a_waiver_or_a_reading_of_an_unknown_clause_is_refused() throws IOException {
        var target = target(UNSIGNED + """
                readings: { PAC-NAME-7: accepted, PAC-NMAE-7: accepted, PAC-NAME-1: accepted, PAC-NAME-8: acceptd }
                waivers:
                  - { clause: PAC-NAME-1, reason: known }
                  - { clause: PAC-NAEM-1, reason: mistyped }
                """);
        var problems = assertThrows(ProfileException.class, () -> target.validate(book()))
                .getMessage();
        assertThat(
                problems.lines().toList(),
                contains(
                        "staging.yaml, line 6: no clause 'PAC-NAEM-1'; the nearest: PAC-NAME-1, PAC-NAME-7, PAC-NAME-8",
                        "staging.yaml, line 3: no clause 'PAC-NMAE-7'; the nearest: PAC-NAME-7, PAC-NAME-1, PAC-NAME-8",
                        "staging.yaml, line 3: PAC-NAME-1 is stated; only the reading of an open clause can be pinned",
                        "staging.yaml, line 3: unknown reading 'acceptd' at PAC-NAME-8; did you mean 'accepted'?"
                                + " Known: accepted, refused"));
    }

    @Test
    void a_reading_of_an_open_clause_is_pinned() throws IOException {
        var target = target(UNSIGNED + "readings: { PAC-NAME-7: refused }");
        target.validate(book());
        assertThat(target.reading(ClauseId.of("PAC-NAME-7")), is(Optional.of("refused")));
        assertThat(target.reading(ClauseId.of("PAC-NAME-8")), is(Optional.empty()));
    }

    private static ClauseBook book() throws IOException {
        return ClauseBook.read("clauses.md", new StringReader("""
                ### PAC-NAME-1
                A name is required.

                Page: Request Body, Name, required. Standing: stated.

                ### PAC-NAME-7
                A name that is nothing but spaces.

                Page: Request Body, Name. Standing: open: it has nothing in it.
                Readings: accepted | refused.

                ### PAC-NAME-8
                A control character in a name.

                Page: Request Body, Name. Standing: open: there is no pattern.
                Readings: accepted | refused.
                """));
    }

    private static String account(Optional<Party> party) {
        return party.flatMap(Party::account).orElseThrow();
    }

    private static Target target(String yaml) {
        return Target.read("staging.yaml", yaml, ENVIRONMENT);
    }
}
