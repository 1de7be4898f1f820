package accountspec.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Redaction;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactingWireTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKENOFASESSION";
    private static final String SIGNATURE = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";

    @Test
    void what_a_target_echoes_of_the_keys_gets_no_further_than_the_wire() {
        Received clean = received(redacting(SECRET).send(signed(SIGNATURE)));

        assertThat(text(clean), is("[redacted] [redacted] [redacted] and all"));
        assertThat(clean.header("X-Echo"), is(Optional.of("[redacted]")));
        assertThat(clean.status(), is(403));
    }

    @Test
    void the_signature_of_an_earlier_request_is_remembered() {
        RedactingWire wire = redacting(SECRET);
        wire.send(signed("an-earlier-signature-0123456789abcdef"));

        assertThat(
                text(received(wire.send(signed("an-earlier-signature-0123456789abcdef")))),
                not(containsString("an-earlier-signature")));
    }

    @Test
    void a_body_without_secrets_is_passed_on_byte_for_byte() {
        byte[] bytes = {0, (byte) 0xff, (byte) 0xc3, '(', '\r', '\n'};
        Received answer = new Received(200, List.of(), bytes, true);

        Received clean = received(new RedactingWire(request -> answer, hiding(SECRET)).send(unsigned()));

        assertThat(clean.body(), is(sameInstance(bytes)));
        assertThat(clean.cut(), is(true));
    }

    @Test
    void bytes_around_a_secret_stay_as_they_are() {
        byte[] around = ("\u00ff\u00c3" + SECRET + "\u0000").getBytes(StandardCharsets.ISO_8859_1);
        Received answer = Received.of(200, List.of(), around);

        Received clean = received(new RedactingWire(request -> answer, hiding(SECRET)).send(unsigned()));

        assertThat(new String(clean.body(), StandardCharsets.ISO_8859_1), is("\u00ff\u00c3[redacted]\u0000"));
    }

    @Test
    void what_is_told_of_silence_holds_no_secret_either() {
        Silence echoing = new Silence(Silence.Kind.BROKEN, "what came was not HTTP: " + SECRET);

        assertThat(
                new RedactingWire(request -> echoing, hiding(SECRET)).send(unsigned()),
                is(new Silence(Silence.Kind.BROKEN, "what came was not HTTP: [redacted]")));
    }

    @Test
    void the_request_itself_goes_out_as_it_is() {
        List<Sent> sent = new ArrayList<>();
        Sent request = signed(SIGNATURE);

        new RedactingWire(
                        asked -> {
                            sent.add(asked);
                            return Received.of(200, List.of(), new byte[0]);
                        },
                        hiding(SECRET))
                .send(request);

        assertThat(sent.get(0), is(sameInstance(request)));
    }

    @Test
    void it_is_closed_with_the_wire_behind_it() {
        List<String> closed = new ArrayList<>();
        Wire behind = new Wire() {
            @Override
            public Answer send(Sent request) {
                throw new AssertionError("nothing is sent here");
            }

            @Override
            public void close() {
                closed.add("closed");
            }
        };

        new RedactingWire(behind, new Redaction()).close();

        assertThat(closed, is(List.of("closed")));
    }

    /** In front of a target that sends back all that it knows of its caller. */
    private static RedactingWire redacting(String secret) {
        return new RedactingWire(
                request -> {
                    String authorization = request.header("Authorization").orElse("");
                    String signature = authorization.substring(authorization.indexOf("Signature=") + 10);
                    String body = secret + " " + TOKEN + " " + signature + " and all";
                    return Received.of(
                            403, List.of(new Header("X-Echo", signature)), body.getBytes(StandardCharsets.UTF_8));
                },
                hiding(secret));
    }

    private static Redaction hiding(String secret) {
        Redaction redaction = new Redaction();
        redaction.hide(List.of(secret));
        return redaction;
    }

    private static Sent unsigned() {
        return new Sent("POST", "/", List.of(), new byte[0]);
    }

    private static Sent signed(String signature) {
        return new Sent(
                "POST",
                "/",
                List.of(
                        new Header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE, Signature=" + signature),
                        new Header("X-Amz-Security-Token", TOKEN)),
                new byte[0]);
    }

    private static Received received(Answer answer) {
        return (Received) answer;
    }

    private static String text(Received received) {
        return new String(received.body(), StandardCharsets.UTF_8);
    }
}
