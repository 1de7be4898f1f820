package accountspec.report;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.recording.PlainJson;
import accountspec.recording.Recorded;
import accountspec.recording.Recording;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * {@code exchanges.har}: the recording as an HTTP Archive 1.2, which browsers' developer tools open. It is written an exchange
 * at a time; closed at whatever point, it is a whole archive.
 */
public final class Har implements Recording.Reader, Closeable {

    private final JsonGenerator json;
    private final String origin;

    private Har(JsonGenerator json, String origin) {
        this.json = json;
        this.origin = origin;
    }

    /** Begins the file in this folder. */
    public static Har begin(Path folder, RunFacts facts) throws IOException {
        URI endpoint = URI.create(facts.endpoint());
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("exchanges.har")), 1 << 16);
        JsonGenerator json = PlainJson.factory().createGenerator(out, JsonEncoding.UTF8);
        Har har = new Har(json, endpoint.getScheme() + "://" + endpoint.getRawAuthority());
        json.writeStartObject();
        json.writeObjectFieldStart("log");
        json.writeStringField("version", "1.2");
        har.creator(facts.version());
        json.writeArrayFieldStart("entries");
        return har;
    }

    @Override
    public void close() throws IOException {
        json.close(); // with all that is open yet
    }

    private void creator(String version) throws IOException {
        json.writeObjectFieldStart("creator");
        json.writeStringField("name", "accountspec");
        json.writeStringField("version", version);
        json.writeEndObject();
    }

    @Override
    public void read(Recorded recorded) throws IOException {
        Exchange exchange = recorded.exchange();
        double millis = exchange.took().toNanos() / 1_000 / 1_000.0;
        json.writeStartObject();
        json.writeStringField("startedDateTime", recorded.began().toString());
        json.writeNumberField("time", millis);
        request(recorded);
        response(exchange);
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
        json.writeObjectFieldStart("timings");
        json.writeNumberField("send", 0);
        json.writeNumberField("wait", millis);
        json.writeNumberField("receive", 0);
        json.writeEndObject();
        json.writeStringField(
                "comment", PlainJson.whole(exchange.number() + "  " + exchange.scenario() + ": " + exchange.told()));
        json.writeEndObject();
    }

    private void request(Recorded recorded) throws IOException {
        Sent sent = recorded.exchange().sent();
        json.writeObjectFieldStart("request");
        json.writeStringField("method", sent.method());
        json.writeStringField("url", origin + PlainJson.whole(sent.target()));
        json.writeStringField("httpVersion", "HTTP/1.1");
        headers(sent.headers());
        json.writeArrayFieldStart("queryString");
        json.writeEndArray();
        if (sent.body().length > 0) {
            json.writeObjectFieldStart("postData");
            json.writeStringField("mimeType", sent.header("Content-Type").orElse(""));
            json.writeStringField("text", new String(sent.body(), StandardCharsets.UTF_8));
            if (recorded.isSentCut()) {
                json.writeStringField("comment", "the beginning of " + recorded.sentBytes() + " bytes");
            }
            json.writeEndObject();
        }
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", recorded.sentBytes());
        json.writeEndObject();
    }

    private void response(Exchange exchange) throws IOException {
        Optional<Received> received = Optional.of(exchange.answer())
                .filter(Received.class::isInstance)
                .map(Received.class::cast);
        byte[] body = received.map(Received::body).orElse(new byte[0]);
        json.writeObjectFieldStart("response");
        json.writeNumberField(
                "status", received.map(Received::status).orElse(0)); // 0: as browsers write a lost request
        json.writeStringField("statusText", "");
        json.writeStringField("httpVersion", received.isPresent() ? "HTTP/1.1" : "");
        headers(received.map(Received::headers).orElse(List.of()));
        json.writeObjectFieldStart("content");
        json.writeNumberField("size", body.length);
        json.writeStringField(
                "mimeType",
                received.flatMap(answer -> answer.header("Content-Type")).orElse(""));
        if (body.length > 0) {
            content(body);
        }
        json.writeEndObject();
        json.writeStringField(
                "redirectURL",
                received.flatMap(answer -> answer.header("Location")).orElse(""));
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", body.length);
        if (exchange.answer() instanceof Silence silence) {
            json.writeStringField("comment", silence.detail());
        }
        json.writeEndObject();
    }

    private void content(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)) {
            json.writeStringField("text", text);
        } else {
            json.writeStringField("text", Base64.getEncoder().encodeToString(body));
            json.writeStringField("encoding", "base64");
        }
    }

    private void headers(List<Header> headers) throws IOException {
        json.writeArrayFieldStart("cookies");
        json.writeEndArray();
        json.writeArrayFieldStart("headers");
        for (Header header : headers) {
            json.writeStartObject();
            json.writeStringField("name", PlainJson.whole(header.name()));
            json.writeStringField("value", PlainJson.whole(header.value()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
