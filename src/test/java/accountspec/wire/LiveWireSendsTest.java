package accountspec.wire;

import static accountspec.wire.Dialogue.OK;
import static accountspec.wire.Dialogue.headers;
import static accountspec.wire.Dialogue.named;
import static accountspec.wire.Dialogue.post;
import static accountspec.wire.Dialogue.send;
import static accountspec.wire.Dialogue.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.wire.RawServer.Asked;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out. */
class LiveWireSendsTest {

    @Test
    void a_request_goes_out_as_it_is_and_nothing_is_added_but_what_transport_needs() {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, post("/putAlternateContact", "{\"Name\":\"José 😀\"}"));

            Asked asked = server.only();
            assertThat(asked.requestLine(), is("POST /putAlternateContact HTTP/1.1"));
            assertThat(
                    asked.headers().stream()
                            .filter(line -> !line.isEmpty())
                            .filter(line -> !line.startsWith("Connection: "))
                            .toList(),
                    containsInAnyOrder(
                            "Host: " + server.uri().getAuthority(),
                            "User-Agent: accountspec/test",
                            "Content-Type: application/json",
                            "Content-Length: 21"));
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
                "/caf%C3%A9",
                "//putAlternateContact"
            })
    void a_path_and_its_query_go_out_as_they_are(String target) {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, post(target, "{}"));

            assertThat(server.only().requestLine(), is("POST " + target + " HTTP/1.1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a|b", "/{a}", "/%", "/a?b[]=<c>"})
    void a_path_that_is_no_uri_is_the_suites_mistake_and_not_the_targets_silence(String target) {
        try (RawServer server = RawServer.answering(OK)) {
            assertThrows(IllegalArgumentException.class, () -> send(server, post(target, "{}")));
        }
    }

    @Test
    void a_header_that_cannot_be_sent_is_the_suites_mistake_and_not_the_targets_silence() {
        try (RawServer server = RawServer.answering(OK)) {
            for (Header header : List.of(new Header("Content-Length", "7"), new Header("X-Two-Lines", "a\r\nb"))) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> send(server, new Sent("POST", "/", List.of(header), utf8("{}"))));
            }
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
    void headers_of_the_same_name_go_out_in_their_order() {
        List<Header> headers =
                List.of(new Header("X-Twice", "one"), new Header("X-Once", "a, b"), new Header("X-Twice", "two"));
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers, utf8("{}")));

            assertThat(named("x-twice", server.only()), contains("X-Twice: one", "X-Twice: two"));
            assertThat(named("x-once", server.only()), contains("X-Once: a, b"));
        }
    }

    @Test
    void an_accept_header_goes_out_only_where_the_request_has_one() {
        try (RawServer server = RawServer.answering(OK)) {
            send(server, new Sent("POST", "/", headers("Accept", "text/html"), utf8("{}")));

            assertThat(named("accept", server.only()), contains("Accept: text/html"));
            assertThat(named("accept-encoding", server.only()), is(List.of()));
        }
    }
}
