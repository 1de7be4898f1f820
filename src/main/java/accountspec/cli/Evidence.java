package accountspec.cli;

import accountspec.exchange.Discretion;
import accountspec.exchange.Exchange;
import accountspec.exchange.Redaction;
import accountspec.recording.Assignment;
import accountspec.recording.Facts;
import accountspec.recording.Recorded;
import accountspec.recording.Recorder;
import accountspec.recording.Recording;
import accountspec.recording.Tally;
import accountspec.report.Har;
import accountspec.report.RunFacts;
import accountspec.verdict.Finding;
import accountspec.verdict.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What crossed the wire, as people may see it. The exchanges themselves go to the recording; in memory are those of the
 * scenario at hand alone.
 */
final class Evidence implements AutoCloseable {

    private final Recorder recorder;
    private final Har archive;
    private final Discretion discretion;
    private final Redaction redaction;
    private final Tally tally = new Tally();
    private final List<Exchange> atHand = new ArrayList<>();
    private final Map<ScenarioResult, Integer> samples = new IdentityHashMap<>();
    private boolean over;
    private @Nullable Recording recording;

    private Evidence(Recorder recorder, Har archive, Discretion discretion, Redaction redaction) {
        this.recorder = recorder;
        this.archive = archive;
        this.discretion = discretion;
        this.redaction = redaction;
    }

    /** Begins the recording in its file, and the archive beside it. */
    static Evidence begin(Path file, RunFacts facts, Assignment assignment, Discretion discretion, Redaction redaction)
            throws IOException {
        Clock clock = Clock.systemUTC();
        Facts head = new Facts(
                facts.version(),
                facts.target(),
                facts.endpoint(),
                facts.depth(),
                clock.instant(),
                discretion.masks(),
                new Assignment(
                        redaction.in(assignment.profile()),
                        assignment.clauses(),
                        assignment.tags(),
                        assignment.requests(),
                        assignment.readOnly(),
                        assignment.measured()));
        Har archive = Har.begin(file.getParent(), facts);
        return new Evidence(Recorder.begin(file, head, clock, archive), archive, discretion, redaction);
    }

    synchronized void hear(Exchange exchange) {
        discretion.sent(exchange.sent());
        Exchange shown = discretion.in(exchange.abridged());
        shown = shown.with(redaction.in(shown.sent()), shown.answer());
        tally.count(shown);
        recorder.record(shown);
        if (!over) {
            atHand.add(shown);
        }
    }

    /** What is sent from here on belongs to no scenario. */
    synchronized void scenariosAreOver() {
        over = true;
        atHand.clear();
    }

    /** The exchanges of a scenario that is just over. */
    synchronized List<Exchange> of(ScenarioResult scenario) {
        List<Exchange> all = List.copyOf(atHand);
        atHand.clear();
        all.stream()
                .filter(exchange -> exchange.scenario().equals(scenario.name()))
                .findFirst()
                .ifPresent(exchange -> samples.put(scenario, exchange.number()));
        return all;
    }

    /** All exchanges by their numbers; nothing more is recorded from here on. */
    List<Exchange> exchanges() {
        try {
            recording = recorder.finish();
            archive.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the recording cannot be finished", e);
        }
        return recording.asList();
    }

    /** Whether contacts that are not the run's own are masked. */
    boolean masks() {
        return discretion.masks();
    }

    Tally tally() {
        return tally;
    }

    /** The exchange that shows a finding, if a single one does. */
    Optional<Recorded> of(Finding finding) {
        int number = finding.deviation().request();
        return number == 0 ? Optional.empty() : Optional.of(read(number));
    }

    /** An exchange of the scenario's own, if it had any. */
    Optional<Recorded> sample(ScenarioResult scenario) {
        return Optional.ofNullable(samples.get(scenario)).map(this::read);
    }

    private Recorded read(int number) {
        try {
            return Objects.requireNonNull(recording, "the recording is not finished")
                    .exchange(number);
        } catch (IOException e) {
            throw new UncheckedIOException("the recording cannot be read again", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            recorder.close();
        }
    }
}
