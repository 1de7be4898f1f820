package accountspec.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A stretch of network between the suite and an endpoint, on which things can go wrong. */
public final class Relay implements AutoCloseable {

    /** What happens to the bytes of an answer. */
    @FunctionalInterface
    public interface Fault {

        /** As they came. */
        Fault NONE = (answer, count, client) -> Fate.PASSED;

        /** @param count how many answers came before this one, on any connection */
        Fate befalls(byte[] answer, int count, Socket client) throws IOException, InterruptedException;

        static Fault latency(Duration time) {
            return (answer, count, client) -> {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
                return Fate.PASSED;
            };
        }

        /** Every so many answers, the connection is reset in the middle of one. */
        static Fault cut(int every) {
            return (answer, count, client) -> {
                if (count % every != every - 1) {
                    return Fate.PASSED;
                }
                client.getOutputStream().write(answer, 0, answer.length / 2);
                client.getOutputStream().flush();
                client.setSoLinger(true, 0);
                return Fate.CLOSED;
            };
        }

        /** From some answer on, nothing comes through, and nobody hangs up. */
        static Fault halfOpen(int from) {
            return (answer, count, client) -> count < from ? Fate.PASSED : Fate.LOST;
        }

        /** Every so many answers, the connection is closed after it, but only a while later. */
        static Fault slowClose(int every, Duration later) {
            return (answer, count, client) -> {
                if (count % every != every - 1) {
                    return Fate.PASSED;
                }
                client.getOutputStream().write(answer);
                client.getOutputStream().flush();
                TimeUnit.NANOSECONDS.sleep(later.toNanos());
                return Fate.CLOSED;
            };
        }
    }

    /** What became of an answer. */
    public enum Fate {
        PASSED,
        LOST,
        CLOSED
    }

    private final Listener listener = Listener.named("relay");
    private final int port;
    private final Fault fault;
    private int requests;
    private int answers;

    private Relay(int port, Fault fault) {
        this.port = port;
        this.fault = fault;
    }

    /** To a port of this machine. */
    public static Relay to(int port, Fault fault) {
        Relay relay = new Relay(port, fault);
        relay.listener.start(relay::connect);
        return relay;
    }

    public URI uri() {
        return listener.uri();
    }

    /** Returns once so many requests were carried, or the process is gone. */
    public synchronized void awaitRequests(int count, Process process) throws InterruptedException {
        while (requests < count && process.isAlive()) {
            wait(20);
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket("127.0.0.1", port);
        listener.keep(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        listener.execute(() -> carryRequests(client, server));
        listener.execute(() -> carryAnswers(server, client));
    }

    private void carryRequests(Socket client, Socket server) {
        byte[] buffer = new byte[1 << 16];
        try (client;
                server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one of them hung up
        } finally {
            listener.forget(client);
            listener.forget(server);
        }
    }

    /** What is read at once is a request, or close enough to one. */
    private synchronized void count() {
        requests++;
        notifyAll();
    }

    private synchronized int next() {
        return answers++;
    }

    private void carryAnswers(Socket server, Socket client) {
        byte[] buffer = new byte[1 << 16];
        try (client;
                server) {
            InputStream in = server.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                byte[] answer = Arrays.copyOf(buffer, read);
                Fate fate = fault.befalls(answer, next(), client);
                if (fate == Fate.CLOSED) {
                    return;
                }
                if (fate == Fate.PASSED) {
                    client.getOutputStream().write(answer);
                    client.getOutputStream().flush();
                }
            }
        } catch (IOException e) {
            // one of them hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
