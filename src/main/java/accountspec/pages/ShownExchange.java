package accountspec.pages;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Printable;
import accountspec.exchange.Received;
import accountspec.exchange.Silence;
import accountspec.recording.Recorded;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * An exchange as a page shows it. Nothing in it steers anything, and none of its lines is endless.
 *
 * @param told what was sent, in words
 * @param answered how it ended, in a word or two: {@code HTTP 200}
 */
public record ShownExchange(
        int number, String told, String caller, String took, Message request, Message answer, String answered) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int MOST_HEADERS = 40;
    private static final int LONGEST_HEADER = 400;

    /** Longer bodies are told raw alone. */
    private static final int LONGEST_PRETTY = 4_000;

    /**
     * A request or an answer.
     *
     * @param line its first line
     * @param raw the body as it was
     * @param pretty the body with line breaks, if it is JSON and that makes a difference; else empty
     * @param note what else there is to say of the body; empty for nothing
     */
    public record Message(String line, List<Header> headers, String raw, String pretty, String note) {

        int size() {
            int all = written(line) + written(raw) + written(pretty) + 400;
            for (Header header : headers) {
                all += written(header.name()) + written(header.value()) + 40;
            }
            return all;
        }

        /** How many characters a text becomes in HTML. */
        private static int written(String text) {
            return text.length()
                    + 4
                            * (int) text.chars()
                                    .filter(c -> c == '<' || c == '>' || c == '&')
                                    .count();
        }
    }

    static ShownExchange of(Recorded recorded) {
        Exchange exchange = recorded.exchange();
        Message request = message(
                exchange.sent().method() + " " + exchange.sent().target(),
                exchange.sent().headers(),
                exchange.sent().body(),
                recorded.isSentCut() ? "the beginning of " + recorded.sentBytes() + " bytes" : "");
        return new ShownExchange(
                exchange.number(),
                Printable.line(exchange.told(), 400),
                exchange.caller(),
                millis(exchange),
                request,
                answer(exchange),
                exchange.answer() instanceof Received received ? "HTTP " + received.status() : "no answer");
    }

    private static Message answer(Exchange exchange) {
        if (exchange.answer() instanceof Received received) {
            return message(
                    "HTTP " + received.status(),
                    received.headers(),
                    received.body(),
                    received.cut() ? "only the beginning was kept" : "");
        }
        Silence silence = (Silence) exchange.answer();
        String detail = Printable.line(silence.detail(), 400);
        return new Message("No answer: " + detail, List.of(), "", "", "");
    }

    private static Message message(String line, List<Header> headers, byte[] body, String note) {
        String raw = Printable.body(body);
        return new Message(
                Printable.line(line, LONGEST_HEADER),
                headers.stream()
                        .limit(MOST_HEADERS)
                        .map(header -> new Header(
                                Printable.line(header.name(), 100), Printable.line(header.value(), LONGEST_HEADER)))
                        .toList(),
                raw,
                pretty(body, raw),
                note);
    }

    private static String pretty(byte[] body, String raw) {
        if (body.length == 0 || body.length > LONGEST_PRETTY) {
            return "";
        }
        try {
            String pretty = JSON.readTree(body).toPrettyString();
            String shown = Printable.body(pretty.getBytes(StandardCharsets.UTF_8));
            return shown.equals(raw) ? "" : shown;
        } catch (IOException e) {
            return "";
        }
    }

    private static String millis(Exchange exchange) {
        return String.format(Locale.ROOT, "%.1f ms", exchange.took().toNanos() / 1e6);
    }

    int size() {
        return request.size() + answer.size();
    }
}
