package accountspec.cli;

import accountspec.exchange.Discretion;
import accountspec.exchange.Exchange;
import accountspec.exchange.Redaction;
import accountspec.operation.Operation;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.report.AllureFiles;
import accountspec.report.Console;
import accountspec.report.Curl;
import accountspec.report.RunFacts;
import accountspec.run.Depth;
import accountspec.run.FeatureRun;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.spec.OperationFolder;
import accountspec.spec.PageMap;
import accountspec.target.Signing;
import accountspec.target.Target;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.ScenarioResult;
import accountspec.wire.Bounds;
import accountspec.wire.LiveWire;
import accountspec.wire.RedactingWire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the features against a target and writes every report. */
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        header = "Run the features against an endpoint and say whether it conforms.",
        description = {
            "",
            "With neither --target nor --endpoint it starts the embedded reference endpoint on 127.0.0.1 and certifies"
                    + " that: a look at what the suite does, with nothing to set up.",
            "",
            "It overwrites the alternate contacts of the accounts in the profile.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 conforms (perhaps in part: what the profile does not offer is unproven, by name), 1 does not"
                    + " conform, 2 wrong usage or file, 3 no verdict, 4 the suite failed, or nothing matched, 5 a waiver"
                    + " is stale."
        })
final class Certify implements Callable<Integer> {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    @ArgGroup
    private @Nullable Where where;

    private static final class Where {
        @Option(
                names = "--target",
                paramLabel = "FILE",
                description = "The target's profile: endpoint, callers, organizations (YAML; see the README).")
        private @Nullable Path target;

        @Option(
                names = "--endpoint",
                paramLabel = "URL",
                description = "The endpoint alone, signed for with the AWS default credentials chain: one account,"
                        + " nothing else offered.")
        private @Nullable String endpoint;
    }

    @Option(
            names = "--depth",
            paramLabel = "core|full",
            defaultValue = "full",
            converter = Converters.ForDepth.class,
            description = "How much to ask: core touches every clause, full asks everything. Default: full.")
    private Depth depth = Depth.FULL;

    @Option(
            names = "--requests",
            paramLabel = "N",
            converter = Converters.ForRequests.class,
            description = "Only the scenarios that catch the most for about so many requests, of those selected.")
    private @Nullable Integer requests;

    @Option(
            names = "--clause",
            paramLabel = "ID",
            description = "Only this clause, as in PAC-EMAIL-2. May be given again.")
    private List<String> clauses = List.of();

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Only scenarios with these tags, as in '@PAC-EMAIL-2 and not @full'.")
    private @Nullable String tags;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "Where to write. Default: reports.")
    private Path reports = Path.of("reports");

    @Option(
            names = "--show-values",
            description = "Show in the reports what is read back even where it is not the run's own: names, titles,"
                    + " addresses and numbers of contacts that were there before. They are masked otherwise.")
    private boolean showValues;

    @Option(
            names = "--no-measure",
            description = "Send nothing but the scenarios: do not measure what a target that deviates does instead.")
    private boolean noMeasure;

    private CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);

    @Override
    public Integer call() throws IOException {
        ready = LiveWire.warmUp();
        ClauseBook book = ClauseBook.bundled();
        Selection selection = selection(book);
        if (where != null) {
            Target target = where.target != null ? Target.load(where.target) : Target.of(where.endpoint);
            return certify(target, book, selection, discretion());
        }
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            return certify(
                    Target.read("the embedded reference endpoint", server.profileYaml(), Map.of()),
                    book,
                    selection,
                    Discretion.none());
        }
    }

    private Discretion discretion() {
        return showValues ? Discretion.none() : Discretion.about(Session.put().sensitive());
    }

    private Selection selection(ClauseBook book) {
        Selection selection = Selection.of(depth, clauses, Optional.ofNullable(tags), book);
        return requests == null ? selection : selection.within(requests);
    }

    private int certify(Target target, ClauseBook book, Selection selection, Discretion discretion) throws IOException {
        target.validate(book);
        long began = System.nanoTime();
        Redaction redaction = new Redaction();
        Session.resolveCredentials(target);
        redaction.hide(target.secrets());
        ReportFiles files = ReportFiles.in(reports);
        AllureFiles allure = new AllureFiles(files.allureResults(), redaction);
        Console console = Console.on(System.out, System.console() != null);
        AtomicReference<RunFacts> facts = new AtomicReference<>(new RunFacts(
                Version.current(),
                Operation.load(OperationFolder.name()).name(),
                PageMap.bundled().sha256(),
                target.name(),
                target.endpoint().toString(),
                depth.word(),
                command(),
                0,
                0,
                Duration.ZERO,
                MINUTE.format(ZonedDateTime.now(ZoneOffset.UTC))));
        allure.describe(book, facts.get(), files.history(), System.getenv());
        Waiting waiting = new Waiting((why, soFar) ->
                console.waiting(facts.get(), why, soFar, target.patience().throttled()));
        try (LiveWire wire = new LiveWire(
                        target.endpoint(), Bounds.within(target.patience().timeout()));
                Evidence evidence = Evidence.begin(files.recording(), facts.get(), discretion, redaction)) {
            Consumer<Exchange> heard = exchange -> {
                evidence.hear(exchange);
                waiting.hear(exchange);
            };
            Trial trial = Session.trial(target, new RedactingWire(wire, redaction), Time.REAL, heard, discretion);
            FeatureRun run = new FeatureRun(trial, book, target, selection, LocalDate.now(), result -> {
                allure.attach(evidence.of(result));
                console.progress(result, facts.get().planned());
            });
            ready.join();
            List<ScenarioResult> results = run.run(files.plugins(), planned -> {
                facts.set(facts.get().planning(planned));
                console.begin(facts.get());
            });
            Certificate certificate = Certificate.of(
                            book, results, trial.withoutVerdict(), target.waivers(), LocalDate.now())
                    .trusting(trial.positiveControls().unnoticed());
            Insight insight = Insight.into(certificate, trial, evidence::exchanges, !noMeasure);
            redaction.hide(target.secrets());
            RunFacts after = facts.get().after(trial.requests(), Duration.ofNanos(System.nanoTime() - began));
            files.write(certificate, after, insight, evidence, new Curl(target.endpoint(), signing(target)), redaction);
            allure.html(files.allureReport());
            List<Path> withheld = files.withhold(target.secrets());
            console.causes(certificate, insight.diagnosis());
            console.end(certificate, after, files.told());
            withheld.forEach(
                    file -> System.err.println("accountspec: " + file + " held a secret of the profile's and was"
                            + " deleted. This is a fault of accountspec, please report it (without the secret)."));
            return withheld.isEmpty() ? certificate.outcome().exitStatus() : Main.SUITE_FAILED;
        }
    }

    /** What to type for another such run, but for what of it. */
    private String command() {
        String certify = "./accountspec certify";
        if (where == null) {
            return certify;
        }
        return where.target != null
                ? certify + " --target " + typed(where.target.toString())
                : certify + " --endpoint " + typed(String.valueOf(where.endpoint));
    }

    /** As a shell takes it for one word. */
    private static String typed(String word) {
        return word.matches("[\\w./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static Optional<String> signing(Target target) {
        return target.signing() instanceof Signing.SigV4 sigV4
                ? Optional.of("aws:amz:" + sigV4.region() + ":" + sigV4.service())
                : Optional.empty();
    }
}
