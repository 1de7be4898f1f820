package accountspec.wire;

import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.operation.Form.Signature;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signature version 4, made by the AWS SDK's own signer over exactly the bytes that are sent. */
public final class SigV4 implements Signer {

    /** The caller's keys at the moment of signing. */
    public record Keys(String accessKey, String secretKey, Optional<String> sessionToken) {
        @Override
        public String toString() {
            return "Keys[secret]";
        }
    }

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    private final URI endpoint;
    private final String region;
    private final String service;
    private final Supplier<Keys> keys;
    private final Clock clock;

    public SigV4(URI endpoint, String region, String service, Supplier<Keys> keys, Clock clock) {
        this.endpoint = endpoint;
        this.region = region;
        this.service = service;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Sent sign(Sent request, Signature signature) {
        Keys own = keys.get();
        return switch (signature) {
            case NONE -> request;
            case RIGHT -> sign(request, request.body(), own, region, service, clock);
            case WRONG_SECRET -> sign(request, request.body(), wrongSecret(own), region, service, clock);
            case UNKNOWN_KEY -> sign(request, request.body(), unknownKey(own), region, service, clock);
            case AN_HOUR_AGO -> {
                Clock past = Clock.offset(clock, Duration.ofHours(-1));
                yield sign(request, request.body(), own, region, service, past);
            }
            case OTHER_REGION -> {
                String other = region.equals("ap-south-1") ? "sa-east-1" : "ap-south-1";
                yield sign(request, request.body(), own, other, service, clock);
            }
            case OTHER_SERVICE -> sign(request, request.body(), own, region, "s3", clock);
            case OF_ANOTHER_BODY -> sign(request, new byte[] {'{', '}'}, own, region, service, clock);
        };
    }

    private static Keys wrongSecret(Keys own) {
        return new Keys(own.accessKey(), "accountspec/a+wrong+secret+on+purpose++++", own.sessionToken());
    }

    private static Keys unknownKey(Keys own) {
        return new Keys("AKIAACCOUNTSPECNOONE", own.secretKey(), Optional.empty());
    }

    private Sent sign(Sent request, byte[] body, Keys as, String region, String service, Clock when) {
        AwsCredentialsIdentity identity = as.sessionToken()
                .<AwsCredentialsIdentity>map(
                        token -> AwsSessionCredentialsIdentity.create(as.accessKey(), as.secretKey(), token))
                .orElseGet(() -> AwsCredentialsIdentity.create(as.accessKey(), as.secretKey()));
        SdkHttpRequest unsigned = unsigned(request);
        SdkHttpRequest signed = SIGNER.sign(SignRequest.builder(identity)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, when)
                        .build())
                .request();
        List<Header> headers = new ArrayList<>(request.headers());
        signed.forEachHeader((name, values) -> {
            if (request.header(name).isEmpty()) {
                values.forEach(value -> headers.add(new Header(name, value)));
            }
        });
        return new Sent(request.method(), request.target(), headers, request.body());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private SdkHttpRequest unsigned(Sent request) {
        URI target = URI.create(request.target());
        SdkHttpRequest.Builder builder = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .protocol(endpoint.getScheme())
                .host(endpoint.getHost())
                .port(endpoint.getPort() < 0 ? null : endpoint.getPort())
                .encodedPath(target.getRawPath());
        if (target.getRawQuery() != null) {
            for (String parameter : target.getRawQuery().split("&")) {
                String[] pair = parameter.split("=", 2);
                builder.appendRawQueryParameter(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
            }
        }
        request.headers().stream()
                .filter(header -> !header.is("User-Agent"))
                .forEach(header -> builder.appendHeader(header.name(), header.value()));
        return builder.build();
    }
}
