package accountspec.reference;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** HTTP on a bare socket, for the ways to end an answer that the JDK's server does not have. */
final class RawFront implements Front {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int IDLE_MILLIS = 30_000;

    private final ServerSocket server;
    private final ExecutorService threads;
    private final Function<Sent, Received> endpoint;
    private final Framing framing;

    private RawFront(ServerSocket server, ExecutorService threads, Function<Sent, Received> endpoint, Framing framing) {
        this.server = server;
        this.threads = threads;
        this.endpoint = endpoint;
        this.framing = framing;
    }

    static RawFront open(Function<Sent, Received> endpoint, Framing framing, int port) throws IOException {
        ServerSocket server;
        try {
            server = new ServerSocket(port, 50, InetAddress.getByName(HOST));
        } catch (BindException e) {
            throw new PortTakenException(HOST, port, e);
        }
        RawFront front = new RawFront(server, Front.daemons(), endpoint, framing);
        front.threads.execute(front::listen);
        return front;
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            // It listens no longer, which is all that was wanted.
        }
    }

    private void listen() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.execute(() -> converse(socket));
            }
        } catch (IOException | RejectedExecutionException e) {
            // Closed: that is how listening ends.
            threads.shutdownNow();
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            while (more) {
                String[] start = line(in).split(" ");
                if (start.length != 3) {
                    return;
                }
                List<Header> headers = headers(in);
                Sent sent = new Sent(start[0], start[1], headers, body(in, headers, socket));
                Front.write(socket.getOutputStream(), written(endpoint.apply(sent), start[0].equals("HEAD")));
                more = framing == Framing.CHUNKED
                        && !value(headers, "Connection").equals("close");
            }
        } catch (IOException e) {
            // The client went away or fell silent; there is nobody left to tell.
        }
    }

    private static byte[] body(InputStream in, List<Header> headers, Socket socket) throws IOException {
        if (value(headers, "Expect").equals("100-continue")) {
            Front.write(socket.getOutputStream(), ascii("HTTP/1.1 100 Continue\r\n\r\n"));
        }
        if (value(headers, "Transfer-Encoding").equals("chunked")) {
            return Front.bounded(chunks(in));
        }
        String length = value(headers, "Content-Length");
        return length.isEmpty() ? new byte[0] : Front.bounded(first(in, Long.parseLong(length)));
    }

    private static InputStream chunks(InputStream in) throws IOException {
        InputStream all = InputStream.nullInputStream();
        int total = 0;
        while (true) {
            int length = Integer.parseInt(line(in).split(";")[0].strip(), 16);
            byte[] chunk = in.readNBytes(Math.min(length, ReferenceEndpoint.LARGEST_BODY + 1));
            line(in);
            total += chunk.length;
            if (length == 0 || total > ReferenceEndpoint.LARGEST_BODY) {
                return new SequenceInputStream(all, new ByteArrayInputStream(chunk));
            }
            all = new SequenceInputStream(all, new ByteArrayInputStream(chunk));
        }
    }

    private byte[] written(Received answer, boolean headOnly) throws IOException {
        StringBuilder head = new StringBuilder(framing == Framing.HTTP_1_0 ? "HTTP/1.0 " : "HTTP/1.1 ");
        head.append(answer.status()).append(" Answer\r\n");
        answer.headers()
                .forEach(h ->
                        head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        head.append(framing == Framing.CHUNKED ? "Transfer-Encoding: chunked\r\n" : "Connection: close\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii(head.append("\r\n").toString()));
        if (!headOnly) {
            bytes.writeBytes(framing == Framing.CHUNKED ? chunked(answer.body()) : answer.body());
        }
        return bytes.toByteArray();
    }

    /** In two chunks where there is enough for two, so that somebody has to put them together again. */
    private static byte[] chunked(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int half = (body.length + 1) / 2;
        for (int from = 0; from < body.length; from += half) {
            int length = Math.min(half, body.length - from);
            bytes.writeBytes(ascii(Integer.toHexString(length) + "\r\n"));
            bytes.write(body, from, length);
            bytes.writeBytes(ascii("\r\n"));
        }
        bytes.writeBytes(ascii("0\r\n\r\n"));
        return bytes.toByteArray();
    }

    private static List<Header> headers(InputStream in) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] pair = line.split(":", 2);
            headers.add(new Header(pair[0], pair.length == 2 ? pair[1].strip() : ""));
        }
        return headers;
    }

    private static String value(List<Header> headers, String name) {
        return headers.stream()
                .filter(h -> h.is(name))
                .map(h -> h.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n' && line.size() < LONGEST_LINE; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static InputStream first(InputStream in, long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() throws IOException {
                return left-- > 0 ? in.read() : -1;
            }
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
