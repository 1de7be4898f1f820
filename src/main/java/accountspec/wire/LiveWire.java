package accountspec.wire;

import static io.restassured.RestAssured.given;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Printable;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.exchange.Silence.Kind;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;

/**
 * A live endpoint, asked through REST Assured.
 *
 * <p>REST Assured would edit the wire: it adds headers and charsets, normalises paths, and waits for ever on some answers.
 * So its last filter is a {@link Transport}, which sends the bytes just as they were bound and signed, within bounds. That
 * also takes 2 ms a request where REST Assured's own client takes 5.
 */
public final class LiveWire implements Wire {

    static {
        // Groovy looks a method up at each call until it was called 10,000 times, and no run asks as often. REST
        // Assured
        // costs a third less so.
        if (System.getProperty("groovy.indy.optimize.threshold") == null) {
            System.setProperty("groovy.indy.optimize.threshold", "100");
        }
    }

    private final URI endpoint;
    private final Transport transport;
    private final Bounds bounds;

    public LiveWire(URI endpoint, Bounds bounds) {
        this.endpoint = endpoint;
        this.bounds = bounds;
        this.transport = new Transport(endpoint, bounds);
    }

    /**
     * Loads REST Assured beside whatever else has to be done before the first request; that takes longer than hundreds of
     * requests do.
     *
     * @return complete once nobody needs the jar's file system for it any more: Groovy looks for its classes in there, and
     *     would be disturbed by Cucumber, which looks for its features
     */
    public static CompletableFuture<Void> warmUp() {
        CompletableFuture<Void> classes = CompletableFuture.runAsync(LiveWire::findGroovysClasses);
        classes.thenRun(() -> given().baseUri("http://127.0.0.1:1")
                .filter((request, response, context) ->
                        new ResponseBuilder().setStatusCode(200).build())
                .body(new byte[0])
                .request("POST"));
        return classes;
    }

    private static void findGroovysClasses() {
        try {
            Class.forName("org.codehaus.groovy.control.ResolveVisitor");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("REST Assured without Groovy", e);
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    @Override
    public Answer send(Sent request) {
        Answer answer = once(request);
        // A connection kept alive may have been closed at the other end meanwhile; only a fresh one tells.
        return answer instanceof Silence silence && silence.kind() == Kind.BROKEN ? once(request) : answer;
    }

    private Answer once(Sent request) {
        Transport.Passage passage = transport.passage(request);
        try {
            Response response = exchange(passage, request);
            List<Header> headers = response.getHeaders().asList().stream()
                    .map(header -> new Header(header.getName(), header.getValue()))
                    .toList();
            return new Received(response.getStatusCode(), headers, response.asByteArray(), passage.isCut());
        } catch (IOException | RuntimeException e) {
            return silence(e);
        }
    }

    /** REST Assured lets checked exceptions through without declaring them. */
    private Response exchange(Filter last, Sent request) throws IOException {
        return ask(last, request);
    }

    private Response ask(Filter last, Sent request) {
        // With the endpoint as an argument, REST Assured takes it apart and puts it together again for each request.
        return given().baseUri(endpoint.toString())
                .filter(last)
                .body(request.body())
                .request(request.method());
    }

    private Silence silence(Exception thrown) {
        String within = " within " + bounds.time().toMillis() + " ms";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return new Silence(Kind.NO_SUCH_HOST, "no such host: " + endpoint.getHost());
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return new Silence(Kind.UNREACHABLE, "no connection" + within);
            }
            if (cause instanceof HttpTimeoutException) {
                return new Silence(Kind.TOO_LATE, "no complete answer" + within);
            }
            if (cause instanceof SSLException) {
                Kind kind = hungUp(cause) ? Kind.UNREACHABLE : Kind.NO_TLS;
                return new Silence(kind, "no TLS connection: " + words(cause));
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new Silence(Kind.UNREACHABLE, "connection refused");
            }
        }
        return new Silence(Kind.BROKEN, "the connection ended, or what came was not HTTP: " + words(thrown));
    }

    /** Whether the handshake ended because the other end went away, as one that is starting up may. */
    private static boolean hungUp(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException
                    || cause instanceof SocketException
                    || String.valueOf(cause.getMessage()).contains("terminated the handshake")) {
                return true;
            }
        }
        return false;
    }

    private static String words(Throwable thrown) {
        String message = thrown.getMessage();
        return Printable.line(message == null ? thrown.getClass().getSimpleName() : message, 200);
    }
}
