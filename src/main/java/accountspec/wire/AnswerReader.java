package accountspec.wire;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one answer as HTTP/1.1 frames it, and takes nothing for HTTP that is not: to an ordinary client a status such as 2000
 * is 200, and a 204 with a body no answer at all.
 */
final class AnswerReader {

    private static final int LONGEST_HEAD = 4 << 20;
    private static final int MOST_HEADERS = 2_000;
    private static final int MOST_INTERIM_ANSWERS = 100;
    private static final Pattern STATUS_LINE =
            Pattern.compile("HTTP/1\\.([01]) ([1-5][0-9]{2})(?: .*)?", Pattern.DOTALL);
    /** How a line begins that goes on with the header before it: obsolete, but a client has to bear it. */
    private static final Pattern FOLDED = Pattern.compile("[ \\t]");

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    private final InputStream in;
    private final int most;
    private int headBytes;

    /** @param most bytes of a body that are read */
    AnswerReader(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /**
     * An answer as it was read.
     *
     * @param reusable whether another may follow on the same connection
     */
    record Read(Received answer, boolean reusable) {
        Read andNoMore() {
            return new Read(answer, false);
        }
    }

    private record Head(int status, boolean old, List<Header> headers) {

        List<String> values(String name) {
            return headers.stream()
                    .filter(header -> header.is(name))
                    .flatMap(header -> List.of(header.value().split(",")).stream())
                    .map(value -> value.strip().toLowerCase(Locale.ROOT))
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    private record Body(byte[] bytes, boolean cut) {}

    Read answerTo(String method) throws IOException {
        Head head = head();
        for (int interim = 0; head.status < 200; interim++) {
            if (interim == MOST_INTERIM_ANSWERS) {
                throw new ProtocolException("one interim answer after another");
            }
            head = head();
        }
        List<String> codings = head.values("Transfer-Encoding");
        List<String> lengths = head.values("Content-Length");
        Body body;
        boolean framed = true;
        if (method.equals("HEAD")) {
            body = new Body(new byte[0], false);
        } else if (WITHOUT_BODY.contains(head.status)) {
            body = new Body(new byte[0], false);
            framed = codings.isEmpty() && (lengths.isEmpty() || lengths.equals(List.of("0")));
        } else if (codings.contains("chunked")) {
            body = chunked();
        } else if (!lengths.isEmpty()) {
            body = ofLength(length(lengths));
        } else {
            body = untilTheEnd();
            framed = false;
        }
        boolean reusable =
                framed && !body.cut && !head.old && !head.values("Connection").contains("close");
        return new Read(new Received(head.status, head.headers, body.bytes, body.cut), reusable);
    }

    private Head head() throws IOException {
        headBytes = 0;
        String first = line();
        Matcher status = STATUS_LINE.matcher(first);
        if (!status.matches()) {
            throw new ProtocolException("no status line: " + first);
        }
        List<Header> headers = new ArrayList<>();
        int lines = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (++lines > MOST_HEADERS) {
                throw new ProtocolException("more than " + MOST_HEADERS + " headers");
            }
            boolean folded = FOLDED.matcher(line).lookingAt() && !headers.isEmpty();
            headers.add(folded ? longer(headers.remove(headers.size() - 1), line) : header(line));
        }
        return new Head(Integer.parseInt(status.group(2)), status.group(1).equals("0"), headers);
    }

    private static Header header(String line) throws ProtocolException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new ProtocolException("no header: " + line);
        }
        return new Header(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private static Header longer(Header header, String line) {
        return new Header(header.name(), (header.value() + " " + line.strip()).strip());
    }

    private static long length(List<String> lengths) throws IOException {
        if (lengths.size() > 1 || !lengths.get(0).matches("[0-9]{1,18}")) {
            throw new ProtocolException("no length: " + String.join(", ", lengths));
        }
        return Long.parseLong(lengths.get(0));
    }

    /** Without the line feed, and without the carriage return that should be before it. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("it ended within the head");
            }
            if (++headBytes > LONGEST_HEAD) {
                throw new ProtocolException("a head of more than " + LONGEST_HEAD + " bytes");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private Body ofLength(long length) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(length, most));
        if (bytes.length < Math.min(length, most)) {
            throw new EOFException("it ended after " + bytes.length + " of " + length + " bytes");
        }
        return new Body(bytes, length > most);
    }

    private Body untilTheEnd() throws IOException {
        byte[] bytes = in.readNBytes(most);
        return new Body(bytes, bytes.length == most && in.read() >= 0);
    }

    private Body chunked() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long size = chunk(); size > 0; size = chunk()) {
            int room = most - body.size();
            byte[] bytes = in.readNBytes((int) Math.min(size, room));
            body.writeBytes(bytes);
            if (size > room) {
                return new Body(body.toByteArray(), true);
            }
            if (bytes.length < size || !line().isEmpty()) {
                throw new EOFException("it ended within a chunk");
            }
        }
        while (!line().isEmpty()) {
            // what trails a body says nothing about it
        }
        return new Body(body.toByteArray(), false);
    }

    private long chunk() throws IOException {
        headBytes = 0;
        String size = line().split(";", 2)[0].strip();
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new ProtocolException("no chunk: " + size);
        }
        return Long.parseLong(size, 16);
    }
}
