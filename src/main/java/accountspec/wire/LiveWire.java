package accountspec.wire;

import static io.restassured.RestAssured.given;

import accountspec.exchange.Answer;
import accountspec.exchange.Sent;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * A live endpoint, asked through REST Assured.
 *
 * <p>REST Assured would edit the wire: it adds headers and charsets, normalises paths, and waits for ever on some answers.
 * So its last filter is a {@link Transport}, which sends the bytes just as they were bound and signed, within bounds, and
 * keeps the answer as it came. REST Assured is told no more than the method: whatever else it knows, it takes apart and puts
 * together again, in vain, and longer than the exchange itself lasts.
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

    private final Transport transport;

    public LiveWire(URI endpoint, Bounds bounds) {
        this.transport = new Transport(endpoint, bounds);
    }

    /**
     * Loads REST Assured beside whatever else has to be done before the first request; that takes longer than hundreds of
     * requests do. It is loaded once, however often this is called.
     *
     * @return complete once nobody needs the jar's file system for it any more: Groovy looks for its classes in there, and
     *     would be disturbed by Cucumber, which looks for its features
     */
    public static CompletableFuture<Void> warmUp() {
        return Warm.CLASSES;
    }

    private static final class Warm {

        static final CompletableFuture<Void> CLASSES = CompletableFuture.runAsync(LiveWire::findGroovysClasses);

        static {
            CLASSES.thenRun(() -> given().filter((request, response, context) -> Transport.Passage.THROUGH)
                    .request("POST"));
        }
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
        given().filter(passage).request(request.method());
        return passage.answer();
    }
}
