package accountspec.recording;

import accountspec.exchange.Answer;
import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The lines of a recording: a head, exchanges, and an end. */
final class Lines {

    static final int VERSION = 1;

    /** Bytes of a request's body that are kept as they are; what is longer is mostly padding. */
    static final int KEPT = 1 << 14;

    private static final JsonFactory JSON = PlainJson.factory();

    private Lines() {}

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] line(Content content) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    static byte[] head(Facts facts) {
        return line(json -> {
            json.writeStringField("recording", "accountspec");
            json.writeNumberField("version", VERSION);
            json.writeStringField("suite", facts.suite());
            json.writeStringField("target", facts.target());
            json.writeStringField("endpoint", facts.endpoint());
            json.writeStringField("depth", facts.depth());
            json.writeStringField("began", facts.began().toString());
            json.writeBooleanField("masked", facts.masked());
            if (facts.assignment().isKnown()) {
                assignment(json, facts.assignment());
            }
        });
    }

    private static void assignment(JsonGenerator json, Assignment assignment) throws IOException {
        json.writeObjectFieldStart("asked");
        json.writeStringField("profile", PlainJson.whole(assignment.profile()));
        json.writeArrayFieldStart("clauses");
        for (String clause : assignment.clauses()) {
            json.writeString(clause);
        }
        json.writeEndArray();
        json.writeStringField("tags", PlainJson.whole(assignment.tags()));
        json.writeNumberField("requests", assignment.requests());
        json.writeBooleanField("readOnly", assignment.readOnly());
        json.writeBooleanField("measured", assignment.measured());
        json.writeEndObject();
    }

    /** What an older suite did not write yet is unknown. */
    static Assignment assignment(JsonNode head) {
        JsonNode asked = head.get("asked");
        if (asked == null) {
            return Assignment.UNKNOWN;
        }
        List<String> clauses = new ArrayList<>();
        asked.path("clauses").forEach(clause -> clauses.add(clause.asText()));
        return new Assignment(
                asked.path("profile").asText(),
                clauses,
                asked.path("tags").asText(),
                asked.path("requests").asInt(),
                asked.path("readOnly").asBoolean(),
                asked.path("measured").asBoolean());
    }

    static byte[] end(int exchanges, String sha256) {
        return line(json -> {
            json.writeObjectFieldStart("end");
            json.writeNumberField("exchanges", exchanges);
            json.writeStringField("sha256", sha256);
            json.writeEndObject();
        });
    }

    static byte[] exchange(Exchange exchange, Instant began) {
        return line(json -> {
            json.writeNumberField("number", exchange.number());
            json.writeStringField("scenario", PlainJson.whole(exchange.scenario()));
            json.writeStringField("caller", exchange.caller());
            json.writeStringField("told", PlainJson.whole(exchange.told()));
            json.writeStringField("began", began.toString());
            json.writeNumberField("micros", exchange.took().toNanos() / 1_000);
            Sent sent = exchange.sent();
            json.writeObjectFieldStart("request");
            json.writeStringField("method", sent.method());
            json.writeStringField("target", PlainJson.whole(sent.target()));
            headers(json, sent.headers());
            body(json, sent.body());
            rest(json, sent.body());
            json.writeEndObject();
            if (exchange.answer() instanceof Received received) {
                json.writeObjectFieldStart("answer");
                json.writeNumberField("status", received.status());
                headers(json, received.headers());
                body(json, received.body());
                json.writeBooleanField("cut", received.cut());
                json.writeEndObject();
            } else if (exchange.answer() instanceof Silence silence) {
                json.writeObjectFieldStart("silence");
                json.writeStringField("kind", silence.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringField("detail", silence.detail());
                json.writeEndObject();
            }
        });
    }

    /** What {@link #recorded} would read from the line, but for the rest of a very long body. */
    static Recorded cut(Exchange exchange, Instant began) {
        Sent sent = exchange.sent();
        byte[] body = sent.body();
        Sent kept = body.length > KEPT
                ? new Sent(sent.method(), sent.target(), sent.headers(), Arrays.copyOf(body, KEPT))
                : sent;
        return new Recorded(exchange.with(kept, exchange.answer()), began, body.length, List.of());
    }

    private static void headers(JsonGenerator json, List<Header> headers) throws IOException {
        json.writeArrayFieldStart("headers");
        for (Header header : headers) {
            json.writeStartArray();
            json.writeString(PlainJson.whole(header.name()));
            json.writeString(PlainJson.whole(header.value()));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** As text where it is text, else in base64. */
    private static void body(JsonGenerator json, byte[] body) throws IOException {
        byte[] kept = body.length > KEPT ? Arrays.copyOf(body, KEPT) : body;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(kept))
                    .toString();
            json.writeStringField("body", text);
        } catch (CharacterCodingException e) {
            json.writeBinaryField("base64", kept);
        }
        if (kept.length < body.length) {
            json.writeNumberField("bytes", body.length);
            json.writeStringField(
                    "sha256", HexFormat.of().formatHex(Recorder.sha256().digest(body)));
        }
    }

    /** How a very long body goes on, if that takes no more room than its beginning. */
    private static void rest(JsonGenerator json, byte[] body) throws IOException {
        if (body.length <= KEPT) {
            return;
        }
        List<Run> runs = Run.of(Arrays.copyOfRange(body, KEPT, body.length));
        if (runs.stream().mapToInt(run -> run.bytes().length).sum() <= KEPT) {
            json.writeArrayFieldStart("rest");
            for (Run run : runs) {
                json.writeStartArray();
                json.writeBinary(run.bytes());
                json.writeNumber(run.times());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
    }

    private static List<Run> rest(JsonNode request) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (JsonNode run : request.path("rest")) {
            runs.add(new Run(run.get(0).binaryValue(), run.get(1).asLong()));
        }
        return runs;
    }

    static Recorded recorded(JsonNode line) throws IOException {
        JsonNode request = line.get("request");
        byte[] body = body(request);
        Sent sent =
                new Sent(request.get("method").asText(), request.get("target").asText(), headers(request), body);
        Exchange exchange = new Exchange(
                line.get("number").asInt(),
                line.get("scenario").asText(),
                line.get("caller").asText(),
                line.get("told").asText(),
                sent,
                answer(line),
                Duration.ofNanos(line.get("micros").asLong() * 1_000));
        return new Recorded(
                exchange,
                Instant.parse(line.get("began").asText()),
                request.path("bytes").asLong(body.length),
                rest(request));
    }

    private static Answer answer(JsonNode line) throws IOException {
        JsonNode answer = line.get("answer");
        if (answer != null) {
            return new Received(
                    answer.get("status").asInt(),
                    headers(answer),
                    body(answer),
                    answer.path("cut").asBoolean() || answer.has("bytes"));
        }
        JsonNode silence = line.get("silence");
        return new Silence(
                Silence.Kind.valueOf(silence.get("kind").asText().toUpperCase(Locale.ROOT)),
                silence.get("detail").asText());
    }

    private static List<Header> headers(JsonNode message) {
        List<Header> headers = new ArrayList<>();
        message.get("headers")
                .forEach(header -> headers.add(
                        new Header(header.get(0).asText(), header.get(1).asText())));
        return headers;
    }

    private static byte[] body(JsonNode message) throws IOException {
        return message.has("base64")
                ? message.get("base64").binaryValue()
                : message.get("body").asText().getBytes(StandardCharsets.UTF_8);
    }
}
