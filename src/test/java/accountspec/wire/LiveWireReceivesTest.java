package accountspec.wire;

import static accountspec.wire.Dialogue.LONG;
import static accountspec.wire.Dialogue.OK;
import static accountspec.wire.Dialogue.headers;
import static accountspec.wire.Dialogue.named;
import static accountspec.wire.Dialogue.neverEnding;
import static accountspec.wire.Dialogue.post;
import static accountspec.wire.Dialogue.received;
import static accountspec.wire.Dialogue.send;
import static accountspec.wire.Dialogue.utf8;
import static accountspec.wire.Dialogue.wire;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.wire.RawServer.Manner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back, and what is done with the connection. */
class LiveWireReceivesTest {

    @Test
    void an_answer_comes_back_as_it_was() {
        String answer = "HTTP/1.1 418 I'm a teapot\r\nX-Amzn-ErrorType: Teapot\r\nx-twice: one\r\nX-Twice: two\r\n"
                + "Content-Type: text/html; charset=latin1\r\nContent-Length: 6\r\n\r\nshort\n";
        try (RawServer server = RawServer.answering(answer)) {
            Received received = received(send(server, post("/", "{}")));

            assertThat(received.status(), is(418));
            assertThat(received.header("x-amzn-errortype"), is(Optional.of("Teapot")));
            assertThat(received.header("content-type"), is(Optional.of("text/html; charset=latin1")));
            assertThat(
                    received.headers().stream()
                            .filter(header -> header.is("X-Twice"))
                            .map(Header::value)
                            .toList(),
                    contains("one", "two"));
            assertThat(received.headers(), hasSize(5));
            assertThat(new String(received.body(), StandardCharsets.UTF_8), is("short\n"));
            assertThat(received.cut(), is(false));
        }
    }

