package accountspec.replay;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.operation.Form.Signature;
import accountspec.operation.Operation;
import accountspec.recording.Recording;
import accountspec.trial.Time;
import accountspec.verdict.Unproven;
import accountspec.wire.Signer;
import accountspec.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers as a recording has it, and lets the time pass that passed then.
 *
 * <p>A request finds its answer when it is signed, since only then its caller is known; what is sent carries the answer's
 * number. What asks about the state of the target, such as a read, says the same each time: its answer is the next one
 * after the answer that was found last. Everything else is told by its words, in whatever order threads send it.
 */
public final class Replay implements Wire, Time {

    public static final String NOT_RECORDED = "not in the recording";

    private static final String FOUND = "X-Accountspec-Recorded";

    /** Requests back that one that is tried again may have been sent before, with a witness in between. */
    private static final int RETRIES_WITHIN = 2;

    private final Recording recording;
    private final List<Operation> siblings;
    private final boolean signing;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<Question, Deque<Moment>> open = new HashMap<>();
    private final Set<Question> asked = new HashSet<>();
    private final ThreadLocal<Place> places;

    private int last;
    private long latest;
    private int missing;

    /** @param nanos when the request was sent, and how long the answer took */
    private record Moment(int number, Question question, long nanos, long took) {}

    /** Where a thread is. */
    private static final class Place {
        private final Deque<Moment> recent = new ArrayDeque<>();
        private long now;
    }

    /**
     * @param siblings the operations that read and undo what the other requests do
     * @param signing whether the target's requests are signed at all
     */
    public Replay(Recording recording, List<Operation> siblings, boolean signing) throws IOException {
        this.recording = recording;
        this.siblings = List.copyOf(siblings);
        this.signing = signing;
        this.places = ThreadLocal.withInitial(this::entering);
        recording.forEach(recorded -> {
            long nanos = recorded.began().getEpochSecond() * 1_000_000_000
                    + recorded.began().getNano();
            Moment moment = new Moment(
                    recorded.exchange().number(),
                    Question.of(recorded),
                    nanos,
                    recorded.exchange().took().toNanos());
            moments.add(moment);
            open.computeIfAbsent(moment.question, first -> new ArrayDeque<>()).add(moment);
        });
        latest = moments.isEmpty() ? 0 : moments.get(0).nanos;
    }

    private synchronized Place entering() {
        Place place = new Place();
        place.now = latest;
        return place;
    }

    /** How many requests were asked for that the recording does not have. */
    public synchronized int missing() {
        return missing;
    }

    /** @param caller the party, as the features call it */
    public Signer signer(String caller) {
        return (request, signature) -> {
            Question question = Question.of(caller, signing && signature != Signature.NONE, request);
            Moment moment = find(question).orElseThrow(() -> Unproven.because(NOT_RECORDED));
            pass(moment);
            Stream<Header> found = Stream.of(new Header(FOUND, String.valueOf(moment.number)));
            return new Sent(
                    request.method(),
                    request.target(),
                    Stream.concat(request.headers().stream(), found).toList(),
                    request.body());
        };
    }

    @Override
    public Answer send(Sent request) {
        int number = Integer.parseInt(request.header(FOUND).orElseThrow());
        Place place = places.get();
        place.now += moments.get(number - 1).took;
        arrive(place.now);
        try {
            return recording.exchange(number).exchange().answer();
        } catch (IOException e) {
            throw new UncheckedIOException("the recording " + recording.file() + " cannot be read again", e);
        }
    }

    // ---- which answer

    private synchronized Optional<Moment> find(Question question) {
        Place place = places.get();
        Moment found = asksAboutState(question) ? next(question, place) : first(question);
        if (found == null) {
            found = again(question, place);
        }
        if (found == null) {
            missing++;
            return Optional.empty();
        }
        asked.add(question);
        last = found.number;
        place.recent.addFirst(found);
        if (place.recent.size() > RETRIES_WITHIN) {
            place.recent.removeLast();
        }
        return Optional.of(found);
    }

    private boolean asksAboutState(Question question) {
        return siblings.stream().anyMatch(sibling -> question.target().endsWith(sibling.path()));
    }

    private @Nullable Moment first(Question question) {
        Deque<Moment> answers = open.get(question);
        return answers == null ? null : answers.pollFirst();
    }

    private @Nullable Moment next(Question question, Place place) {
        Deque<Moment> answers = open.getOrDefault(question, new ArrayDeque<>());
        Optional<Moment> next =
                answers.stream().filter(moment -> moment.number > last).findFirst();
        boolean polled = !place.recent.isEmpty()
                && place.recent.getFirst().question.equals(question)
                && next.filter(moment -> moment.number == last + 1).isEmpty();
        if (polled || next.isEmpty() || isBeyondWhatWasAsked(next.get())) {
            return null;
        }
        answers.remove(next.get());
        return next.get();
    }

    /** Whether something happened in between that did not happen now, so that the state may be another. */
    private boolean isBeyondWhatWasAsked(Moment next) {
        return moments.subList(last, next.number - 1).stream()
                .map(Moment::question)
                .anyMatch(question -> !asksAboutState(question) && !asked.contains(question));
    }

    /** The same once more: a wait that lasts a little longer than it did. */
    private static @Nullable Moment again(Question question, Place place) {
        return place.recent.stream()
                .filter(moment -> moment.question.equals(question))
                .findFirst()
                .orElse(null);
    }

    // ---- time

    private void pass(Moment moment) {
        Place place = places.get();
        place.now = Math.max(place.now, moment.nanos);
    }

    private synchronized void arrive(long now) {
        latest = Math.max(latest, now);
    }

    @Override
    public long nanos() {
        return places.get().now;
    }

    /** Never longer than it was; what is missing passes when the next answer is found. */
    @Override
    public Duration jittered(Duration pause) {
        return pause.dividedBy(2);
    }

    @Override
    public void pass(Duration time) {
        Place place = places.get();
        place.now += time.toNanos();
        arrive(place.now);
    }
}
