package accountspec.reference;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** The JDK's own server: no dependency, and up in a sixth of a second. */
final class JdkFront implements Front {

    static {
        // Without it every answer on a kept connection waits 40 ms for an acknowledgement. It is read once, so set it
        // first.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private JdkFront(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static JdkFront open(Function<Sent, Received> endpoint, int port) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(HOST, port), 0);
        } catch (BindException e) {
            throw new PortTakenException(HOST, port, e);
        }
        ExecutorService threads = Front.daemons();
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, endpoint));
        server.start();
        return new JdkFront(server, threads);
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void handle(HttpExchange exchange, Function<Sent, Received> endpoint) throws IOException {
        try (exchange) {
            Received answer = endpoint.apply(sent(exchange));
            answer.headers().forEach(h -> exchange.getResponseHeaders().add(h.name(), h.value()));
            boolean bodiless =
                    answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
            if (!bodiless) {
                try (OutputStream out = exchange.getResponseBody()) {
                    Front.write(out, answer.body());
                }
            }
        }
    }

    private static Sent sent(HttpExchange exchange) throws IOException {
        List<Header> headers = exchange.getRequestHeaders().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(value -> new Header(e.getKey(), value)))
                .toList();
        // The URI prints itself as it came; each of its parts has been decoded or normalised.
        return new Sent(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                Front.bounded(exchange.getRequestBody()));
    }
}