    @Test
    void a_header_that_goes_on_in_the_next_line_is_one_header() {
        String answer = "HTTP/1.1 400 No\r\nX-Amzn-ErrorType: ValidationException:\r\n\thttp://a.test/\r\nX-Empty:\r\n"
                + " Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}";
        try (RawServer server = RawServer.answering(answer)) {
            Received received = received(send(server, post("/", "{}")));

            assertThat(received.header("X-Amzn-ErrorType"), is(Optional.of("ValidationException: http://a.test/")));
            assertThat(received.header("X-Empty"), is(Optional.of("Content-Length: 9")));
            assertThat(new String(received.body(), StandardCharsets.UTF_8), is("{}"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Type: application/json\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
            })
    void a_connection_is_used_again_after_any_answer(String answer) {
        try (RawServer server = RawServer.answering(answer);
                LiveWire wire = wire(server, LONG)) {
            for (int i = 0; i < 20; i++) {
                assertThat(wire.send(post("/", "{}")), instanceOf(Received.class));
            }

            assertThat(server.asked(), hasSize(20));
            assertThat(server.connections(), is(1));
        }
    }

    @Test
    void of_a_204_with_a_body_the_status_is_known_and_its_connection_is_not_used_again() {
        try (RawServer server = RawServer.answering("HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}");
                LiveWire wire = wire(server, LONG)) {
            for (int i = 0; i < 3; i++) {
                Received received = (Received) wire.send(post("/", "{}"));

                assertThat(received.status(), is(204));
                assertThat(received.body().length, is(0));
            }

            assertThat(server.asked(), hasSize(3));
            assertThat(server.connections(), is(3));
        }
    }

    @Test
    void an_answer_that_ends_with_its_connection_is_whole() {
        try (RawServer server = RawServer.answeringOnce("HTTP/1.0 200 OK\r\n\r\nall there is")) {
            assertThat(
                    new String(received(send(server, post("/", "{}"))).body(), StandardCharsets.UTF_8),
                    is("all there is"));
        }
    }

    @Test
    void an_answer_to_head_has_no_body() {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
                LiveWire wire = wire(server, LONG)) {
            Sent head = new Sent("HEAD", "/", headers("Host", "account.test"), new byte[0]);

            assertThat(received(wire.send(head)).body().length, is(0));
            assertThat(received(wire.send(head)).body().length, is(0));
        }
    }

    @Test
    void an_answer_that_is_announced_first_is_waited_for() {
        try (RawServer server = RawServer.answering("HTTP/1.1 100 Continue\r\n\r\n" + OK)) {
            assertThat(received(send(server, post("/", "{}"))).status(), is(200));
        }
    }

    @Test
    void a_packed_body_is_not_unpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(utf8("{\"message\":\"packed\"}"));
        }
        Manner packing = (asked, out) -> {
            RawServer.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: "
                            + packed.size() + "\r\n\r\n");
            out.write(packed.toByteArray());
            out.flush();
            return true;
        };
        try (RawServer server = RawServer.that(packing)) {
            Received received = received(send(server, post("/", "{}")));

            assertThat(received.body(), is(packed.toByteArray()));
            assertThat(received.header("Content-Encoding"), is(Optional.of("gzip")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_an_answer_and_not_followed(int status) {
        String answer = "HTTP/1.1 " + status + " Elsewhere\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.answering(answer)) {
            Received received = received(send(server, post("/", "{}")));

            assertThat(received.status(), is(status));
            assertThat(received.header("Location"), is(Optional.of("/elsewhere")));
            assertThat(server.asked(), hasSize(1));
        }
    }

    @Test
    void a_challenge_is_an_answer_and_not_taken_up() {
        String answer = "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.answering(answer)) {
            assertThat(received(send(server, post("/", "{}"))).status(), is(401));
            assertThat(server.asked(), hasSize(1));
        }
    }

    @Test
    void cookies_are_not_kept() {
        try (RawServer server =
                        RawServer.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n");
                LiveWire wire = wire(server, LONG)) {
            wire.send(post("/", "{}"));
            wire.send(post("/", "{}"));

            assertThat(named("cookie", server.asked().get(1)), is(List.of()));
        }
    }

    @Test
    void a_body_of_just_the_limit_is_whole() {
        Manner exact = (asked, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\n");
            out.write(new byte[1 << 20]);
            out.flush();
            return true;
        };
        try (RawServer server = RawServer.that(exact)) {
            Received received = received(send(server, post("/", "{}")));

            assertThat(received.body().length, is(1 << 20));
            assertThat(received.cut(), is(false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 9999999999", "Transfer-Encoding: chunked", "Connection: close"})
    void a_body_without_an_end_is_cut_at_a_megabyte(String framing) {
        try (RawServer server = RawServer.that(neverEnding(framing));
                LiveWire wire = wire(server, LONG)) {
            Received received = received(wire.send(post("/", "{}")));

            assertThat(received.status(), is(200));
            assertThat(received.body().length, is(1 << 20));
            assertThat(received.cut(), is(true));
            assertThat(
                    "the connection is of no more use",
                    received(wire.send(post("/", "{}"))).cut(),
                    is(true));
            assertThat(server.connections(), is(2));
        }
    }

    @Test
    void requests_sent_at_once_get_each_its_own_answer() throws Exception {
        Manner echoing = (asked, out) -> {
            RawServer.write(
                    out, "HTTP/1.1 200 OK\r\nContent-Length: " + asked.body().length + "\r\n\r\n" + asked.text());
            return true;
        };
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try (RawServer server = RawServer.that(echoing);
                LiveWire wire = wire(server, LONG)) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                Sent request = post("/", "request " + i);
                answers.add(senders.submit(() -> wire.send(request)));
            }
            for (int i = 0; i < 64; i++) {
                Received received = received(answers.get(i).get(60, TimeUnit.SECONDS));
                assertThat(new String(received.body(), StandardCharsets.UTF_8), is("request " + i));
            }
            assertThat(server.connections(), is(lessThanOrEqualTo(8)));
        } finally {
            senders.shutdownNow();
        }
    }
}
