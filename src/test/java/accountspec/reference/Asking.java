package accountspec.reference;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests for tests to send, and what their answers say. */
final class Asking {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Asking() {}

    static Sent put(Consumer<ObjectNode> change) {
        ObjectNode members = JSON.createObjectNode()
                .put("AlternateContactType", "BILLING")
                .put("EmailAddress", "carlos@example.com")
                .put("Name", "Carlos Salazar")
                .put("PhoneNumber", "206-555-0199")
                .put("Title", "CFO");
        change.accept(members);
        return post("/putAlternateContact", members.toString());
    }

    static Sent put(String member, String text) {
        return put(m -> m.put(member, text));
    }

    static Sent put() {
        return put(m -> {});
    }

    static Sent get(String type) {
        return post("/getAlternateContact", type(type));
    }

    static Sent get(String type, String account) {
        return post("/getAlternateContact", type(type).replace("}", ", \"AccountId\": \"" + account + "\"}"));
    }

    static Sent delete(String type) {
        return post("/deleteAlternateContact", type(type));
    }

    static Sent post(String target, String body) {
        return new Sent(
                "POST",
                target,
                List.of(new Header("Host", "127.0.0.1:4711"), new Header("Content-Type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static Sent with(Sent sent, String header, String value) {
        List<Header> headers = new ArrayList<>(sent.headers());
        headers.removeIf(h -> h.is(header));
        headers.add(new Header(header, value));
        return new Sent(sent.method(), sent.target(), headers, sent.body());
    }

    static Sent without(Sent sent, String header) {
        return new Sent(
                sent.method(),
                sent.target(),
                sent.headers().stream().filter(h -> !h.is(header)).toList(),
                sent.body());
    }

    /** Signs with AWS's own signer, which knows nothing of the reference. */
    static Sent signed(Sent sent, Credentials credentials) {
        return signed(sent, credentials, "us-east-1", "account", Instant.now());
    }

    static Sent signed(Sent sent, Credentials credentials, String region, String service, Instant when) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(sent.method()))
                .uri(URI.create("http://" + sent.header("Host").orElseThrow() + sent.target()));
        sent.headers().forEach(h -> request.appendHeader(h.name(), h.value()));
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(SignRequest.builder(identity(credentials))
                        .request(request.build())
                        .payload(ContentStreamProvider.fromByteArray(sent.body()))
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(when, ZoneOffset.UTC))
                        .build());
        List<Header> headers = new ArrayList<>();
        signed.request().headers().forEach((name, values) -> values.forEach(v -> headers.add(new Header(name, v))));
        return new Sent(sent.method(), sent.target(), headers, sent.body());
    }

    private static AwsCredentialsIdentity identity(Credentials keys) {
        return keys.sessionToken().isPresent()
                ? AwsSessionCredentialsIdentity.create(
                        keys.accessKey(), keys.secretKey(), keys.sessionToken().get())
                : AwsCredentialsIdentity.create(keys.accessKey(), keys.secretKey());
    }

    /** An answer in a word or two: {@code 200}, or {@code 400 ValidationException}. */
    static String told(Received answer) {
        return answer.header("x-amzn-ErrorType")
                .map(name -> answer.status() + " " + name)
                .orElseGet(() -> String.valueOf(answer.status()));
    }

    static String text(Received answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static String text(Sent request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    /** The contact in an answer to a get. */
    static JsonNode contact(Received answer) {
        try {
            return JSON.readTree(answer.body()).path("AlternateContact");
        } catch (IOException e) {
            throw new AssertionError("This is not JSON: " + text(answer), e);
        }
    }

    private static String type(String type) {
        return "{\"AlternateContactType\": \"" + type + "\"}";
    }
}
