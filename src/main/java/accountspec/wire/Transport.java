package accountspec.wire;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Printable;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.exchange.Silence.Kind;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are, over connections of its own, whatever REST Assured made of the request. */
final class Transport implements Closeable {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\x80-\\xff\\t]*");

    /** Headers that say where a message ends, or how the connection is used; only the connection knows. */
    private static final Set<String> FRAMING =
            Set.of("Connection", "Content-Length", "Expect", "Transfer-Encoding", "Upgrade");

    private final URI endpoint;
    private final Bounds bounds;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledThreadPoolExecutor clock;

    Transport(URI endpoint, Bounds bounds) {
        this.endpoint = endpoint;
        this.bounds = bounds;
        this.clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "deadlines");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * The way of one request.
     *
     * @throws IllegalArgumentException if it cannot be sent: a mistake of the suite's, which is not to be taken for silence
     */
    Passage passage(Sent sent) {
        requireSendable(sent);
        return new Passage(sent);
    }

    private void requireSendable(Sent sent) {
        URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + sent.target());
        if (!TOKEN.matcher(sent.method()).matches()) {
            throw new IllegalArgumentException("no method: " + sent.method());
        }
        for (Header header : sent.headers()) {
            if (!TOKEN.matcher(header.name()).matches()
                    || FRAMING.stream().anyMatch(header::is)
                    || !VALUE.matcher(header.value()).matches()) {
                throw new IllegalArgumentException("no header: " + header.name());
            }
        }
    }

    /** The filter that takes one request to the endpoint and comes back with its answer. */
    final class Passage implements Filter {

        /** What REST Assured gets for an answer; the real one it would only copy. */
        static final Response THROUGH = new ResponseBuilder().setStatusCode(200).build();

        private final Sent sent;
        private @Nullable Answer answer;

        private Passage(Sent sent) {
            this.sent = sent;
        }

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification response,
                FilterContext context) {
            answer = new Exchange().of(sent);
            return THROUGH;
        }

        /** What came back, once REST Assured has sent the request. */
        Answer answer() {
            return Objects.requireNonNull(answer, "not sent");
        }
    }

    /** One request and its answer, within the bounds of time: past them, its connection is closed under it. */
    private final class Exchange {

        private volatile boolean late;
        private volatile @Nullable Connection connection;

        Answer of(Sent sent) {
            ScheduledFuture<?> deadline =
                    clock.schedule(this::tooLate, bounds.time().toNanos(), TimeUnit.NANOSECONDS);
            try {
                Optional<AnswerReader.Read> read = overOneKept(sent);
                AnswerReader.Read answer = read.isPresent() ? read.get() : overFresh(sent);
                deadline.cancel(false);
                if (answer.reusable() && !late) {
                    idle.push(Objects.requireNonNull(connection));
                } else {
                    end();
                }
                return answer.answer();
            } catch (IOException e) {
                end();
                return silence(e);
            } finally {
                deadline.cancel(false);
            }
        }

        /** Nothing where none is kept, or where it turns out to have ended meanwhile: only a fresh one tells. */
        private Optional<AnswerReader.Read> overOneKept(Sent sent) throws IOException {
            Optional<Connection> kept = kept();
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            try {
                take(kept.get());
                return Optional.of(kept.get().exchange(sent, bounds));
            } catch (IOException e) {
                if (late) {
                    throw e;
                }
                end();
                forget(); // the others that were kept may have ended as well
                return Optional.empty();
            }
        }

        private AnswerReader.Read overFresh(Sent sent) throws IOException {
            Connection fresh = new Connection(endpoint);
            take(fresh);
            fresh.open();
            return fresh.exchange(sent, bounds);
        }

        private void take(Connection mine) {
            connection = mine;
            if (late) {
                mine.close();
            }
        }

        private void tooLate() {
            late = true;
            end();
        }

        private void end() {
            Connection mine = connection;
            if (mine != null) {
                mine.close();
            }
        }

        private Silence silence(IOException thrown) {
            String within = " within " + bounds.time().toMillis() + " ms";
            Connection mine = connection;
            if (late) {
                return mine != null && mine.isConnected()
                        ? new Silence(Kind.TOO_LATE, "no complete answer" + within)
                        : new Silence(Kind.UNREACHABLE, "no connection" + within);
            }
            if (thrown instanceof UnknownHostException) {
                return new Silence(Kind.NO_SUCH_HOST, "no such host: " + endpoint.getHost());
            }
            if (thrown instanceof SSLException) {
                return new Silence(
                        hungUp(thrown) ? Kind.UNREACHABLE : Kind.NO_TLS, "no TLS connection: " + words(thrown));
            }
            if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
                return new Silence(Kind.UNREACHABLE, "connection refused");
            }
            return new Silence(Kind.BROKEN, "the connection ended, or what came was not HTTP: " + words(thrown));
        }
    }

    /** Whether the handshake ended because the other end went away, as one that is starting up may. */
    private static boolean hungUp(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException
                    || cause instanceof SocketException
                    || String.valueOf(cause.getMessage()).contains("terminated the handshake")) {
                return true;
            }
        }
        return false;
    }

    private static String words(Throwable thrown) {
        String message = thrown.getMessage();
        return Printable.line(message == null ? thrown.getClass().getSimpleName() : message, 200);
    }

    private Optional<Connection> kept() {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isQuiet()) {
                return Optional.of(kept);
            }
            kept.close();
        }
        return Optional.empty();
    }

    private void forget() {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.close();
        }
    }

    @Override
    public void close() {
        forget();
        clock.shutdownNow();
    }
}
