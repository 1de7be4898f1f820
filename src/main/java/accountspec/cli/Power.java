package accountspec.cli;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.names.Names;
import accountspec.operation.Form.Signature;
import accountspec.reference.Flaw;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.World;
import accountspec.run.Depth;
import accountspec.run.Script;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.target.Target;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import accountspec.verdict.ScenarioResult;
import accountspec.wire.Signer;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the features against every flawed endpoint, to see which flaws they catch. */
@Command(
        name = "power",
        mixinStandardHelpOptions = true,
        header = "Run the features against endpoints that are wrong in one way each, and count those they catch.",
        description = {""})
final class Power implements Callable<Integer> {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final String CALLER = "X-Accountspec-Caller";

    @Option(names = "--flaw", paramLabel = "NAME", description = "Only this flaw, with all it leads to.")
    private List<String> only = List.of();

    @Spec
    private CommandSpec spec;

    private final ClauseBook book = ClauseBook.bundled();
    private final Script script = Script.load();

    /** What came of one flaw. */
    private record Judged(Flaw flaw, Certificate certificate) {

        Set<String> found() {
            return certificate.findings().stream().map(Finding::clause).collect(Collectors.toCollection(TreeSet::new));
        }

        boolean isCaught() {
            return found().stream().anyMatch(flaw.clauses()::contains);
        }

        Set<String> unrelated() {
            Set<String> clauses = new TreeSet<>(found());
            clauses.removeAll(flaw.clauses());
            return clauses;
        }
    }

    @Override
    public Integer call() {
        List<Flaw> flaws =
                only.isEmpty() ? Flaw.all() : only.stream().map(Power::named).toList();
        PrintWriter out = spec.commandLine().getOut();
        long began = System.nanoTime();
        List<Judged> judged = flaws.parallelStream().map(this::judge).toList();
        List<String> survivors = new ArrayList<>();
        List<String> spread = new ArrayList<>();
        for (Judged one : judged) {
            String told = one.flaw.name() + "  (" + String.join(", ", one.flaw.clauses()) + ")  "
                    + one.certificate.outcome().word() + "  " + one.found() + "  "
                    + one.certificate.reasons().get(0);
            if (!one.isCaught()) {
                survivors.add(told);
            } else if (!one.unrelated().isEmpty()) {
                spread.add(told);
            }
        }
        survivors.forEach(told -> out.println("survives  " + told));
        spread.forEach(told -> out.println("spreads   " + told));
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        out.println("power %d/%d at full, %d spread, %.1f s, %.1f flaws judged per second"
                .formatted(
                        flaws.size() - survivors.size(), flaws.size(), spread.size(), seconds, flaws.size() / seconds));
        if (!only.isEmpty()) {
            judged.forEach(one -> one.certificate
                    .findings()
                    .forEach(finding -> out.println(finding.deviation().told(finding.clause()) + "\nwhere     "
                            + finding.scenario().name() + " +" + finding.more() + "\n")));
            judged.forEach(one -> one.certificate.clauses().stream()
                    .filter(clause -> clause.verdict() == accountspec.verdict.Verdict.UNPROVEN)
                    .forEach(clause -> out.println(clause.clause().id() + " unproven: " + clause.because())));
        }
        return survivors.isEmpty() && spread.isEmpty() ? 0 : 1;
    }

    private static Flaw named(String name) {
        return Flaw.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no flaw '" + name + "'"
                        + Names.nearest(
                                        name,
                                        Flaw.all().stream().map(Flaw::name).toList())
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("")));
    }

    private Judged judge(Flaw flaw) {
        accountspec.reference.Time imagined = accountspec.reference.Time.imagined(Instant.now());
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(World.standard(), flaw.behaviour(), imagined);
        Target target = Target.read("the reference endpoint", endpoint.profileYaml(NOWHERE), Map.of());
        Trial trial = Session.trial(
                target,
                party -> {
                    Signer real = Session.signer(target, party);
                    String name = party.name().words() + "/" + party.account().orElse("");
                    return (request, signature) ->
                            signature == Signature.RIGHT ? marked(request, name) : real.sign(request, signature);
                },
                request -> answer(endpoint, request),
                new Time() {
                    @Override
                    public long nanos() {
                        Instant now = imagined.now();
                        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
                    }

                    @Override
                    public void pass(Duration time) {
                        imagined.pass(time);
                    }
                },
                exchange -> {});
        List<ScenarioResult> results = script.play(trial, book, target, Selection.all(Depth.FULL), LocalDate.now());
        return new Judged(flaw, Certificate.of(book, results, trial.hopeless(), List.of(), LocalDate.now()));
    }

    private static Sent marked(Sent request, String caller) {
        List<Header> headers = new ArrayList<>(request.headers());
        headers.add(new Header(CALLER, caller));
        return new Sent(request.method(), request.target(), headers, request.body());
    }

    private static Received answer(ReferenceEndpoint endpoint, Sent request) {
        Optional<String> caller = request.header(CALLER);
        return caller.flatMap(name -> endpoint.world()
                        .parties()
                        .filter(party -> name.equals(party.name() + "/" + party.account()))
                        .findFirst())
                .map(party -> endpoint.answer(request, party))
                .orElseGet(() -> endpoint.answer(request));
    }
}
