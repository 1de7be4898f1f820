package accountspec.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.exchange.Silence.Kind;
import accountspec.wire.RawServer.Asked;
import accountspec.wire.RawServer.Manner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveWireTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    /** Far more than a deadline takes, and far less than the doubles below would go on for. */
    private static final Duration GENEROUS = Duration.ofSeconds(15);

    // ---- what goes out

    @Test
    void a_request_goes_out_as_it_is_and_nothing_is_added_but_what_transport_needs() {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, post("/putAlternateContact", "{\"Name\":\"José 😀\"}"));

            Asked asked = server.only();
            assertThat(asked.requestLine(), is("POST /putAlternateContact HTTP/1.1"));
            assertThat(
                    asked.headers().stream().filter(line -> !line.isEmpty()).toList(),
                    containsInAnyOrder(
                            "Host: account.test:8080",
                            "User-Agent: accountspec/test",
                            "Content-Type: application/json",
                            "Content-Length: 21",
                            "Connection: Keep-Alive"));
            assertThat(asked.text(), is("{\"Name\":\"José 😀\"}"));
        }
    }

    @Test
    void bytes_that_are_no_text_go_out_as_they_are() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers("Content-Type", "application/json"), all));

            assertThat(server.only().body(), is(all));
        }
    }

    @Test
    void a_megabyte_goes_out_whole() {
        byte[] body = new byte[1_000_000];
        Arrays.fill(body, (byte) ' ');
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers("Content-Type", "application/json"), body));

            assertThat(server.only().body().length, is(1_000_000));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "Application/JSON",
                "application/x-amz-json-1.1",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/xml",
                "application/octet-stream",
                "no type at all",
                "*/*",
                "application/json; charset=nonsense"
            })
    void any_content_type_goes_out_as_it_is(String type) {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers("Content-Type", type), utf8("{\"a\": 1}")));

            assertThat(named("content-type", server.only()), contains("Content-Type: " + type));
            assertThat(server.only().text(), is("{\"a\": 1}"));
        }
    }

    @Test
    void an_empty_content_type_goes_out_empty() {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers("Content-Type", ""), utf8("{}")));

            assertThat(
                    named("content-type", server.only()).stream()
                            .map(String::strip)
                            .toList(),
                    contains("Content-Type:"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void an_absent_content_type_stays_absent(String body) {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers("Host", "account.test"), utf8(body)));

            assertThat(named("content-type", server.only()), is(List.of()));
            assertThat(server.only().text(), is(body));
        }
    }

    @Test
    void an_empty_body_goes_out_as_no_bytes() {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, post("/putAlternateContact", ""));

            assertThat(server.only().body().length, is(0));
            assertThat(named("transfer-encoding", server.only()), is(List.of()));
            assertThat(named("content-type", server.only()), contains("Content-Type: application/json"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/putAlternateContact/",
                "/stage/putAlternateContact",
                "/putAlternateContact?Name=Maria",
                "/putAlternateContact?a=b&a=c&empty=&none",
                "/put%41lternate%2FContact?x=%20+y&z=a;b",
                "/a/../putAlternateContact",
                "/a//b",
                "/?",
                "/caf%C3%A9",
                "//putAlternateContact",
                "/a#b",
                "*"
            })
    void a_path_and_its_query_go_out_as_they_are(String target) {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, post(target, "{}"));

            assertThat(server.only().requestLine(), is("POST " + target + " HTTP/1.1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "ANYTHING"})
    void any_method_goes_out_with_its_body(String method) {
        try (RawServer server = RawServer.answering(OK)) {
            Answer answer =
                    send(server, new Sent(method, "/x", headers("Content-Type", "application/json"), utf8("{}")));

            assertThat(server.only().requestLine(), is(method + " /x HTTP/1.1"));
            assertThat(server.only().text(), is("{}"));
            assertThat(((Received) answer).status(), is(200));
        }
    }

    @Test
    void the_host_is_the_requests_own_and_not_the_sockets() {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers("Host", "account.us-east-1.amazonaws.com"), utf8("{}")));

            assertThat(named("host", server.only()), contains("Host: account.us-east-1.amazonaws.com"));
        }
    }

    @Test
    void headers_of_the_same_name_go_out_in_their_order_and_case() {
        List<Header> headers =
                List.of(new Header("X-Twice", "one"), new Header("x-ONCE", "a, b"), new Header("x-twice", "two"));
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers, utf8("{}")));

            assertThat(
                    server.only().headers().stream()
                            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-"))
                            .toList(),
                    contains("X-Twice: one", "x-ONCE: a, b", "x-twice: two"));
        }
    }

    @Test
    void an_accept_header_or_a_user_agent_goes_out_only_where_the_request_has_one() {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers("Accept", "text/html"), utf8("{}")));

            assertThat(named("accept", server.only()), contains("Accept: text/html"));
            assertThat(named("user-agent", server.only()), is(List.of()));
            assertThat(named("accept-encoding", server.only()), is(List.of()));
        }
    }

    // ---- what comes back

    @Test
    void an_answer_comes_back_as_it_was() {
        String answer = "HTTP/1.1 418 I'm a teapot\r\nX-Amzn-ErrorType: Teapot\r\nx-twice: one\r\nX-Twice: two\r\n"
                + "Content-Type: text/html; charset=latin1\r\nContent-Length: 6\r\n\r\nshort\n";
        try (RawServer server = RawServer.answering(answer)) {
            Received received = received(send(server, post("/", "{}")));

            assertThat(received.status(), is(418));
            assertThat(
                    received.headers(),
                    contains(
                            new Header("X-Amzn-ErrorType", "Teapot"),
                            new Header("x-twice", "one"),
                            new Header("X-Twice", "two"),
                            new Header("Content-Type", "text/html; charset=latin1"),
                            new Header("Content-Length", "6")));
            assertThat(new String(received.body(), StandardCharsets.UTF_8), is("short\n"));
            assertThat(received.cut(), is(false));
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

    // ---- what is no answer

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
    void a_target_that_breaks_off_is_asked_once_more_and_then_left_alone() {
        try (RawServer server = RawServer.answeringOnce("")) {
            send(server, post("/", "{}"));

            assertThat(server.asked(), hasSize(2));
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
                    is(new Silence(Kind.UNREACHABLE, "no such host: no-such-host.invalid")));
        }
    }

    @Test
    void a_plain_server_asked_for_tls_is_told_as_such() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                LiveWire wire =
                        new LiveWire(URI.create("https://127.0.0.1:" + plain.getLocalPort()), Bounds.within(LONG))) {
            Future<?> answering = Executors.newSingleThreadExecutor().submit(() -> {
                try (Socket socket = plain.accept()) {
                    RawServer.write(socket.getOutputStream(), "HTTP/1.1 400 Speak plainly\r\n\r\n");
                    return socket.getInputStream().read();
                }
            });
            Silence silence = silence(wire.send(post("/", "{}")));

            assertThat(silence.kind(), is(Kind.UNREACHABLE));
            assertThat(silence.detail(), startsWith("no TLS connection: SSLException"));
            answering.cancel(true);
        }
    }

    // ---- deadlines

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
    void a_target_that_is_slow_to_greet_in_tls_is_given_up_at_the_deadline() throws Exception {
        // Connections are taken by the system; nobody ever reads from them.
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                LiveWire wire =
                        new LiveWire(URI.create("https://127.0.0.1:" + mute.getLocalPort()), Bounds.within(SHORT))) {
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

    // ---- several at once

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

    // ---- fixtures

    private static LiveWire wire(RawServer server, Duration time) {
        return new LiveWire(server.uri(), Bounds.within(time));
    }

    private static Answer send(RawServer server, Sent request) {
        try (LiveWire wire = wire(server, LONG)) {
            return wire.send(request);
        }
    }

    private static Silence silenceWithin(Duration time, Manner manner) {
        try (RawServer server = RawServer.that(manner);
                LiveWire wire = wire(server, time)) {
            long began = System.nanoTime();
            Silence silence = silence(wire.send(post("/", "{}")));
            assertThat(since(began), is(lessThan(GENEROUS)));
            return silence;
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Says nothing until the server is closed. */
    private static boolean sulk() throws IOException {
        try {
            TimeUnit.MINUTES.sleep(5);
        } catch (InterruptedException e) {
            throw new IOException("the server was closed", e);
        }
        return false;
    }

    /** A byte now and again, for longer than anybody should wait. */
    private static boolean drip(OutputStream out) throws IOException {
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

    private static Manner neverEnding(String framing) {
        String piece = "x".repeat(4096);
        return (asked, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");
            while (true) {
                RawServer.write(out, framing.endsWith("chunked") ? "1000\r\n" + piece + "\r\n" : piece);
            }
        };
    }

    private static URI aPortWhereNobodyListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static Sent post(String target, String body) {
        return new Sent(
                "POST",
                target,
                List.of(
                        new Header("Host", "account.test:8080"),
                        new Header("User-Agent", "accountspec/test"),
                        new Header("Content-Type", "application/json")),
                utf8(body));
    }

    private static List<Header> headers(String name, String value) {
        return List.of(new Header(name, value));
    }

    private static List<String> named(String name, Asked asked) {
        return asked.headers().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .toList();
    }

    private static Received received(Answer answer) {
        assertThat(answer, instanceOf(Received.class));
        return (Received) answer;
    }

    private static Silence silence(Answer answer) {
        assertThat(answer, instanceOf(Silence.class));
        return (Silence) answer;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
