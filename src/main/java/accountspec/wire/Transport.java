package accountspec.wire;

import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are, by the JDK's client, whatever REST Assured made of the request. */
final class Transport {

    private final String base;
    private final Bounds bounds;
    private final HttpClient client;

    Transport(URI endpoint, Bounds bounds) {
        this.base = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        this.bounds = bounds;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(bounds.time());
        this.client = (endpoint.getScheme().equals("http") ? builder.sslContext(trustingNobody()) : builder).build();
    }

    /** For plain http, where no TLS is ever spoken: reading the system's certificates takes a quarter of a second. */
    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK speaks TLS", e);
        }
    }

    /**
     * The way of one request.
     *
     * @throws IllegalArgumentException if it cannot be sent: a mistake of the suite's, which is not to be taken for silence
     */
    Passage passage(Sent sent) {
        return new Passage(sent);
    }

    /** The filter that takes one request to the endpoint and comes back with its answer. */
    final class Passage implements Filter {

        private final HttpRequest request;
        private volatile boolean cut;

        private Passage(Sent sent) {
            this.request = request(sent);
        }

        /** Whether the body was longer than the bounds allow. */
        boolean isCut() {
            return cut;
        }

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification response,
                FilterContext context) {
            HttpResponse<byte[]> answer;
            try {
                answer = exchange();
            } catch (IOException e) {
                throw new PassageFailed(e);
            }
            List<io.restassured.http.Header> headers = answer.headers().map().entrySet().stream()
                    .flatMap(header -> header.getValue().stream()
                            .map(value -> new io.restassured.http.Header(header.getKey(), value)))
                    .toList();
            return new ResponseBuilder()
                    .setStatusCode(answer.statusCode())
                    .setHeaders(new Headers(headers))
                    .setBody(answer.body())
                    .build();
        }

        private HttpResponse<byte[]> exchange() throws IOException {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(request, head -> new Bounded(bounds.body(), () -> cut = true));
            try {
                return answer.get(bounds.time().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new HttpTimeoutException("no complete answer in time");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } finally {
                answer.cancel(true); // ends the exchange if it is still under way
            }
        }

        private HttpRequest request(Sent sent) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + sent.target()))
                    .method(
                            sent.method(),
                            sent.body().length == 0
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(sent.body()));
            for (Header header : sent.headers()) {
                if (!header.is("Host")) { // the client's to write, and it writes the same
                    request.header(header.name(), header.value());
                }
            }
            return request.build();
        }
    }

    /** Carries a failure through REST Assured, which knows none. */
    private static final class PassageFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PassageFailed(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Keeps the beginning of a body, and ends the exchange where it gets too long. */
    private static final class Bounded implements BodySubscriber<byte[]> {

        private final int most;
        private final Runnable tooLong;
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private @Nullable Subscription subscription;

        Bounded(int most, Runnable tooLong) {
            this.most = most;
            this.tooLong = tooLong;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] bytes = new byte[Math.min(part.remaining(), most - kept.size())];
                boolean fits = bytes.length == part.remaining();
                part.get(bytes);
                kept.writeBytes(bytes);
                if (!fits && subscription != null) {
                    tooLong.run();
                    subscription.cancel();
                    onComplete();
                    return;
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(kept.toByteArray());
        }
    }
}
