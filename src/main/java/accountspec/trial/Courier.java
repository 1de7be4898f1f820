package accountspec.trial;

import accountspec.exchange.Answer;
import accountspec.exchange.Exchange;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Unanswered;
import accountspec.outcome.Outcome.Unavailable;
import accountspec.target.Patience;
import accountspec.verdict.Unproven;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Delivers requests, and waits out throttles, failures and silence.
 *
 * <p>A throttle or a failure is no evidence about a request, unless it is how the target answers just this request: then
 * a request that is known to be right, sent in turn with it, is accepted each time.
 */
final class Courier {

    /** Requests under way at the same time, where their order does not matter. */
    private static final int AT_ONCE = 4;

    /** Turns of request and witness that it takes; fewer once the target is known to answer so. */
    private static final int TURNS = 4;

    private static final int TURNS_ONCE_KNOWN = 2;

    /** Answers of the kind after which a target is known for it. */
    private static final int WELL_KNOWN = 10;

    private final Wire wire;
    private final Binding binding;
    private final Pace pace;
    private final Patience patience;
    private final Time time;
    private final Consumer<Exchange> heard;
    private final AtomicInteger requests = new AtomicInteger();

    /** Throttles and failures that were over when the same request was sent again, in the order in which they were over. */
    private final List<Sending> passing = new CopyOnWriteArrayList<>();

    private final AtomicInteger insistent = new AtomicInteger();
    private final AtomicLong silentNanos = new AtomicLong();
    private volatile Optional<String> gone = Optional.empty();
    private volatile boolean alive;
    private volatile boolean answered;

    Courier(Wire wire, Binding binding, Pace pace, Patience patience, Time time, Consumer<Exchange> heard) {
        this.wire = wire;
        this.binding = binding;
        this.pace = pace;
        this.patience = patience;
        this.time = time;
        this.heard = heard;
    }

    int requests() {
        return requests.get();
    }

    /** The throttles and failures so far that had nothing to do with the requests that met them. */
    List<Sending> passing() {
        return List.copyOf(passing);
    }

    /** Why the target is given up, if it is. */
    Optional<String> gone() {
        return gone;
    }

    /** Whether the target is given up although it answers requests that are known to be right. */
    boolean isAlive() {
        return alive;
    }

    /** Numbers the exchange and tells of it, so that it is heard of in the order of the numbers. */
    private synchronized Exchange hear(Request request, Sent sent, Answer answer, Duration took) {
        Exchange exchange = new Exchange(
                requests.incrementAndGet(),
                request.purpose(),
                request.caller().name(),
                request.told(),
                sent,
                answer,
                took);
        heard.accept(exchange);
        return exchange;
    }

    /** Sends once, and takes whatever comes. */
    Sending once(Request request) {
        gone.ifPresent(reason -> {
            throw Unproven.because(reason);
        });
        Sent unsigned = binding.bind(request.draft(), request.form(), request.purpose());
        Sent sent = request.caller()
                .signer()
                .orElseThrow(() -> new IllegalStateException(request.caller().name() + " cannot be called as"))
                .sign(unsigned, request.form().signature());
        pace.await(request.draft().operation().name());
        long began = time.nanos();
        Answer answer = wire.send(sent);
        Exchange exchange = hear(request, sent, answer, time.since(began));
        if (answer instanceof Silence) {
            silentNanos.addAndGet(exchange.took().toNanos());
        } else {
            answered = true;
        }
        return new Sending(request, exchange, Outcome.of(answer));
    }

