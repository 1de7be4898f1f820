package accountspec.reference;

import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What turns HTTP into requests as values, and answers as values into HTTP. */
interface Front extends AutoCloseable {

    String HOST = "127.0.0.1";

    int port();

    @Override
    void close();

    /** The plain front can only tell the length; the other one can end its answers in every way of HTTP. */
    static Front open(Function<Sent, Received> endpoint, Framing framing, int port) throws IOException {
        return framing == Framing.BY_LENGTH ? JdkFront.open(endpoint, port) : RawFront.open(endpoint, framing, port);
    }

    /** Threads that do not keep a program alive whose work is done. */
    static ExecutorService daemons() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(32, work -> {
            Thread thread = new Thread(work, "reference-endpoint-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Reads a body, or as much of it as shows that it is too long: the endpoint says so. The rest of it is read and
     * forgotten, within reason, because a client that is still sending would not see the answer.
     */
    static byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(ReferenceEndpoint.LARGEST_BODY + 1);
        if (bytes.length > ReferenceEndpoint.LARGEST_BODY) {
            byte[] forgotten = new byte[64 * 1024];
            long patience = 16L * ReferenceEndpoint.LARGEST_BODY;
            for (int n = 0; n >= 0 && patience > 0; n = body.read(forgotten)) {
                patience -= n;
            }
        }
        return bytes;
    }

    static void write(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
