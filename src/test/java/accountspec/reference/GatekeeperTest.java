package accountspec.reference;

import static accountspec.reference.Asking.post;
import static accountspec.reference.Asking.put;
import static accountspec.reference.Asking.signed;
import static accountspec.reference.Asking.text;
import static accountspec.reference.Asking.told;
import static accountspec.reference.Asking.with;
import static accountspec.reference.Asking.without;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures here are made by AWS's own signer. */
final class GatekeeperTest {

    private static final Instant NOW = Instant.parse("2026-11-22T17:15:00Z");
    private static final Credentials LONG_TERM =
            World.standard().standalone().get(2).credentials().orElseThrow();
    private static final Credentials TEMPORARY =
            World.standard().anybody().credentials().orElseThrow();
    private static final String INVALID = "403 InvalidSignatureException";
    private static final String UNRECOGNIZED = "403 UnrecognizedClientException";

    @Test
    void whatAwsSignsIsRecognised() {
        assertThat(answer(signed(put(), LONG_TERM, "us-east-1", "account", NOW)), is("200"));
        assertThat(answer(signed(put(), TEMPORARY, "us-east-1", "account", NOW)), is("200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?b=2&a=1", "?a-b=1&a=2&a=1", "?a", "?a=%41%20b", "?x=%C3%A9~*"})
    void theQueryIsSigned(String query) {
        assertThat(
                answer(signed(
                        post("/putAlternateContact" + query, text(put())), LONG_TERM, "us-east-1", "account", NOW)),
                is("200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%20b/putAlternateContact",
                "/a/./b/../putAlternateContact",
                "/put%41lternateContact",
                "/putAlternateContact/",
                "/a//b",
                "/"
            })
    void anyPathIsSignedSoThatOnlyTheOperationIsUnknown(String path) {
        Sent sent = signed(post(path, text(put())), LONG_TERM, "us-east-1", "account", NOW);

        Gatekeeper gatekeeper = new Gatekeeper(
                World.standard(), Time.imagined(NOW), Intake.documented().signing());

        assertThat(gatekeeper.callerOf(sent).name(), is("an outsider"));
    }

    @Test
    void aRequestUnderAPrefixIsSignedWithIt() {
        ReferenceEndpoint endpoint = anEndpoint().under("/stage one".replace(" ", "%20"));

        assertThat(
                told(endpoint.answer(signed(
                        post("/stage%20one/putAlternateContact", text(put())),
                        LONG_TERM,
                        "us-east-1",
                        "account",
                        NOW))),
                is("200"));
    }

    @Test
    void headersAreSignedWithoutTheirSuperfluousBlanks() {
        assertThat(
                answer(signed(with(put(), "X-Amz-Note", "  two   words "), LONG_TERM, "us-east-1", "account", NOW)),
                is("200"));
    }

    @Test
    void anUnsignedRequestIsRefused() {
        assertThat(answer(put()), is("403 MissingAuthenticationTokenException"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer x",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0"
            })
    void aRequestWithHalfASignatureIsRefused(String authorization) {
        assertThat(answer(with(put(), "Authorization", authorization)), is("403 IncompleteSignature"));
    }

    @Test
    void aWrongSecretIsRefused() {
        Credentials wrong =
                new Credentials(LONG_TERM.accessKey(), "x" + LONG_TERM.secretKey(), Optional.empty(), Optional.empty());

        assertThat(answer(signed(put(), wrong, "us-east-1", "account", NOW)), is(INVALID));
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThat(
                answer(signed(put(), Credentials.longTerm("nobody"), "us-east-1", "account", NOW)), is(UNRECOGNIZED));
    }

    @ParameterizedTest
    @CsvSource({"-300, 200", "-301, " + INVALID, "300, 200", "301, " + INVALID, "-3600, " + INVALID})
    void aDateMayBeFiveMinutesOff(int seconds, String answer) {
        assertThat(answer(signed(put(), LONG_TERM, "us-east-1", "account", NOW.plusSeconds(seconds))), is(answer));
    }

    @Test
    void anotherRegionOrServiceIsRefused() {
        assertThat(answer(signed(put(), LONG_TERM, "eu-west-1", "account", NOW)), is(INVALID));
        assertThat(answer(signed(put(), LONG_TERM, "us-east-1", "iam", NOW)), is(INVALID));
    }

    @Test
    void aBodyThatWasChangedAfterSigningIsRefused() {
        Sent sent = signed(put(), LONG_TERM, "us-east-1", "account", NOW);
        byte[] body = text(sent).replace("CFO", "CEO").getBytes(StandardCharsets.UTF_8);
        Sent changed = new Sent(sent.method(), sent.target(), sent.headers(), body);

        assertThat(answer(changed), is(INVALID));
        assertThat(answer(with(changed, "X-Amz-Content-Sha256", Signature.sha256(body))), is(INVALID));
    }

    @Test
    void aHeaderThatWasChangedAfterSigningIsRefused() {
        Sent sent = signed(put(), LONG_TERM, "us-east-1", "account", NOW);

        assertThat(answer(with(sent, "Host", "example.com")), is(INVALID));
        assertThat(answer(without(sent, "Host")), is(INVALID));
    }

    @Test
    void aSignatureThatLeavesTheHostOutIsRefused() {
        Sent sent = signed(put(), LONG_TERM, "us-east-1", "account", NOW);
        String authorization = sent.header("Authorization").orElseThrow().replace("host;", "");

        assertThat(answer(with(sent, "Authorization", authorization)), is(INVALID));
    }

    @Test
    void aRequestWithoutADateIsRefused() {
        Sent sent = signed(put(), LONG_TERM, "us-east-1", "account", NOW);

        assertThat(answer(without(sent, "X-Amz-Date")), is("403 IncompleteSignature"));
        assertThat(answer(with(sent, "X-Amz-Date", "20261122T996199Z")), is("403 IncompleteSignature"));
    }

    @Test
    void aSessionTokenMustComeAlongAndBeTheRightOne() {
        Sent sent = signed(put(), TEMPORARY, "us-east-1", "account", NOW);

        assertThat(answer(without(sent, "X-Amz-Security-Token")), is(UNRECOGNIZED));
        assertThat(answer(with(sent, "X-Amz-Security-Token", "another")), is(UNRECOGNIZED));
    }

    @Test
    void anExpiredSessionIsRefused() {
        Credentials expired = TEMPORARY.until(NOW);
        World world =
                new World("us-east-1", true, List.of(World.standard().anybody().with(expired)), List.of());
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(world, Behaviour.right(), Time.imagined(NOW));

        assertThat(
                told(endpoint.answer(signed(put(), expired, "us-east-1", "account", NOW))),
                is("403 ExpiredTokenException"));
    }

    private static String answer(Sent request) {
        return told(anEndpoint().answer(request));
    }

    private static ReferenceEndpoint anEndpoint() {
        return ReferenceEndpoint.of(World.standard(), Behaviour.right(), Time.imagined(NOW));
    }
}
