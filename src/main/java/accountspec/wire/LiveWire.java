package accountspec.wire;

import static io.restassured.RestAssured.given;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Printable;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.exchange.Silence.Kind;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.http.HttpEntity;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.protocol.HttpContext;

/**
 * A live endpoint, reached by REST Assured, which is kept from editing the wire: the interceptors put back every header
 * and the raw target just as they were bound and signed, and read the answer within bounds.
 */
@SuppressWarnings("deprecation") // REST Assured 6 takes no client newer than Apache's AbstractHttpClient
public final class LiveWire implements Wire {

    /** Headers that belong to the transport; all others are the request's own. */
    private static final Set<String> TRANSPORT = Set.of("host", "content-length", "connection", "transfer-encoding");

    private final Bounds bounds;
    private final String base;
    private final RestAssuredConfig config;
    private final ThreadLocal<Passage> passage = new ThreadLocal<>();
    private final org.apache.http.impl.conn.PoolingClientConnectionManager connections;

    public LiveWire(URI endpoint, Bounds bounds) {
        this.bounds = bounds;
        this.base = endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "/";
        this.connections = Connections.pool(() -> passage.get().deadline());
        int millis = (int) Math.min(bounds.time().toMillis(), Integer.MAX_VALUE);
        this.config = RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig()
                        .httpClientFactory(this::client)
                        .reuseHttpClientInstance()
                        .setParam("http.connection.timeout", millis)
                        .setParam("http.socket.timeout", millis)
                        .setParam("http.conn-manager.timeout", (long) millis)
                        .setParam("http.connection.stalecheck", false)
                        .setParam("http.connection.max-header-count", 200)
                        .setParam("http.connection.max-line-length", 1 << 16))
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
                .redirect(RedirectConfig.redirectConfig().followRedirects(false));
    }

    @Override
    public Answer send(Sent request) {
        Answer answer = once(request);
        if (answer instanceof Silence silence && silence.kind() == Kind.BROKEN) {
            // A connection kept alive may have been closed at the other end; only a fresh one tells.
            connections.closeIdleConnections(0, TimeUnit.MILLISECONDS);
            answer = once(request);
        }
        return answer;
    }

    @Override
    public void close() {
        connections.shutdown();
    }

    private Answer once(Sent request) {
        passage.set(new Passage(request, System.nanoTime() + bounds.time().toNanos()));
        try {
            Response response = exchange(request);
            byte[] body = response.asByteArray();
            List<Header> headers = response.getHeaders().asList().stream()
                    .map(header -> new Header(header.getName(), header.getValue()))
                    .toList();
            return new Received(response.getStatusCode(), headers, body, passage.get().cut);
        } catch (IOException | RuntimeException e) {
            return silence(e);
        } finally {
            passage.remove();
        }
    }

    /** REST Assured throws the client's checked exceptions without declaring them. */
    private Response exchange(Sent request) throws IOException {
        return given().config(config).body(request.body()).request(request.method(), base);
    }

    private HttpClient client() {
        var client = new org.apache.http.impl.client.DefaultHttpClient(connections);
        client.setHttpRequestRetryHandler(new org.apache.http.impl.client.DefaultHttpRequestRetryHandler(0, false));
        client.addRequestInterceptor(this::restore);
        client.addResponseInterceptor(this::bound);
        return client;
    }

    private void restore(HttpRequest request, HttpContext context) {
        Sent sent = passage.get().request;
        for (org.apache.http.Header header : request.getAllHeaders()) {
            if (!TRANSPORT.contains(header.getName().toLowerCase(Locale.ROOT))) {
                request.removeHeader(header);
            }
        }
        for (Header header : sent.headers()) {
            if (header.is("Host")) {
                request.setHeader(header.name(), header.value());
            } else {
                request.addHeader(header.name(), header.value());
            }
        }
        ((org.apache.http.impl.client.RequestWrapper) request).setURI(URI.create(sent.target()));
    }

    private void bound(HttpResponse response, HttpContext context) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        // Read at once: REST Assured never gives back the connection of an answer without a body.
        InputStream in = entity.getContent();
        byte[] body = in.readNBytes(bounds.body());
        if (body.length == bounds.body() && in.read() >= 0) {
            passage.get().cut = true;
            HttpClientContext.adapt(context).getConnection().shutdown();
        } else {
            in.close();
        }
        ByteArrayEntity kept = new ByteArrayEntity(body);
        kept.setContentType(entity.getContentType());
        kept.setContentEncoding(entity.getContentEncoding());
        response.setEntity(kept);
    }

    private Silence silence(Exception thrown) {
        String within = " within " + bounds.time().toMillis() + " ms";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectTimeoutException) {
                return new Silence(Kind.UNREACHABLE, "no connection" + within);
            }
            if (cause instanceof SocketTimeoutException) {
                return new Silence(Kind.TOO_LATE, "no complete answer" + within);
            }
            if (cause instanceof UnknownHostException) {
                return new Silence(
                        Kind.UNREACHABLE, "no such host: " + URI.create(base).getHost());
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new Silence(Kind.UNREACHABLE, "connection refused");
            }
            if (cause instanceof SSLException) {
                return new Silence(Kind.UNREACHABLE, "no TLS connection: " + words(cause));
            }
        }
        return new Silence(Kind.BROKEN, "the connection ended, or what came was not HTTP: " + words(thrown));
    }

    private static String words(Throwable thrown) {
        String message = thrown.getMessage();
        String text = thrown.getClass().getSimpleName() + (message == null ? "" : ", " + message);
        return Printable.line(text, 200);
    }

    /** One request on its way: what the interceptors need to know, and tell. */
    private static final class Passage {
        private final Sent request;
        private final long deadline;
        private boolean cut;

        Passage(Sent request, long deadline) {
            this.request = request;
            this.deadline = deadline;
        }

        long deadline() {
            return deadline;
        }
    }
}
