package accountspec.wire;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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

        private final Sent sent;
        private volatile boolean cut;

        private Passage(Sent sent) {
            this.sent = sent;
        }

        /** Whether the body was longer than the bounds allow. */
        boolean isCut() {
            return cut;
        }

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification response,
                FilterContext context) {
            Received answer;
            try {
                answer = new Exchange().of(sent);
            } catch (IOException e) {
                throw new PassageFailed(e);
            }
            cut = answer.cut();
            return new ResponseBuilder()
                    .setStatusCode(answer.status())
                    .setHeaders(new Headers(answer.headers().stream()
                            .map(header -> new io.restassured.http.Header(header.name(), header.value()))
                            .toList()))
                    .setBody(answer.body())
                    .build();
        }
    }

    /** One request and its answer, within the bounds of time: past them, its connection is closed under it. */
    private final class Exchange {

        private volatile boolean late;
        private volatile @Nullable Connection connection;

        Received of(Sent sent) throws IOException {
            ScheduledFuture<?> deadline =
                    clock.schedule(this::tooLate, bounds.time().toNanos(), TimeUnit.NANOSECONDS);
            try {
                Connection mine = connection();
                connection = mine;
                if (late) {
                    mine.close();
                }
                AnswerReader.Read read = mine.exchange(sent, bounds);
                if (read.reusable()) {
                    idle.push(mine);
                } else {
                    mine.close();
                }
                return read.answer();
            } catch (IOException e) {
                end(connection);
                forget(); // what else was kept alive may have ended as well
                throw late ? new HttpTimeoutException("no complete answer in time") : e;
            } finally {
                deadline.cancel(false);
            }
        }

        private void tooLate() {
            late = true;
            end(connection);
        }

        private void end(@Nullable Connection any) {
            if (any != null) {
                any.close();
            }
        }
    }

    private Connection connection() throws IOException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isQuiet()) {
                return kept;
            }
            kept.close();
        }
        return Connection.to(endpoint, bounds);
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

    /** Carries a failure through REST Assured, which knows none. */
    private static final class PassageFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PassageFailed(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
