package accountspec.hostile;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A socket on 127.0.0.1 whose visitors all meet with the same manner. */
public final class HostileEndpoint implements AutoCloseable {

    private final Listener listener = Listener.named("hostile endpoint");
    private final Manner manner;

    private HostileEndpoint(Manner manner) {
        this.manner = manner;
    }

    public static HostileEndpoint start(Manner manner) {
        HostileEndpoint endpoint = new HostileEndpoint(manner);
        endpoint.listener.start(visitor -> endpoint.listener.execute(() -> endpoint.host(visitor)));
        return endpoint;
    }

    public URI uri() {
        return listener.uri();
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
            listener.forget(socket);
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
