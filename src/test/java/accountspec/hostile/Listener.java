package accountspec.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port on 127.0.0.1, and every connection that has to do with it. */
final class Listener implements AutoCloseable {

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    private Listener(ServerSocket listening, String name) {
        this.listening = listening;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is done with a connection, before the next is accepted. */
    @FunctionalInterface
    interface Welcome {
        void to(Socket visitor) throws IOException;
    }

    static Listener named(String name) {
        try {
            return new Listener(new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start(Welcome welcome) {
        threads.execute(() -> receive(welcome));
    }

    private void receive(Welcome welcome) {
        while (!listening.isClosed()) {
            try {
                Socket visitor = listening.accept();
                keep(visitor);
                welcome.to(visitor);
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    void execute(Runnable task) {
        threads.execute(task);
    }

    /** Is closed at the end, unless it is forgotten before. */
    void keep(Socket socket) {
        open.add(socket);
    }

    void forget(Socket socket) {
        open.remove(socket);
    }

    /** Answers nobody from now on, and hangs up on those who are there. */
    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
