package accountspec.power;

import accountspec.cause.Causes;
import accountspec.cause.Diagnosis;
import accountspec.exchange.Exchange;
import accountspec.measure.Measured;
import accountspec.measure.Measurement;
import accountspec.memory.InMemory;
import accountspec.operation.Form.Signature;
import accountspec.operation.Operation;
import accountspec.reference.Behaviour;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.World;
import accountspec.run.Script;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.spec.OperationFolder;
import accountspec.target.Need;
import accountspec.target.Party;
import accountspec.target.Target;
import accountspec.trial.Cast;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.Verdict;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Signer;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The features against a reference endpoint of some behaviour, in memory and in imagined time. For any number of threads.
 *
 * <p>Requests are signed only where a signature is their point; elsewhere the endpoint is told the caller.
 */
public record Duel(Script script, ClauseBook book) {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    /**
     * What the suite says of such an endpoint, and what it finds behind it.
     *
     * @param spent requests that the measuring took
     */
    public record Examined(Certificate certificate, Measured measured, Diagnosis diagnosis, int spent) {}

    /** What the suite says of such an endpoint. */
    public Certificate against(Behaviour behaviour, Selection selection) {
        return judged(behaviour, selection, exchange -> {}).certificate;
    }

    /** As {@link #against}, measured as well. */
    public Examined examined(Behaviour behaviour, Selection selection) {
        List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
        Judged judged = judged(behaviour, selection, exchange -> exchanges.add(exchange.abridged()));
        int before = judged.trial.requests();
        Measured measured = Measurement.of(judged.trial, judged.certificate.ids(Verdict.DEVIATES), true);
        Diagnosis diagnosis = Causes.of(judged.certificate, judged.trial.operation(), measured, exchanges);
        return new Examined(judged.certificate, measured, diagnosis, judged.trial.requests() - before);
    }

    private record Judged(Trial trial, Certificate certificate) {}

    private Judged judged(Behaviour behaviour, Selection selection, Consumer<Exchange> heard) {
        accountspec.reference.Time imagined = accountspec.reference.Time.imagined(Instant.now());
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(World.standard(), behaviour, imagined);
        InMemory memory = new InMemory(endpoint, imagined);
        Target target = Target.read("the reference endpoint", endpoint.profileYaml(NOWHERE), Map.of());
        Operation put = Operation.load(OperationFolder.name());
        Cast cast = new Cast(
                target,
                party -> signer(target, party),
                put.sibling(Need.READ_BACK.words()),
                put.sibling(Need.DELETE.words()));
        Trial trial = new Trial(
                put,
                cast,
                memory,
                new Binding(NOWHERE, "accountspec"),
                Pace.of(Map.of()),
                target.patience(),
                memory.time(),
                heard);
        List<ScenarioResult> results = script.play(trial, book, target, selection, LocalDate.now());
        return new Judged(trial, Certificate.of(book, results, trial.withoutVerdict(), List.of(), LocalDate.now()));
    }

    private static Signer signer(Target target, Party party) {
        Signer real = ProfileSigners.of(target, party);
        String name = InMemory.name(party.name().words(), party.account().orElse(""));
        return (request, signature) ->
                signature == Signature.RIGHT ? InMemory.marked(request, name) : real.sign(request, signature);
    }
}
