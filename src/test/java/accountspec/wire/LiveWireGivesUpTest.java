package accountspec.wire;

import static accountspec.wire.Dialogue.GENEROUS;
import static accountspec.wire.Dialogue.LONG;
import static accountspec.wire.Dialogue.OK;
import static accountspec.wire.Dialogue.SHORT;
import static accountspec.wire.Dialogue.aPortWhereNobodyListens;
import static accountspec.wire.Dialogue.drip;
import static accountspec.wire.Dialogue.post;
import static accountspec.wire.Dialogue.received;
import static accountspec.wire.Dialogue.send;
import static accountspec.wire.Dialogue.silence;
import static accountspec.wire.Dialogue.silenceWithin;
import static accountspec.wire.Dialogue.since;
import static accountspec.wire.Dialogue.sulk;
import static accountspec.wire.Dialogue.wire;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import accountspec.exchange.Silence;
import accountspec.exchange.Silence.Kind;
import accountspec.wire.RawServer.Manner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no answer, or not in time. */
class LiveWireGivesUpTest {

    @Test
    void headers_without_an_end_are_no_answer() {
        Manner endless = (asked, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\n");
            while (true) {
                RawServer.write(out, "X-More: " + "x".repeat(1000) + "\r\n");
            }
        };
        try (RawServer server = RawServer.that(endless)) {
            assertThat(silence(send(server, post("/", "{}"))).kind(), is(Kind.BROKEN));
        }
    }

