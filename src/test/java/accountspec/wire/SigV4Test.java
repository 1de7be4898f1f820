package accountspec.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Form.Signature;
import accountspec.operation.Operation;
import accountspec.reference.Credentials;
import accountspec.reference.Party;
import accountspec.reference.ReferenceEndpoint;
import accountspec.wire.SigV4.Keys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures are verified by the reference, which shares no code with the signer. */
class SigV4Test {

    private static final URI ENDPOINT = URI.create("http://account.test:8080");

    @ParameterizedTest
    @ValueSource(strings = {"the account", "the management account", "an outsider"})
    void a_right_signature_is_accepted_of_any_caller(String party) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();

        assertThat(told(endpoint.answer(signed(endpoint, party, Signature.RIGHT))), is("200"));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, MissingAuthenticationTokenException",
        "WRONG_SECRET, InvalidSignatureException",
        "UNKNOWN_KEY, UnrecognizedClientException",
        "AN_HOUR_AGO, InvalidSignatureException",
        "OTHER_REGION, InvalidSignatureException",
        "OTHER_SERVICE, InvalidSignatureException",
        "OF_ANOTHER_BODY, InvalidSignatureException"
    })
    void each_way_of_signing_wrongly_is_found_out(Signature signature, String error) {
        for (String party : List.of("the account", "the management account")) {
            ReferenceEndpoint endpoint = ReferenceEndpoint.standard();

            assertThat(told(endpoint.answer(signed(endpoint, party, signature))), is("403 " + error));
        }
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void a_signature_changes_nothing_of_the_request_but_adds_to_its_headers(Signature signature) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        Sent unsigned = unsigned("/putAlternateContact");

        Sent signed = signer(endpoint, "the account").sign(unsigned, signature);

        assertThat(signed.method(), is(unsigned.method()));
        assertThat(signed.target(), is(unsigned.target()));
        assertThat(signed.body(), is(unsigned.body()));
        assertThat(signed.headers().subList(0, unsigned.headers().size()), is(unsigned.headers()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Signature.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE"})
    void the_secret_itself_is_never_sent(Signature signature) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        String secret = credentials(endpoint, "the account").secretKey();

        assertThat(signed(endpoint, "the account", signature).headers().toString(), not(containsString(secret)));
    }

    @Test
    void a_session_token_goes_along_once() {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        String token = credentials(endpoint, "the account").sessionToken().orElseThrow();

        List<Header> tokens = signed(endpoint, "the account", Signature.RIGHT).headers().stream()
                .filter(header -> header.is("X-Amz-Security-Token"))
                .toList();

        assertThat(tokens, is(List.of(new Header("X-Amz-Security-Token", token))));
    }

    @Test
    void an_unsigned_request_has_nothing_of_a_signature() {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();

        assertThat(
                signed(endpoint, "the account", Signature.NONE).headers(),
                is(unsigned("/putAlternateContact").headers()));
        assertThat(
                Signer.NONE
                        .sign(unsigned("/putAlternateContact"), Signature.RIGHT)
                        .headers(),
                is(unsigned("/putAlternateContact").headers()));
    }

    @Test
    void the_user_agent_may_be_changed_on_the_way() {
        String authorization = signed(ReferenceEndpoint.standard(), "the account", Signature.RIGHT)
                .header("Authorization")
                .orElseThrow();

        assertThat(authorization, containsString("SignedHeaders=content-type;host;"));
        assertThat(authorization, not(containsString("user-agent")));
    }

    @Test
    void a_path_prefix_is_signed_as_well() {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard().under("/stage one");
        Sent sent = new Binding(URI.create("http://account.test:8080/stage%20one"), "test")
                .bind(draft(), Form.documented(draft().operation()), "a scenario");
        ReferenceEndpoint under = ReferenceEndpoint.standard().under("/stage%20one");

        assertThat(
                told(endpoint.answer(signer(endpoint, "the account").sign(sent, Signature.RIGHT))),
                is("404 UnknownOperationException"));
        assertThat(told(under.answer(signer(under, "the account").sign(sent, Signature.RIGHT))), is("200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/putAlternateContact?Name=Maria",
                "/putAlternateContact?b=2&a=1&a=0",
                "/putAlternateContact?empty=&none",
                "/putAlternateContact?x=%20%2F",
                "/putAlternateContact?a=b%3Dc%25",
                "/putAlternateContact?a=b+c"
            })
    void a_query_is_signed_as_well(String target) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();

        assertThat(
                told(endpoint.answer(signer(endpoint, "the account").sign(unsigned(target), Signature.RIGHT))),
                not("403 InvalidSignatureException"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/putAlternateContact?a=b%26c", "/putAlternateContact?a%3Db=c"})
    void a_query_is_signed_as_it_is_written(String target) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();

        assertThat(
                told(endpoint.answer(signer(endpoint, "the account").sign(unsigned(target), Signature.RIGHT))),
                not("403 InvalidSignatureException"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
    void any_usual_method_is_signed(String method) {
        Sent post = unsigned("/putAlternateContact");
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        Sent sent = signer(endpoint, "the account")
                .sign(new Sent(method, post.target(), post.headers(), post.body()), Signature.RIGHT);

        assertThat(told(endpoint.answer(sent)), not("403 InvalidSignatureException"));
        assertThat(sent.method(), is(method));
    }

    @Test
    void a_method_that_the_signer_does_not_know_is_the_suites_mistake() {
        Sent post = unsigned("/putAlternateContact");
        Sent query = new Sent("QUERY", post.target(), post.headers(), post.body());
        SigV4 signer = signer(ReferenceEndpoint.standard(), "the account");

        assertThrows(IllegalArgumentException.class, () -> signer.sign(query, Signature.RIGHT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://account.test",
                "http://account.test:80",
                "https://account.test:443",
                "https://account.test:8443",
                "http://[::1]:8080"
            })
    void the_host_is_signed_as_it_is_sent(String url) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        Sent sent =
                new Binding(URI.create(url), "test").bind(draft(), Form.documented(draft().operation()), "a scenario");
        Credentials credentials = credentials(endpoint, "the account");
        SigV4 signer = new SigV4(URI.create(url), "us-east-1", "account", keys(credentials), Clock.systemUTC());

        assertThat(told(endpoint.answer(signer.sign(sent, Signature.RIGHT))), is("200"));
    }

    @Test
    void a_request_without_a_content_type_is_signed_without_one() {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        Form form = Form.documented(draft().operation()).withContentType(Optional.empty());
        Sent sent = signer(endpoint, "the account")
                .sign(new Binding(ENDPOINT, "test").bind(draft(), form, "a scenario"), Signature.RIGHT);

        assertThat(sent.header("Content-Type"), is(Optional.empty()));
        assertThat(told(endpoint.answer(sent)), is("200"));
    }

    @Test
    void another_region_is_another_one_whatever_the_right_one_is() {
        for (String region : List.of("us-east-1", "ap-south-1", "cn-northwest-1")) {
            SigV4 signer = new SigV4(ENDPOINT, region, "account", longTermKeys(), Clock.systemUTC());
            String authorization = signer.sign(unsigned("/putAlternateContact"), Signature.OTHER_REGION)
                    .header("Authorization")
                    .orElseThrow();

            assertThat(authorization, not(containsString("/" + region + "/")));
        }
    }

    @Test
    void the_signature_is_dated_by_the_clock() {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        SigV4 late = new SigV4(ENDPOINT, "us-east-1", "account", keys(credentials(endpoint, "the account")), clock);

        assertThat(
                told(endpoint.answer(late.sign(unsigned("/putAlternateContact"), Signature.RIGHT))),
                is("403 InvalidSignatureException"));
    }

    @Test
    void keys_are_asked_for_anew_at_each_request() {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        List<Keys> renewed = new ArrayList<>(List.of(
                keys(credentials(endpoint, "the account")).get(),
                keys(credentials(endpoint, "the management account")).get()));
        SigV4 signer = new SigV4(ENDPOINT, "us-east-1", "account", () -> renewed.remove(0), Clock.systemUTC());

        assertThat(told(endpoint.answer(signer.sign(unsigned("/putAlternateContact"), Signature.RIGHT))), is("200"));
        assertThat(told(endpoint.answer(signer.sign(unsigned("/putAlternateContact"), Signature.RIGHT))), is("200"));
        assertThat(renewed.isEmpty(), is(true));
    }

    @Test
    void keys_do_not_tell_themselves() {
        assertThat(longTermKeys().get().toString(), is("Keys[secret]"));
    }

    @Test
    void a_header_that_the_target_takes_for_an_order_is_signed_as_well() {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        Form form = Form.documented(draft().operation())
                .withHeaders(List.of(new Header(ReferenceEndpoint.PROVOCATION, "InternalServerException")));
        Sent sent = signer(endpoint, "the account")
                .sign(new Binding(ENDPOINT, "test").bind(draft(), form, "a scenario"), Signature.RIGHT);

        assertThat(told(endpoint.answer(sent)), is("500 InternalServerException"));
        assertThat(sent.headers(), hasItem(new Header(ReferenceEndpoint.PROVOCATION, "InternalServerException")));
    }

    private static Sent signed(ReferenceEndpoint endpoint, String party, Signature signature) {
        return signer(endpoint, party).sign(unsigned("/putAlternateContact"), signature);
    }

    private static SigV4 signer(ReferenceEndpoint endpoint, String party) {
        return new SigV4(ENDPOINT, "us-east-1", "account", keys(credentials(endpoint, party)), Clock.systemUTC());
    }

    private static Sent unsigned(String target) {
        Form form = Form.documented(draft().operation()).withPath(target);
        return new Binding(ENDPOINT, "test").bind(draft(), form, "a scenario");
    }

    private static Draft draft() {
        return Operation.load("put-alternate-contact").draft(0, 1);
    }

    private static Credentials credentials(ReferenceEndpoint endpoint, String party) {
        return endpoint.world()
                .parties()
                .filter(p -> p.name().equals(party))
                .findFirst()
                .flatMap(Party::credentials)
                .orElseThrow();
    }

    private static Supplier<Keys> keys(Credentials credentials) {
        return () -> new Keys(credentials.accessKey(), credentials.secretKey(), credentials.sessionToken());
    }

    private static Supplier<Keys> longTermKeys() {
        return () -> new Keys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Optional.empty());
    }

    /** {@code 200}, or {@code 403 InvalidSignatureException}. */
    private static String told(Received answer) {
        return answer.header("x-amzn-ErrorType")
                .map(name -> answer.status() + " " + name)
                .orElseGet(() -> String.valueOf(answer.status()));
    }
}
