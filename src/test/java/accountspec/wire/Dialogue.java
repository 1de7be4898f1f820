package accountspec.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.wire.RawServer.Asked;
import accountspec.wire.RawServer.Manner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Requests that tests send over a live wire, what comes back, and manners of servers that are slow or never end. */
final class Dialogue {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    static final Duration LONG = Duration.ofSeconds(20);
    static final Duration SHORT = Duration.ofMillis(300);

    /** Far more than a deadline takes, and far less than the doubles would go on for. */
    static final Duration GENEROUS = Duration.ofSeconds(15);

    private Dialogue() {}

    static LiveWire wire(RawServer server, Duration time) {
        return new LiveWire(server.uri(), Bounds.within(time));
    }

    static Answer send(RawServer server, Sent request) {
        try (LiveWire wire = wire(server, LONG)) {
            return wire.send(request);
        }
    }

    static Silence silenceWithin(Duration time, Manner manner) {
        try (RawServer server = RawServer.that(manner);
                LiveWire wire = wire(server, time)) {
            long began = System.nanoTime();
            Silence silence = silence(wire.send(post("/", "{}")));
            assertThat(since(began), is(lessThan(GENEROUS)));
            return silence;
        }
    }

    static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Says nothing until the server is closed. */
    static boolean sulk() throws IOException {
        try {
            TimeUnit.MINUTES.sleep(5);
        } catch (InterruptedException e) {
            throw new IOException("the server was closed", e);
        }
        return false;
    }

    /** A byte now and again, for longer than anybody should wait. */
    static boolean drip(OutputStream out) throws IOException {
        try {
            for (int i = 0; i < 3_000; i++) {
                RawServer.write(out, "x");
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            throw new IOException("the server was closed", e);
        }
        return false;
    }

    static Manner neverEnding(String framing) {
        String piece = "x".repeat(4096);
        return (asked, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");
            while (true) {
                RawServer.write(out, framing.endsWith("chunked") ? "1000\r\n" + piece + "\r\n" : piece);
            }
        };
    }

    static URI aPortWhereNobodyListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    static Sent post(String target, String body) {
        return new Sent(
                "POST",
                target,
                List.of(
                        new Header("Host", "127.0.0.1"),
                        new Header("User-Agent", "accountspec/test"),
                        new Header("Content-Type", "application/json")),
                utf8(body));
    }

    static List<Header> headers(String name, String value) {
        return List.of(new Header(name, value));
    }

    static List<String> named(String name, Asked asked) {
        return asked.headers().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .toList();
    }

    static Received received(Answer answer) {
        assertThat(answer, instanceOf(Received.class));
        return (Received) answer;
    }

    static Silence silence(Answer answer) {
        assertThat(answer, instanceOf(Silence.class));
        return (Silence) answer;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