    @Test
    void more_headers_than_anybody_needs_are_no_answer() {
        String answer = "HTTP/1.1 200 OK\r\n" + "a:\r\n".repeat(2_000) + "Content-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.answeringOnce(answer)) {
            assertThat(silence(send(server, post("/", "{}"))).detail(), containsString("more than 2000 headers"));
        }
    }

    @Test
    void a_line_without_an_end_is_no_answer() {
        Manner endless = (asked, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
            while (true) {
                RawServer.write(out, "x".repeat(1000));
            }
        };
        try (RawServer server = RawServer.that(endless)) {
            assertThat(silence(send(server, post("/", "{}"))).kind(), is(Kind.BROKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\r\n\r\n\r\n",
                "{\"status\": 200}",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200x OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 20 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 999 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 1\r\n\r\n",
                "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "\u0015\u0003\u0001\u0000\u0002\u0002P"
            })
    void what_is_not_http_is_no_answer(String bytes) {
        try (RawServer server = RawServer.answeringOnce(bytes)) {
            Silence silence = silence(send(server, post("/", "{}")));

            assertThat(silence.kind(), is(Kind.BROKEN));
            assertThat(silence.detail(), startsWith("the connection ended, or what came was not HTTP"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly a part",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nonly a part",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnothing like a length\r\n"
            })
    void an_answer_that_ends_too_early_is_none(String bytes) {
        try (RawServer server = RawServer.answeringOnce(bytes)) {
            assertThat(silence(send(server, post("/", "{}"))).kind(), is(Kind.BROKEN));
        }
    }

    @Test
    void a_target_that_breaks_off_on_a_fresh_connection_is_left_alone() {
        try (RawServer server = RawServer.answeringOnce("")) {
            assertThat(silence(send(server, post("/", "{}"))).kind(), is(Kind.BROKEN));

            assertThat(server.asked(), hasSize(1));
        }
    }

    @Test
    void a_connection_that_went_stale_is_replaced_and_nobody_notices() {
        // Says that it keeps the connection, and closes it all the same.
        try (RawServer server = RawServer.answeringOnce(OK);
                LiveWire wire = wire(server, LONG)) {
            for (int i = 0; i < 5; i++) {
                assertThat(received(wire.send(post("/", "{}"))).status(), is(200));
            }

            assertThat(server.asked(), hasSize(5));
        }
    }

    @Test
    void what_comes_from_a_target_is_told_harmlessly() {
        try (RawServer server = RawServer.answeringOnce("\u001b[31mHTTP \u001b[2J\r\n")) {
            assertThat(silence(send(server, post("/", "{}"))).detail(), not(containsString("\u001b")));
        }
    }

    @Test
    void nobody_there_is_told_as_a_refused_connection() throws IOException {
        URI nowhere = aPortWhereNobodyListens();
        try (LiveWire wire = new LiveWire(nowhere, Bounds.within(LONG))) {
            assertThat(wire.send(post("/", "{}")), is(new Silence(Kind.UNREACHABLE, "connection refused")));
        }
    }

    @Test
    void a_host_that_does_not_exist_is_told_by_its_name() {
        try (LiveWire wire = new LiveWire(URI.create("http://no-such-host.invalid"), Bounds.within(LONG))) {
            assertThat(
                    wire.send(post("/", "{}")),
                    is(new Silence(Kind.NO_SUCH_HOST, "no such host: no-such-host.invalid")));
        }
    }

    @Test
    void a_plain_server_asked_for_tls_is_told_as_such() throws IOException {
        Welcome plainly = visitor -> {
            RawServer.write(visitor.getOutputStream(), "HTTP/1.1 400 Speak plainly\r\n\r\n");
            visitor.getInputStream().read();
        };
        try (ServerSocket plain = port(plainly);
                LiveWire wire = new LiveWire(secure(plain), Bounds.within(LONG))) {
            Silence silence = silence(wire.send(post("/", "{}")));

            assertThat(silence.kind(), is(Kind.NO_TLS));
            assertThat(silence.detail(), startsWith("no TLS connection: "));
        }
    }

    @Test
    void a_server_that_hangs_up_during_the_handshake_may_yet_be_starting() throws IOException {
        try (ServerSocket hasty = port(visitor -> visitor.getInputStream().read());
                LiveWire wire = new LiveWire(secure(hasty), Bounds.within(LONG))) {
            Silence silence = silence(wire.send(post("/", "{}")));

            assertThat(silence.detail(), silence.kind(), is(Kind.UNREACHABLE));
        }
    }

    /** What is done with a connection before it is closed. */
    private interface Welcome {
        void to(Socket visitor) throws IOException;
    }

    /** A port where each visitor in turn is welcomed so, until it is closed. */
    private static ServerSocket port(Welcome welcome) throws IOException {
        ServerSocket port = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(() -> {
            while (!port.isClosed()) {
                try (Socket visitor = port.accept()) {
                    welcome.to(visitor);
                } catch (IOException e) {
                    // The visitor went away, or the port is closed: that is how it ends.
                    continue;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return port;
    }

    private static URI secure(ServerSocket port) {
        return URI.create("https://127.0.0.1:" + port.getLocalPort());
    }

    @Test
    void a_target_that_says_nothing_is_given_up_at_the_deadline() {
        assertThat(silenceWithin(SHORT, (asked, out) -> sulk()).kind(), is(Kind.TOO_LATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1f4\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTT"
            })
    void an_answer_that_stops_in_the_middle_is_given_up_at_the_deadline(String beginning) {
        Silence silence = silenceWithin(SHORT, (asked, out) -> {
            RawServer.write(out, beginning);
            return sulk();
        });

        assertThat(silence, is(new Silence(Kind.TOO_LATE, "no complete answer within 300 ms")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX-Slow: ",
                "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
                ""
            })
    void an_answer_that_drips_is_given_up_at_the_deadline(String beginning) {
        Silence silence = silenceWithin(SHORT, (asked, out) -> {
            RawServer.write(out, beginning);
            return drip(out);
        });

        assertThat(silence.kind(), is(Kind.TOO_LATE));
    }

    @Test
    void a_target_that_is_slow_to_greet_in_tls_is_given_up_at_the_deadline() throws IOException {
        // Connections are taken by the system; nobody ever reads from them.
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                LiveWire wire = new LiveWire(secure(mute), Bounds.within(SHORT))) {
            long began = System.nanoTime();
            Silence silence = silence(wire.send(post("/", "{}")));

            assertThat(silence.kind(), is(Kind.TOO_LATE));
            assertThat(since(began), is(lessThan(GENEROUS)));
        }
    }

    @Test
    void a_target_that_drips_its_greeting_in_tls_is_given_up_at_the_deadline() throws IOException {
        Welcome dripping = visitor -> {
            OutputStream out = visitor.getOutputStream();
            out.write(
                    new byte[] {22, 3, 3, 63, (byte) 255}); // a long record of TLS, of which a byte comes now and then
            drip(out);
        };
        try (ServerSocket port = port(dripping);
                LiveWire wire = new LiveWire(secure(port), Bounds.within(SHORT))) {
            long began = System.nanoTime();
            Silence silence = silence(wire.send(post("/", "{}")));

            assertThat(silence.kind(), is(Kind.TOO_LATE));
            assertThat(since(began), is(lessThan(GENEROUS)));
        }
    }

    @Test
    void after_a_deadline_the_wire_is_as_good_as_before() {
        Manner slowAtFirst = (asked, out) -> {
            if (asked.connection() == 1) {
                return sulk();
            }
            RawServer.write(out, OK);
            return true;
        };
        try (RawServer server = RawServer.that(slowAtFirst);
                LiveWire wire = wire(server, Duration.ofSeconds(2))) {
            assertThat(silence(wire.send(post("/", "{}"))).kind(), is(Kind.TOO_LATE));
            assertThat(received(wire.send(post("/", "{}"))).status(), is(200));
        }
    }
}
