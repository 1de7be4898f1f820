package accountspec.replay;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.operation.Form.Signature;
import accountspec.operation.Operation;
import accountspec.recording.Recording;
import accountspec.trial.Numbers;
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
 * after the answer that was found last, within what was sent for the scenario then. Everything else is told by its words,
 * in whatever order threads send it; for that, each scenario's requests get the numbers that they had. So scenarios may
 * come, go, and change places: what the others asked is found.
 */
public final class Replay implements Wire, Time, Numbers {

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
    private final List<Moment> changes = new ArrayList<>();
    private final RecordedScenarios recorded;
    private final ThreadLocal<Place> places;

    private int last;
    private long latest;
    private int missing;

    /** Where a thread is. */
    private static final class Place {
        private final Deque<Moment> recent = new ArrayDeque<>();
        private long now;
    }

    /**
     * @param siblings the operations that read and undo what the other requests do
     * @param signing whether the target's requests are signed at all
     * @param scenarios names of those that there are now
     */
    public Replay(Recording recording, List<Operation> siblings, boolean signing, Set<String> scenarios)
            throws IOException {
        this.recording = recording;
        this.siblings = List.copyOf(siblings);
        this.signing = signing;
        this.places = ThreadLocal.withInitial(this::entering);
        recording.forEach(exchange -> {
            Moment moment = Moment.of(exchange, reads(exchange.exchange().sent()));
            moments.add(moment);
            open.computeIfAbsent(moment.question(), first -> new ArrayDeque<>()).add(moment);
        });
        recorded = new RecordedScenarios(moments, scenarios);
        latest = moments.isEmpty() ? 0 : moments.get(0).nanos();
    }

    private boolean reads(Sent sent) {
        return siblings.stream()
                .anyMatch(
                        sibling -> sibling.answer().isPresent() && sent.target().endsWith(sibling.path()));
    }

    // ---- which scenario

    @Override
    public synchronized void enter(String purpose) {
        recorded.enter(purpose);
    }

    @Override
    public synchronized int next() {
        return recorded.next();
    }

    @Override
    public synchronized int nextFor(String need) {
        return recorded.nextFor(need);
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
            Stream<Header> found = Stream.of(new Header(FOUND, String.valueOf(moment.number())));
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
        place.now += moments.get(number - 1).took();
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
        last = found.number();
        if (found.changed()) {
            changes.add(found);
        }
        place.recent.addFirst(found);
        if (place.recent.size() > RETRIES_WITHIN) {
            place.recent.removeLast();
        }
        return Optional.of(found);
    }

    private boolean asksAboutState(Question question) {
        return siblings.stream().anyMatch(sibling -> question.target().endsWith(sibling.path()));
    }

    /** Rather one of this scenario's own; a scenario that was not there then takes none away from others. */
    private @Nullable Moment first(Question question) {
        Deque<Moment> answers = open.getOrDefault(question, new ArrayDeque<>());
        Optional<Moment> own = answers.stream().filter(recorded::isHere).findFirst();
        Moment found = own.orElseGet(answers::peekFirst);
        if (found != null && (own.isPresent() || found.isShared())) {
            answers.remove(found);
        }
        return found;
    }

    private @Nullable Moment next(Question question, Place place) {
        Deque<Moment> answers = open.getOrDefault(question, new ArrayDeque<>());
        boolean begun = last > 0 && recorded.isHere(moments.get(last - 1));
        Optional<Moment> next = answers.stream()
                .filter(recorded::isHere)
                .filter(moment -> !begun || moment.number() > last)
                .findFirst();
        boolean polled = !place.recent.isEmpty()
                && place.recent.getFirst().question().equals(question)
                && next.filter(moment -> moment.number() == last + 1).isEmpty();
        if (polled || next.isEmpty() || !isOfTheSameState(next.get())) {
            return null;
        }
        answers.remove(next.get());
        return next.get();
    }

    /** Whether what had changed the state last by then is what changed it last by now. */
    private boolean isOfTheSameState(Moment next) {
        Optional<Moment> then = lastChange(moments.subList(0, next.number() - 1), next);
        Optional<Moment> now = lastChange(changes, next);
        if (then.isEmpty() || now.isEmpty()) {
            return then.isEmpty() && now.isEmpty();
        }
        // Of requests that were sent at once, any may come last.
        return then.equals(now)
                || then.get().purpose().equals(now.get().purpose())
                        && asked.contains(then.get().question());
    }

    private static Optional<Moment> lastChange(List<Moment> among, Moment read) {
        for (int i = among.size() - 1; i >= 0; i--) {
            if (among.get(i).mayHaveChanged(read.type())) {
                return Optional.of(among.get(i));
            }
        }
        return Optional.empty();
    }

    /** The same once more: a wait that lasts a little longer than it did. */
    private static @Nullable Moment again(Question question, Place place) {
        return place.recent.stream()
                .filter(moment -> moment.question().equals(question))
                .findFirst()
                .orElse(null);
    }

    // ---- time

    private void pass(Moment moment) {
        Place place = places.get();
        place.now = Math.max(place.now, moment.nanos());
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