    /**
     * Sends until there is an answer that says something about the request.
     *
     * @param witness a request that the target is known to accept, if there is one yet
     * @throws Unproven once the target has been out for longer than patience allows
     */
    Sending deliver(Request request, Supplier<Optional<Request>> witness) {
        Sending latest = once(request);
        if (request.once()) {
            return latest;
        }
        long began = time.nanos();
        Backoff backoff = Backoff.betweenTries();
        List<Sending> met = new ArrayList<>();
        for (int turns = 0; latest.outcome().mayPass(); ) {
            met.add(latest.abridged());
            if (!answered && isForGood(latest)) {
                throw giveUp("cannot be reached", latest);
            }
            Duration silent = Duration.ofNanos(silentNanos.get());
            if (silent.compareTo(patience.throttled()) > 0) {
                alive = insistent.get() > 0;
                throw giveUp("left requests unanswered for " + words(silent) + " in all", latest);
            }
            time.pass(backoff.after(latest.exchange().answer(), patience.throttled(), time));
            backoff = backoff.longer();
            latest = once(request);
            Optional<Request> right = latest.outcome().mayPass() ? witness.get() : Optional.empty();
            if (latest.outcome().mayPass() && right.isEmpty() && insistent.get() >= WELL_KNOWN) {
                return latest;
            }
            if (latest.outcome().mayPass()
                    && right.isPresent()
                    && once(right.get()).outcome() instanceof Accepted) {
                turns++;
                began = time.nanos();
                if (turns >= turnsNeeded(latest)) {
                    insistent.incrementAndGet();
                    return latest;
                }
            } else if (latest.outcome().mayPass() && time.since(began).compareTo(patience.throttled()) > 0) {
                throw giveUp("gave no usable answer for " + words(time.since(began)), latest);
            }
        }
        met.stream().filter(sending -> sending.outcome() instanceof Unavailable).forEach(passing::add);
        return latest;
    }

    void rest(int tries) {
        time.pass(Stream.iterate(Backoff.betweenTries(), Backoff::longer)
                .skip(tries - 1L)
                .findFirst()
                .orElseThrow()
                .pause());
    }

    /** As {@link #deliver}, several at a time; none is still under way when this ends, whatever became of the others. */
    List<Sending> deliverAll(List<Request> requests, Supplier<Optional<Request>> witness) {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Sending>> deliveries = requests.stream()
                    .<Callable<Sending>>map(
                            request -> () -> deliver(request, witness).abridged())
                    .toList();
            List<Sending> sendings = new ArrayList<>();
            for (Future<Sending> future : senders.invokeAll(deliveries)) {
                sendings.add(future.get());
            }
            return sendings;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unproven unproven
                    ? unproven
                    : new IllegalStateException("a request could not be sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the target", e);
        } finally {
            senders.shutdownNow();
        }
    }

    /** Gives the target up: nothing more is sent to it. */
    Unproven giveUp(String what, Sending latest) {
        String reason = "the target " + what + "; the last request, "
                + latest.request().told() + ", was " + latest.outcome().told()
                + (answered ? "" : advice(latest));
        gone = Optional.of(reason);
        return Unproven.because(reason);
    }

    /** Whether the target will be no more reachable in half a minute. */
    private static boolean isForGood(Sending latest) {
        return latest.exchange().answer() instanceof Silence silence
                && (silence.kind() == Silence.Kind.NO_SUCH_HOST || silence.kind() == Silence.Kind.NO_TLS);
    }

    /** What to do about a target that never answered. */
    private static String advice(Sending latest) {
        if (!(latest.exchange().answer() instanceof Silence silence)) {
            return "";
        }
        return switch (silence.kind()) {
            case UNREACHABLE -> ". Start it, or correct its endpoint";
            case NO_SUCH_HOST -> ". Correct the host name in its endpoint, or the network that should know it";
            case NO_TLS ->
                ". If it speaks no TLS, its endpoint begins with http://; if its certificate is of an authority of"
                        + " your own, name a trust store: JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE";
            case TOO_LATE ->
                ". See whether it is at this endpoint, with TLS (https://) or without, or give it more time:"
                        + " patience: { timeout: 20s }";
            case BROKEN -> ". See whether it speaks HTTP at this endpoint; with TLS, that begins with https://";
        };
    }

    private int turnsNeeded(Sending latest) {
        boolean slow = latest.outcome() instanceof Unanswered;
        if (insistent.get() >= WELL_KNOWN || (slow && insistent.get() >= 1)) {
            return 1;
        }
        return slow || insistent.get() >= 3 ? TURNS_ONCE_KNOWN : TURNS;
    }

    private static String words(Duration time) {
        return "%.0f s".formatted(time.toMillis() / 1000.0);
    }
}
