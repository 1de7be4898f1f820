package accountspec.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps to itself whose contact an account had before the run came: of what is read back, only what the run made up
 * itself is shown.
 *
 * <p>An endpoint that changes a value is told about it in full, as long as one can see that the value was ours.
 */
public final class Discretion {

    public static final String MASK = "[masked]";

    private static final JsonFactory JSON = new JsonFactory();

    /** Shorter values may be part of anything. */
    private static final int TELLING = 4;

    /** Longer ones are padding. */
    private static final int LONGEST = 2_000;

    private final Set<String> sensitive;
    private final boolean open;
    private final Set<String> ours = new HashSet<>();

    private Discretion(Collection<String> sensitive, boolean open) {
        this.sensitive = Set.copyOf(sensitive);
        this.open = open;
    }

    /** Shows everything: for endpoints whose contacts are nobody's. */
    public static Discretion none() {
        return new Discretion(Set.of(), true);
    }

    /** @param sensitive names of the members that say who a person is */
    public static Discretion about(Collection<String> sensitive) {
        return new Discretion(sensitive, false);
    }

    /** Whether anything is ever masked. */
    public boolean masks() {
        return !open;
    }

    /** Learns what the run made up. */
    public synchronized void sent(Sent request) {
        if (open) {
            return;
        }
        try (JsonParser body = JSON.createParser(request.body())) {
            for (JsonToken token = body.nextToken(); token != null; token = body.nextToken()) {
                if (token == JsonToken.VALUE_STRING
                        && body.currentName() != null
                        && sensitive.contains(body.currentName())
                        && body.getTextLength() <= LONGEST) {
                    ours.add(plain(body.getText()));
                }
            }
        } catch (IOException e) {
            // Malformed on purpose; what could be read of it is known.
        }
    }

    /** The members of a contact that was read, as people may see them. */
    public Map<String, String> in(Map<String, String> contact) {
        if (open) {
            return contact;
        }
        Map<String, String> shown = new TreeMap<>(contact);
        shown.replaceAll((member, value) -> shown(member, value));
        return shown;
    }

    /** The exchange as people may see it. */
    public Exchange in(Exchange exchange) {
        return open || !(exchange.answer() instanceof Received received)
                ? exchange
                : exchange.with(exchange.sent(), masked(received));
    }

    private Received masked(Received answer) {
        if (answer.body().length == 0) {
            return answer;
        }
        AtomicBoolean changed = new AtomicBoolean();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (JsonParser from = JSON.createParser(answer.body());
                JsonGenerator to = JSON.createGenerator(copy)) {
            for (JsonToken token = from.nextToken(); token != null; token = from.nextToken()) {
                String shown = token == JsonToken.VALUE_STRING && from.currentName() != null
                        ? shown(from.currentName(), from.getText())
                        : "";
                if (shown.equals(MASK)) {
                    changed.set(true);
                    to.writeString(MASK);
                } else {
                    to.copyCurrentEvent(from);
                }
            }
        } catch (IOException e) {
            return changed.get() || mentionsAMember(answer) ? withoutBody(answer) : answer;
        }
        return changed.get()
                ? new Received(answer.status(), answer.headers(), copy.toByteArray(), answer.cut())
                : answer;
    }

    /** A contact that is no whole JSON cannot be masked member by member. */
    private boolean mentionsAMember(Received answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return sensitive.stream().anyMatch(member -> text.contains("\"" + member + "\""));
    }

    private static Received withoutBody(Received answer) {
        byte[] mask = MASK.getBytes(StandardCharsets.UTF_8);
        return new Received(answer.status(), answer.headers(), mask, answer.cut());
    }

    private String shown(String member, String value) {
        return !sensitive.contains(member) || isOurs(value) ? value : MASK;
    }

    private synchronized boolean isOurs(String value) {
        String plain = plain(value);
        if (plain.isEmpty() || ours.contains(plain)) {
            return true;
        }
        return plain.length() >= TELLING
                && ours.stream()
                        .anyMatch(known -> known.contains(plain) || known.length() >= TELLING && plain.contains(known));
    }

    /** What stays the same where an endpoint trims a value, or changes its letters. */
    private static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
