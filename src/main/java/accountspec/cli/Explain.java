package accountspec.cli;

import accountspec.exchange.Exchange;
import accountspec.reference.ReferenceEndpoint;
import accountspec.run.Depth;
import accountspec.run.FeatureRun;
import accountspec.run.NothingSelected;
import accountspec.run.Selection;
import accountspec.spec.Clause;
import accountspec.spec.ClauseBook;
import accountspec.target.Target;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.verdict.ScenarioResult;
import java.io.PrintWriter;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells all there is to tell about one clause. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header = "Tell what a clause says, where it comes from, and how it is tried.",
        description = {""})
final class Explain implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "A clause, as in PAC-EMAIL-2.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ClauseBook book = ClauseBook.bundled();
        Clause clause = book.require(id);
        PrintWriter out = spec.commandLine().getOut();
        out.println(clause.id() + "  " + clause.text());
        out.println();
        out.println("page      " + clause.place());
        out.println("standing  " + clause.standing().word()
                + clause.reason().map(reason -> ": " + reason).orElse(""));
        if (!clause.readings().isEmpty()) {
            out.println("readings  " + String.join(" or ", clause.readings()));
        }
        clause.notes().forEach(note -> out.println("note      (" + note.dated() + ") " + note.text()));
        scenarios(book, out);
        out.flush();
        return 0;
    }

    /** Runs the clause's scenarios against the reference endpoint in memory, to see what they send. */
    private void scenarios(ClauseBook book, PrintWriter out) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        Target target =
                Target.read("the reference endpoint", endpoint.profileYaml(URI.create("http://127.0.0.1:1")), Map.of());
        List<Exchange> exchanges = new ArrayList<>();
        Trial trial = Session.trial(target, endpoint::answer, Time.REAL, exchanges::add);
        Selection selection = Selection.of(Depth.FULL, List.of(id), Optional.empty(), book);
        FeatureRun run = new FeatureRun(trial, book, target, selection, LocalDate.now(), result -> {});
        out.println();
        List<ScenarioResult> results;
        try {
            results = run.run(List.of(), planned -> {});
        } catch (NothingSelected e) {
            out.println("No scenario tries it.");
            return;
        }
        out.println("Scenarios, and what they send");
        for (ScenarioResult scenario : results) {
            out.println("  " + scenario.name() + "  (" + scenario.at() + ")");
            exchanges.stream()
                    .filter(exchange -> exchange.scenario().equals(scenario.name()))
                    .limit(10)
                    .forEach(exchange -> out.println("      " + exchange.told()));
            long sent = exchanges.stream()
                    .filter(exchange -> exchange.scenario().equals(scenario.name()))
                    .count();
            if (sent > 10) {
                out.println("      and " + (sent - 10) + " more like it");
            }
        }
    }
}
