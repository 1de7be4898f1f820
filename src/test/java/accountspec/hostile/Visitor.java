package accountspec.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection, from the endpoint's side, byte for byte. */
public final class Visitor {

    private final Socket socket;
    private final InputStream in;

    Visitor(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** A request as it came. */
    public record Asked(String head, byte[] body) {

        public boolean isFor(String operation) {
            return head.lines().findFirst().orElse("").contains(operation);
        }

        public Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }

    /** The next request, or null once the visitor has left. */
    public @Nullable Asked ask() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        Asked asked = new Asked(head.toString(StandardCharsets.ISO_8859_1), new byte[0]);
        int length = asked.header("Content-Length").map(Integer::parseInt).orElse(0);
        return new Asked(asked.head(), in.readNBytes(length));
    }

    public void say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public void say(String text) throws IOException {
        say(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says it again and again, until the visitor hangs up. */
    public void sayForEver(String text) throws IOException {
        byte[] bytes = text.repeat(1 + 8_000 / text.length()).getBytes(StandardCharsets.UTF_8);
        while (true) {
            say(bytes);
        }
    }

    /** Says nothing, until the visitor hangs up. */
    public void keepWaiting() throws IOException {
        while (in.read() >= 0) {
            // whatever else is said is not answered either
        }
    }

    /** Drops the connection without a goodbye. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
