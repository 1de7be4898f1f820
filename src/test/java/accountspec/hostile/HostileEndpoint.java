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

/** A socket on 127.0.0.1 whose visitors all meet with the same manner. */
public final class HostileEndpoint implements AutoCloseable {

    private final ServerSocket listening;
    private final Manner manner;
    private final ExecutorService hosts = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "hostile endpoint");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HostileEndpoint(ServerSocket listening, Manner manner) {
        this.listening = listening;
        this.manner = manner;
    }

    public static HostileEndpoint start(Manner manner) {
        try {
            HostileEndpoint endpoint =
                    new HostileEndpoint(new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1")), manner);
            endpoint.hosts.execute(endpoint::receive);
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void receive() {
        while (!listening.isClosed()) {
            try {
                Socket visitor = listening.accept();
                open.add(visitor);
                hosts.execute(() -> host(visitor));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void host(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            manner.meet(new Visitor(socket));
        } catch (IOException e) {
            // the visitor left, which most do
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
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
            hosts.shutdownNow();
        }
    }
}
