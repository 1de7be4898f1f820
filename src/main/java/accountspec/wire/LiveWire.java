package accountspec.wire;

import static io.restassured.RestAssured.given;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import io.restassured.builder.ResponseBuilder;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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

    public LiveWire(URI endpoint, Bounds bounds) {
        this.endpoint = endpoint;
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
        Transport.Passage passage = transport.passage(request);
        try {
            // With the endpoint as an argument, REST Assured takes it apart and puts it together for each request.
            Response response = given().baseUri(endpoint.toString())
                    .filter(passage)
                    .body(request.body())
                    .request(request.method());
            List<Header> headers = response.getHeaders().asList().stream()
                    .map(header -> new Header(header.getName(), header.getValue()))
                    .toList();
            return new Received(response.getStatusCode(), headers, response.asByteArray(), passage.isCut());
        } catch (Transport.NoAnswer e) {
            return e.silence();
        }
    }
}
