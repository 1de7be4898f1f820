package accountspec.target;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileProblemsTest {

    private static final String UNSIGNED = "endpoint: http://localhost\nsigning: none\n";

    @Test
    void an_unknown_key_is_told_with_its_line_its_path_the_nearest_and_all_known_ones() {
        assertThat(
                problem("endpoint: http://localhost\nsinging:\n  region: us-east-1\n"),
                is(
                        "t.yaml, line 2: unknown key 'singing'; did you mean 'signing'? Known: target, endpoint, signing, callers,"
                                + " organizations, offers, provoke, pace, patience, readings, waivers"));
        assertThat(
                problem(UNSIGNED + "callers:\n  the account:\n    acount: 555555555555\n"),
                is("t.yaml, line 5: unknown key 'acount' at callers: the account; did you mean 'account'?"
                        + " Known: account, credentials"));
        assertThat(
                problem(UNSIGNED + "patience: { throtled: 3s }"),
                is("t.yaml, line 3: unknown key 'throtled' at patience; did you mean 'throttled'?"
                        + " Known: throttled, settle, timeout"));
    }

    @Test
    void unknown_parties_organizations_offers_and_errors_are_told_likewise() {
        assertThat(
                problem(UNSIGNED + "callers: { a member: {} }"),
                is("t.yaml, line 3: unknown party 'a member' at callers."
                        + " Known: the account, a caller without permission, an outsider"));
        assertThat(
                problem(UNSIGNED + "organizations: { without trust access: {} }"),
                is("t.yaml, line 3: unknown organization 'without trust access' at organizations;"
                        + " did you mean 'without trusted access'? Known: with all features and trusted access,"
                        + " without trusted access, without all features"));
        assertThat(
                problem(UNSIGNED + "offers:\n  - readback\n"),
                is("t.yaml, line 4: unknown offer 'readback'; did you mean 'read-back'? Known: read-back, delete"));
        assertThat(
                problem(UNSIGNED + "provoke: { InternalServerExeption: { burst: 3 } }"),
                is(
                        "t.yaml, line 3: unknown error 'InternalServerExeption' at provoke; did you mean 'InternalServerException'?"
                                + " Known: TooManyRequestsException, InternalServerException"));
    }

    @Test
    void several_problems_are_told_at_once() {
        assertThat(
                problem("endpont: http://localhost\nsigning: none\npace: { put: fast }")
                        .lines()
                        .map(l -> l.replaceAll(": .*", ""))
                        .toList(),
                contains("t.yaml, line 1", "t.yaml, line 1", "t.yaml, line 3"));
    }

    @Test
    void a_profile_without_an_endpoint_says_so() {
        for (var yaml : new String[] {"target: x\n", "target: x\nendpoint:\n", "{}"}) {
            assertThat(
                    problem(yaml),
                    is("t.yaml, line 1: no endpoint; add the base URL to test, such as"
                            + " 'endpoint: https://account.staging.example.net'"));
        }
    }

    @Test
    void a_bad_endpoint_says_what_is_wrong_with_it() {
        assertThat(
                problem("endpoint: localhost:8080"),
                is("t.yaml, line 1: endpoint: 'localhost:8080' does not begin with http:// or https://;"
                        + " did you mean http://localhost:8080?"));
        assertThat(
                assertThrows(ProfileException.class, () -> Target.of("localhost:8080"))
                        .getMessage(),
                startsWith("endpoint: 'localhost:8080' does not begin with"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "Authorization"})
    void a_header_that_the_suite_writes_provokes_nothing(String header) {
        assertThat(
                problem("endpoint: http://localhost\nsigning: none\nprovoke:\n"
                        + "  TooManyRequestsException: { header: { " + header + ": x } }"),
                containsString(
                        "'" + header + "' at provoke: TooManyRequestsException: header is written by the suite"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\e[31mred\"", "\"one\\ntwo\"", "\"\\u202etxet\""})
    void a_name_that_steers_a_terminal_is_refused(String name) {
        assertThat(
                problem("endpoint: http://localhost\nsigning: none\ntarget: " + name),
                containsString("is not a name on one line, of 200 characters at most"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only words\n", "---\n"})
    void an_empty_profile_says_so(String yaml) {
        assertThat(problem(yaml), startsWith("t.yaml"));
        assertThat(problem(yaml), containsString("endpoint"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "just words | t.yaml, line 1: the profile is a word; it should be names and values",
                "[a, list] | t.yaml, line 1: the profile is a list; it should be names and values"
            })
    void a_profile_of_the_wrong_shape_says_so(String yaml, String complaint) {
        assertThat(problem(yaml), startsWith(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "callers: [the account] | callers is a list; it should be names and values",
                "callers: { the account: 555555555555 } | callers: the account is a word; it should be names and values",
                "callers: { the account: { account: [5] } } | callers: the account: account is a list; it should be a word",
                "offers: read-back | offers is a word; it should be a list: [one, another], or a hyphen before each",
                "waivers: { clause: PAC-NAME-1 } | waivers is names and values; it should be a list: [one, another], or a hyphen before each",
                "pace: { put: '' } | pace: put is empty; it should be a word",
                "organizations: { without trusted access: { a member: {} } } | a member at organizations: without trusted access has no account; add 'account: \"<12 digits>\"', its number",
                "pace: { put: 0/s } | pace: put: '0/s' is not a rate, such as 5/s",
                "pace: { put: 5 } | pace: put: '5' is not a rate, such as 5/s",
                "patience: { settle: 5 } | patience: settle: '5' is no duration, such as 30s, 500ms or 1m",
                "patience: { settle: -5s } | patience: settle: '-5s' is no duration, such as 30s, 500ms or 1m",
                "patience: { timeout: 0s } | patience: timeout is nought; nothing answers that fast",
                "provoke: { TooManyRequestsException: {} } | provoke: TooManyRequestsException needs one of 'header: { <name>: <value> }' and 'burst: <number>'",
                "provoke: { TooManyRequestsException: { burst: many } } | provoke: TooManyRequestsException: burst: 'many' is not a number of requests, 2 to 999",
                "provoke: { TooManyRequestsException: { header: { 'X Fault': y } } } | 'X Fault' at provoke: TooManyRequestsException: header is no name of a header",
                "provoke: { TooManyRequestsException: { header: {} } } | provoke: TooManyRequestsException: header names no header",
                "readings: { name 7: accepted } | 'NAME 7' is no clause id; one is capital letters and digits in parts joined by hyphens, such as PAC-EMAIL-2",
                "waivers: [{ clause: PAC-NAME-1 }] | a waiver without a reason; add 'reason: ...'",
                "waivers: [{ reason: none }] | a waiver without a clause; add 'clause: ...'",
                "waivers: [{ clause: PAC-NAME-1, reason: x, until: 1 March }] | waivers: until: '1 March' is no date, such as 2027-03-01",
                "waivers: [{ clause: PAC-NAME-1, reason: x, link: ABC-1 }] | waivers: link: 'ABC-1' is no http or https URL",
                "waivers: [{ clause: PAC-NAME-1, reason: x }, { clause: PAC-NAME-1, reason: y }] | a second waiver for PAC-NAME-1; leave one of them out",
                "signing: nobody | a second 'signing'; leave one of them out"
            })
    void a_value_that_cannot_be_read_is_told(String yaml, String complaint) {
        assertThat(problem(UNSIGNED + yaml), is("t.yaml, line 3: " + complaint));
    }

    @Test
    void signing_is_none_or_a_region_and_a_service() {
        assertThat(
                problem("endpoint: http://localhost\nsigning: nine"),
                is("t.yaml, line 2: signing is neither the word none nor { region: us-east-1, service: account }"));
        assertThat(
                problem("endpoint: http://localhost\nsigning: { region: US East }"),
                is("t.yaml, line 2: signing: region: 'US East' is not a region, such as us-east-1"));
    }

    @Test
    void a_signed_target_needs_somebody_to_call_as() {
        var complaint = "nobody to call as: no party has credentials;"
                + " add 'callers: { the account: { account: \"<12 digits>\", credentials: default } }'";
        assertThat(
                problem("endpoint: http://localhost\ncallers: { the account: { account: 555555555555 } }"),
                is("t.yaml, line 1: " + complaint));
        assertThat(
                problem(
                        "endpoint: http://localhost\norganizations: { without trusted access: { a member: { account: 555555555555 } } }"),
                is("t.yaml, line 1: " + complaint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"012345678901", "\"012345678901\"", "'012345678901'"})
    void an_account_number_keeps_its_nought_with_or_without_quotation_marks(String written) {
        var target =
                Target.read("t.yaml", UNSIGNED + "callers: { an outsider: { account: " + written + " } }", Map.of());
        assertThat(target.caller("an outsider").flatMap(Party::account).orElseThrow(), is("012345678901"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901",
                "1234567890123",
                "0x1234567890",
                "1234-5678-9012",
                "\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661"
            })
    void an_account_number_is_twelve_digits(String written) {
        assertThat(
                problem(UNSIGNED + "callers: { an outsider: { account: " + written + " } }"),
                is("t.yaml, line 3: callers: an outsider: account: '" + written
                        + "' is not an account number of 12 digits"));
    }

    @Test
    void two_parties_are_two_accounts() {
        assertThat(
                problem(UNSIGNED + """
                        organizations:
                          without trusted access:
                            the management account: { account: 111111111111 }
                            a member: { account: 111111111111 }
                        """),
                is(
                        "t.yaml, line 3: the management account and a member of the organization without trusted access are one"
                                + " account; each party is an account of its own"));
        assertThat(
                problem(UNSIGNED + """
                        callers: { an outsider: { account: 111111111111 } }
                        organizations:
                          without trusted access:
                            a member: { account: 111111111111 }
                        """),
                is(
                        "t.yaml, line 3: an outsider and a member of the organization without trusted access are one account;"
                                + " callers are in no organization"));
    }

    @Test
    void a_variable_that_is_not_set_is_named() {
        var yaml =
                "endpoint: http://localhost\ncallers:\n  the account: { credentials: { accessKey: env:AK1, secretKey: env:SK1 } }";
        assertThat(
                assertThrows(ProfileException.class, () -> Target.read("t.yaml", yaml, Map.of("AK1", "AKID")))
                        .getMessage(),
                is("t.yaml, line 3: the environment variable SK1 is not set;"
                        + " callers: the account: credentials: secretKey needs it"));
    }

    @Test
    void credentials_of_no_known_form_are_not_repeated() {
        var forms =
                "profile:NAME, default, or { accessKey: ..., secretKey: ..., sessionToken: ... } with values or env:NAME";
        assertThat(
                problem("endpoint: http://localhost\ncallers:\n  the account: { credentials: wJalrXUtnFEMI }"),
                is("t.yaml, line 3: callers: the account: credentials is none of " + forms));
        assertThat(
                problem("endpoint: http://localhost\ncallers:\n  the account: { credentials: { accessKey: AKID } }"),
                is("t.yaml, line 3: no secretKey at callers: the account: credentials; credentials are " + forms));
    }

    @Test
    void broken_YAML_is_told_by_its_line_and_without_its_text() {
        var problem = problem("endpoint: http://localhost\ncallers:\n  the account: { secretKey: \"wJalrXUtnFEMI }\n");
        assertThat(problem, startsWith("t.yaml, line 4: is no YAML here: "));
        assertThat(problem, not(containsString("wJalrXUtnFEMI")));
        assertThat(
                problem("endpoint: http://localhost\n\tsigning: none"),
                startsWith("t.yaml, line 2: is no YAML here: "));
        assertThat(problem("endpoint: a\n---\nendpoint: b\n"), containsString("is no YAML here: "));
        assertThat(problem("endpoint: \u0000"), startsWith("t.yaml: is no YAML: "));
    }

    @Test
    void a_bomb_does_not_go_off() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        IntStream.range(1, 60).forEach(i -> bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1)));
        assertThat(problem(bomb.toString()), startsWith("t.yaml"));
        assertThat(problem("[".repeat(10_000)), startsWith("t.yaml"));
        assertThat(problem("endpoint: &a [*a]"), startsWith("t.yaml"));
    }

    @Test
    void a_file_that_cannot_be_read_is_named(@TempDir Path folder) throws IOException {
        var missing = folder.resolve("missing.yaml");
        assertThat(load(missing), is(missing + ": no such file; --target takes the path of a target profile"));
        var latin = Files.write(folder.resolve("latin.yaml"), "# Fa\u00e7ade".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(load(latin), is(latin + ": not text in UTF-8; a target profile is a page of YAML"));
        var huge = Files.write(folder.resolve("huge.yaml"), new byte[2_000_000]);
        assertThat(load(huge), is(huge + ": is 2 MB long; a target profile is a page of YAML"));
        assertThat(load(folder), is("'" + folder + "' is a folder; --target takes the path of a target profile"));
    }

    private static String load(Path file) {
        return assertThrows(ProfileException.class, () -> Target.load(file, Map.of()))
                .getMessage();
    }

    private static String problem(String yaml) {
        return assertThrows(ProfileException.class, () -> Target.read("t.yaml", yaml, Map.of()))
                .getMessage();
    }
}
