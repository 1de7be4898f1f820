package accountspec.cli;

import accountspec.exchange.Discretion;
import accountspec.exchange.Exchange;
import accountspec.exchange.Redaction;
import accountspec.recording.Assignment;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.report.AllureFiles;
import accountspec.report.Course;
import accountspec.report.Curl;
import accountspec.report.RunFacts;
import accountspec.report.Strength;
import accountspec.run.Depth;
import accountspec.run.FeatureRun;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.spec.PageMap;
import accountspec.target.Target;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.Score;
import accountspec.wire.Bounds;
import accountspec.wire.LiveWire;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The features against the reference endpoint, with nothing around them: "silent" judges and tells nobody, "told" records
 * each exchange and writes every report as well, but for Allure's HTML. What they take, one beside the other, is what
 * reports cost. It stands in the package of the command line, whose parts it puts together.
 *
 * <pre>java --class-path target/accountspec.jar src/bench/Reports.java told full target/bench/told</pre>
 */
public final class Reports {

    private Reports() {}

    public static void main(String[] args) throws Exception {
        boolean told = args[0].equals("told");
        Depth depth = Depth.valueOf(args[1].toUpperCase(Locale.ROOT));
        LiveWire.warmUp();
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            Target target = Target.read("the embedded reference endpoint", server.profileYaml(), Map.of());
            ClauseBook book = ClauseBook.bundled();
            Selection selection = Selection.of(depth, List.of(), Optional.empty(), book);
            try (LiveWire wire =
                    new LiveWire(target.endpoint(), Bounds.within(target.patience().timeout()))) {
                if (told) {
                    told(target, book, selection, wire, Path.of(args[2]));
                } else {
                    silent(target, book, selection, wire);
                }
            }
        }
        System.exit(0); // Allure's writer waits for more
    }

    private static void silent(Target target, ClauseBook book, Selection selection, LiveWire wire) {
        Trial trial = Session.trial(target, wire, Time.REAL, exchange -> {});
        judged(target, book, results(trial, book, target, selection, List.of(), result -> {}));
    }

    private static void told(Target target, ClauseBook book, Selection selection, LiveWire wire, Path folder)
            throws Exception {
        Redaction redaction = new Redaction();
        redaction.hide(target.secrets());
        ReportFiles files = ReportFiles.in(folder);
        AllureFiles allure = new AllureFiles(files.allureResults(), redaction);
        RunFacts facts = new RunFacts(
                Version.current(),
                Session.operation(),
                PageMap.bundled().sha256(),
                target.name(),
                target.endpoint().toString(),
                "full",
                "bench",
                0,
                0,
                Duration.ZERO,
                Course.NONE,
                "",
                new Strength(Score.bundled(), 0));
        allure.describe(book, facts, files.history(), System.getenv());
        withoutHtml(allure);
        try (Evidence evidence =
                Evidence.begin(files.recording(), facts, Assignment.UNKNOWN, Discretion.none(), redaction)) {
            Consumer<Exchange> heard = evidence::hear;
            Trial trial = Session.trial(target, wire, Time.REAL, heard);
            List<ScenarioResult> results = results(
                    trial,
                    book,
                    target,
                    selection,
                    files.plugins(),
                    result -> allure.attach(evidence.of(result)));
            evidence.scenariosAreOver();
            Certificate certificate = judged(target, book, results);
            Insight insight = Insight.into(certificate, trial, evidence::exchanges, true);
            files.write(
                    certificate,
                    facts,
                    insight,
                    evidence,
                    new Curl(target.endpoint(), Optional.of("aws:amz:us-east-1:account")),
                    redaction);
            allure.finishResults();
            files.withhold(target.secrets(), files::allureReport);
        }
    }

    /** Else it would load its HTML's generator beside the run. */
    private static void withoutHtml(AllureFiles allure) throws ReflectiveOperationException {
        Field warm = AllureFiles.class.getDeclaredField("warm");
        warm.setAccessible(true);
        warm.set(allure, CompletableFuture.completedFuture(null));
    }

    private static List<ScenarioResult> results(
            Trial trial,
            ClauseBook book,
            Target target,
            Selection selection,
            List<String> plugins,
            Consumer<ScenarioResult> told) {
        return new FeatureRun(trial, book, target, selection, LocalDate.now(), told).run(plugins, planned -> {});
    }

    private static Certificate judged(Target target, ClauseBook book, List<ScenarioResult> results) {
        Certificate certificate =
                Certificate.of(book, results, Optional.empty(), target.waivers(), LocalDate.now());
        if (certificate.outcome().exitStatus() != 0) {
            throw new IllegalStateException("the reference endpoint does not conform: " + certificate.reasons());
        }
        return certificate;
    }
}
