package accountspec.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a bare socket that remembers every byte it was sent, and answers as it is told, HTTP or not. */
final class RawServer implements AutoCloseable {

    /** A request as it came. */
    record Asked(int connection, String head, byte[] body) {

        String requestLine() {
            return head.lines().findFirst().orElse("");
        }

        /** Header lines as they stood on the wire. */
        List<String> headers() {
            return head.lines().skip(1).toList();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Answers a request in whatever way it likes. */
    @FunctionalInterface
    interface Manner {
        /** @return whether the connection is kept open for another request */
        boolean answer(Asked asked, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final Manner manner;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "raw server");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private RawServer(ServerSocket server, Manner manner) {
        this.server = server;
        this.manner = manner;
    }

    static RawServer that(Manner manner) {
        try {
            RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), manner);
            server.threads.execute(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers each request with these bytes and keeps the connection. */
    static RawServer answering(String answer) {
        return that((asked, out) -> {
            write(out, answer);
            return true;
        });
    }

    /** Answers each request with these bytes and then closes the connection, whatever it said. */
    static RawServer answeringOnce(String answer) {
        return that((asked, out) -> {
            write(out, answer);
            return false;
        });
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    List<Asked> asked() {
        return asked;
    }

    /** The only request that came. */
    Asked only() {
        if (asked.size() != 1) {
            throw new AssertionError("There were " + asked.size() + " requests instead of one: " + asked);
        }
        return asked.get(0);
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                int connection = connections.incrementAndGet();
                threads.execute(() -> converse(socket, connection));
            }
        } catch (IOException e) {
            // Closed: that is how listening ends.
            threads.shutdownNow();
        }
    }

    private void converse(Socket socket, int connection) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            while (more) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                Asked request = new Asked(connection, head, in.readNBytes(length(head)));
                asked.add(request);
                more = manner.answer(request, socket.getOutputStream());
            }
        } catch (IOException e) {
            // The client went away; there is nobody left to tell.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }
}
