package accountspec.exchange;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCY=EXAMPLE";
    private static final String SIGNATURE = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";

    @Test
    void a_secret_is_masked_wherever_it_stands() {
        assertThat(
                hiding(SECRET).in("first " + SECRET + ", then " + SECRET + "."),
                is("first [redacted], then [redacted]."));
    }

    @Test
    void text_without_a_secret_stays_as_it_is() {
        assertThat(hiding(SECRET).in("AlternateContactType"), is("AlternateContactType"));
        assertThat(new Redaction().in("anything"), is("anything"));
    }

    @Test
    void a_secret_in_hexadecimals_is_masked() {
        assertThat(hiding(SECRET).in("<" + HexFormat.of().formatHex(utf8(SECRET)) + ">"), is("<[redacted]>"));
    }

    @Test
    void a_secret_in_base_64_is_masked_with_padding_and_without() {
        for (String secret : List.of(SECRET, SECRET + "1", SECRET + "12")) {
            String padded = Base64.getEncoder().encodeToString(utf8(secret));
            String bare = Base64.getEncoder().withoutPadding().encodeToString(utf8(secret));

            assertThat(hiding(secret).in(padded), not(containsString(bare)));
            assertThat(hiding(secret).in("<" + bare + ">"), is("<[redacted]>"));
        }
    }

    @Test
    void a_secret_in_a_query_is_masked() {
        assertThat(
                hiding(SECRET).in("?key=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8) + "&a=b"),
                is("?key=[redacted]&a=b"));
    }

    @Test
    void a_secret_whose_slashes_are_escaped_is_masked() {
        assertThat(hiding(SECRET).in("\"" + SECRET.replace("/", "\\/") + "\""), is("\"[redacted]\""));
    }

    @Test
    void a_secret_within_a_longer_text_in_base_64_is_masked() {
        for (String before : List.of("", "a", "ab", "Authorization: ")) {
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String encoded = encoder.encodeToString(utf8(before + SECRET + ", and more"));
                String masked = hiding(SECRET).in(encoded);

                assertThat(masked, containsString("[redacted]"));
                assertThat(masked.length(), is(lessThan(encoded.length() - SECRET.length())));
            }
        }
    }

    static List<String> waysToWriteIt() {
        return List.of(
                escaped("\\u%04x", "\\u%04X"),
                escaped("%%%02x", "%%%02X"),
                escaped("&#%d;", "&#x%x;"),
                HexFormat.of().withUpperCase().formatHex(utf8(SECRET)),
                SECRET.toUpperCase(Locale.ROOT),
                SECRET.toLowerCase(Locale.ROOT),
                SECRET.replace("/", "\\u002f"),
                SECRET.replace("/", "&#47;"),
                SECRET.substring(0, 9) + "\r\n " + SECRET.substring(9),
                SECRET.substring(0, 9) + "\\n" + SECRET.substring(9));
    }

    @ParameterizedTest
    @MethodSource("waysToWriteIt")
    void a_secret_is_masked_however_it_is_escaped_or_broken_into_lines(String written) {
        assertThat(hiding(SECRET).in("{\"got\":\"" + written + "\"}"), is("{\"got\":\"[redacted]\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%41 sure, isn't it", "back\\slash\\nine", "&amp;&lt;&gt;&quot;&apos;&#47;"})
    void a_secret_that_looks_escaped_itself_is_masked(String secret) {
        assertThat(hiding(secret).in("<" + secret + ">"), is("<[redacted]>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\u00", "\\u00zz and more", "%", "%4", "%zz", "&", "&#;", "&#x110000;", "&nosuch;"})
    void what_only_looks_escaped_stays_as_it_is(String text) {
        assertThat(hiding(SECRET).in("some text " + text), is("some text " + text));
    }

    @Test
    void values_too_short_to_be_secrets_mask_nothing() {
        Redaction redaction = hiding("", "a", "short");

        assertThat(redaction.in("a short text"), is("a short text"));
        assertThat(hiding("secret").in("no secret"), is("no [redacted]"));
    }

    @Test
    void a_secret_that_begins_like_another_is_masked_as_a_whole() {
        assertThat(hiding("abcdefgh", "abcdefghijkl").in("abcdefghijkl"), is("[redacted]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "authorization", "X-Amz-Security-Token", "Proxy-Authorization"})
    void headers_that_carry_secrets_show_nothing_of_their_value(String name) {
        assertThat(new Redaction().in(new Header(name, "anything")), is("[redacted]"));
    }

    @Test
    void other_headers_show_their_value_but_for_secrets_in_it() {
        assertThat(hiding(SECRET).in(new Header("X-Custom", "is " + SECRET)), is("is [redacted]"));
        assertThat(hiding(SECRET).in(new Header("Content-Type", "application/json")), is("application/json"));
    }

    @Test
    void what_a_target_echoes_of_the_requests_authorization_is_masked() {
        assertThat(
                new Redaction().in("{\"got\":\"" + authorization() + "\"}", signed()), is("{\"got\":\"[redacted]\"}"));
    }

    @Test
    void the_requests_signature_alone_is_masked() {
        assertThat(
                new Redaction().in("I calculated another than " + SIGNATURE, signed()),
                is("I calculated another than [redacted]"));
    }

    @Test
    void the_requests_session_token_is_masked_though_nobody_hid_it() {
        assertThat(
                new Redaction().in("token IQoJb3JpZ2luX2VjEXAMPLE is stale", signed()),
                is("token [redacted] is stale"));
    }

    @Test
    void an_exchange_of_an_unsigned_request_shows_all_but_the_runs_secrets() {
        Sent unsigned = new Sent("POST", "/", List.of(new Header("Host", "a.test")), new byte[0]);

        assertThat(hiding(SECRET).in("host a.test, " + SECRET, unsigned), is("host a.test, [redacted]"));
    }

    @Test
    void an_empty_authorization_does_not_garble_the_text() {
        Sent empty = new Sent("POST", "/", List.of(new Header("Authorization", "")), new byte[0]);

        assertThat(new Redaction().in("as it was", empty), is("as it was"));
    }

    /** Each character by its number, in one form or the other by turns. */
    private static String escaped(String form, String other) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < SECRET.length(); i++) {
            written.append(String.format(i % 2 == 0 ? form : other, (int) SECRET.charAt(i)));
        }
        return written.toString();
    }

    private static Sent signed() {
        return new Sent(
                "POST",
                "/putAlternateContact",
                List.of(
                        new Header("Host", "a.test"),
                        new Header("Authorization", authorization()),
                        new Header("X-Amz-Security-Token", "IQoJb3JpZ2luX2VjEXAMPLE")),
                new byte[0]);
    }

    private static String authorization() {
        return "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/account/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature=" + SIGNATURE;
    }

    private static Redaction hiding(String... secrets) {
        Redaction redaction = new Redaction();
        redaction.hide(List.of(secrets));
        return redaction;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
