package accountspec.replay;

import accountspec.exchange.Exchange;
import accountspec.exchange.Received;
import accountspec.recording.Recorded;
import accountspec.recording.Run;
import accountspec.trial.Trial;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recorded request, without its answer.
 *
 * @param purpose the scenario that sent it, or what else did
 * @param about the account that it names
 * @param type the contact type that it names
 * @param changed whether it was accepted, and may have changed what is stored
 * @param serial what makes it unlike all others, if that can be seen
 * @param nanos when it was sent
 * @param took how long the answer took
 */
record Moment(
        int number,
        Question question,
        String purpose,
        Optional<String> about,
        Optional<String> type,
        boolean changed,
        OptionalInt serial,
        long nanos,
        long took) {

    /** What is sent for whichever scenario needs it first. */
    private static final Set<String> SHARED =
            Set.of("control", "witness", "names of errors", "read back", "clear", "diagnosis");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As operations write their serial numbers. */
    private static final Pattern SERIAL = Pattern.compile("(?<![01])[01]{14}(?![01])");

    private static final Pattern ACCOUNT = Pattern.compile("\"AccountId\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("\"AlternateContactType\"\\s*:\\s*\"([^\"]*)\"");

    /** @param reads whether it asks what is stored, and changes nothing */
    static Moment of(Recorded recorded, boolean reads) {
        Exchange exchange = recorded.exchange();
        String body = body(recorded);
        long nanos = recorded.began().getEpochSecond() * 1_000_000_000
                + recorded.began().getNano();
        return new Moment(
                exchange.number(),
                Question.of(recorded),
                exchange.scenario(),
                first(ACCOUNT, body),
                first(TYPE, body),
                !reads && exchange.answer() instanceof Received received && received.status() / 100 == 2,
                serial(body),
                nanos,
                exchange.took().toNanos());
    }

    /** Its text, whatever way it was written in. */
    private static String body(Recorded recorded) {
        StringBuilder body =
                new StringBuilder(new String(recorded.exchange().sent().body(), StandardCharsets.UTF_8));
        for (Run run : recorded.rest()) {
            body.append(new String(run.bytes(), StandardCharsets.UTF_8));
        }
        try {
            return JSON.readTree(body.toString()).toString();
        } catch (JsonProcessingException e) {
            return body.toString();
        }
    }

    private static Optional<String> first(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The number that stands in several members, so that it is none that a scenario asks about. */
    private static OptionalInt serial(String body) {
        Map<String, Integer> seen = new HashMap<>();
        SERIAL.matcher(body).results().forEach(found -> seen.merge(found.group(), 1, Integer::sum));
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .mapToInt(entry -> Integer.parseInt(entry.getKey(), 2))
                .min();
    }

    boolean isShared() {
        return SHARED.contains(purpose);
    }

    /** How it is told apart from others that the scenarios share. */
    String need() {
        return Trial.need(purpose, question.caller(), about);
    }

    /** Whether what is stored of the type may be another since then. */
    boolean mayHaveChanged(Optional<String> what) {
        return changed && (type.isEmpty() || what.isEmpty() || type.equals(what));
    }
}
