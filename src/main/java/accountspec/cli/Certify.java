package accountspec.cli;

import accountspec.exchange.Discretion;
import accountspec.exchange.Printable;
import accountspec.exchange.Redaction;
import accountspec.journal.Before;
import accountspec.journal.Custody;
import accountspec.journal.Hands;
import accountspec.journal.JournalFolder;
import accountspec.journal.Restoration;
import accountspec.recording.Assignment;
import accountspec.recording.Tally;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.rehearsal.Rehearsal;
import accountspec.report.AllureFiles;
import accountspec.report.Console;
import accountspec.report.Course;
import accountspec.report.Curl;
import accountspec.report.History;
import accountspec.report.RunFacts;
import accountspec.report.Strength;
import accountspec.report.Traffic;
import accountspec.run.FeatureRun;
import accountspec.run.Repeats;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.spec.PageMap;
import accountspec.target.Hosts;
import accountspec.target.Party;
import accountspec.target.Signing;
import accountspec.target.Target;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.Repeat;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.Score;
import accountspec.wire.Bounds;
import accountspec.wire.LiveWire;
import accountspec.wire.Pace;
import accountspec.wire.RedactingWire;
import accountspec.wire.Signer;
import accountspec.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "It overwrites the alternate contacts of the accounts in the profile, and puts them back as they were, where"
                    + " the profile offers read-back and delete.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 conforms (perhaps in part: what the profile does not offer is unproven, by name), 1 does not"
                    + " conform, 2 wrong usage or file, 3 no verdict, 4 the suite failed, or nothing matched, 5 a waiver"
                    + " is stale, 6 the contacts could not be put back as they were."
        })
final class Certify implements Callable<Integer> {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    @Mixin
    private Asked asked = new Asked();

    @Mixin
    private Consent consent = new Consent();

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Keep this run's report there, and tell what changed since the last one.")
    private @Nullable Path history;

    @Option(
            names = "--notify-on",
            paramLabel = "change",
            description = "Say nothing and end with 0, unless something changed since the last run: then one paragraph,"
                    + " and an exit status that is not 0. Wants --history.")
    private @Nullable NotifyOn notifyOn;

    /** What is worth a word. */
    enum NotifyOn {
        CHANGE
    }

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
        if (notifyOn != null && history == null) {
            throw new IllegalArgumentException(
                    "--notify-on change wants --history DIR, to know what the last run said");
        }
        ready = LiveWire.warmUp();
        ClauseBook book = ClauseBook.bundled();
        Selection selection = asked.selection(book);
        Optional<Target> named = asked.target();
        if (named.isPresent()) {
            return certify(named.get(), book, selection, Optional.of(JournalFolder.usual()));
        }
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            // Its contacts end with it: there is nothing to put back.
            return certify(
                    Target.read("the embedded reference endpoint", server.profileYaml(), Map.of()),
                    book,
                    selection,
                    Optional.empty());
        }
    }

    private int certify(Target target, ClauseBook book, Selection wanted, Optional<JournalFolder> folder)
            throws IOException {
        target.validate(book);
        List<ScenarioResult> leftOut =
                consent.isReadOnly() ? Rehearsal.of(target, book, wanted).writing() : List.of();
        Selection selection = wanted.without(leftOut);
        if (Hosts.isAws(target.endpoint()) && !consent.isReadOnly()) {
            consent.requireOwned(Rehearsal.of(target, book, selection).written());
        }
        Redaction redaction = new Redaction();
        Session.resolveCredentials(target);
        redaction.hide(target.secrets());
        Pace pace = Session.pace(target);
        try (LiveWire live =
                new LiveWire(target.endpoint(), Bounds.within(target.patience().timeout()))) {
            Wire wire = new RedactingWire(live, redaction);
            Hands hands = Session.hands(target, wire, party -> ProfileSigners.of(target, party), pace, Time.REAL);
            try (Custody custody = new Custody(hands);
                    Interruption interruption = Interruption.tells(custody::stop)) {
                List<String> warnings = new ArrayList<>();
                if (consent.isReadOnly()) {
                    custody.expectNoWrites();
                    warnings.add(leftOut(leftOut));
                }
                folder.ifPresent(journals -> warnings.addAll(custody(target, journals, hands, custody)));
                // Contacts of the embedded endpoint are nobody's.
                Discretion discretion =
                        showValues || folder.isEmpty() ? Discretion.none() : Discretion.about(Session.sensitive());
                int status = run(new Parts(
                        new Sitting(
                                asked.reports(),
                                asked.depth().word(),
                                asked.command(),
                                asked.assignment(target, consent.isReadOnly(), !noMeasure),
                                LocalDate.now()),
                        target,
                        book,
                        selection,
                        redaction,
                        discretion,
                        wire,
                        party -> ProfileSigners.of(target, party),
                        pace,
                        hands,
                        custody,
                        interruption,
                        warnings));
                interruption.over(status);
                return status;
            }
        }
    }

    /**
     * What a run is asked to do, and where it writes.
     *
     * @param command that makes such a run, as it can be typed again
     * @param today decides whether a waiver still holds
     */
    record Sitting(Path reports, String depth, String command, Assignment assignment, LocalDate today) {}

    /** What a run is put together from. */
    record Parts(
            Sitting sitting,
            Target target,
            ClauseBook book,
            Selection selection,
            Redaction redaction,
            Discretion discretion,
            Wire wire,
            Function<Party, Signer> signers,
            Pace pace,
            Hands hands,
            Custody custody,
            Time time,
            List<String> warnings) {}

    /** Sees to it that everything that is written over can be put back, or that it was agreed that it cannot. */
    private List<String> custody(Target target, JournalFolder folder, Hands hands, Custody custody) {
        boolean here = Hosts.isThisMachine(target.endpoint());
        custody.check(folder, consent.journal(), here);
        Before before = custody.look();
        consent.requireOverwrite(target, before, hands);
        if (before.gone().isPresent() && !here) {
            custody.stop("the target's contacts could not be read, so nothing was written over: "
                    + before.gone().get());
        }
        custody.keep(folder, consent.journal(), asked.profile());
        return custody.warnings();
    }

    int run(Parts parts) throws IOException {
        Target target = parts.target();
        ReportFiles files = ReportFiles.in(parts.sitting().reports());
        AllureFiles allure = new AllureFiles(files.allureResults(), parts.redaction());
        Console console = Console.on(System.out, System.console() != null);
        AtomicReference<RunFacts> facts = new AtomicReference<>(new RunFacts(
                Version.current(),
                Session.operation(),
                PageMap.bundled().sha256(),
                target.name(),
                target.endpoint().toString(),
                parts.sitting().depth(),
                parts.sitting().command(),
                0,
                0,
                Duration.ZERO,
                Course.NONE,
                MINUTE.format(ZonedDateTime.now(ZoneOffset.UTC)),
                new Strength(Score.bundled(), 0)));
        allure.describe(parts.book(), facts.get(), files.history(), System.getenv());
        try (Evidence evidence = Evidence.begin(
                files.recording(), facts.get(), parts.sitting().assignment(), parts.discretion(), parts.redaction())) {
            return run(parts, facts, files, allure, console, evidence);
        }
    }

    private int run(
            Parts parts,
            AtomicReference<RunFacts> facts,
            ReportFiles files,
            AllureFiles allure,
            Console console,
            Evidence evidence)
            throws IOException {
        long began = System.nanoTime();
        Target target = parts.target();
        Custody custody = parts.custody();
        Waiting waiting = new Waiting((why, soFar) -> {
            if (notifyOn == null) {
                console.waiting(facts.get(), why, soFar, target.patience().throttled());
            }
        });
        Trial trial = Session.trial(
                target,
                custody.guarded(parts.wire()),
                party -> custody.watching(party, parts.signers().apply(party)),
                parts.pace(),
                parts.time(),
                exchange -> {
                    evidence.hear(exchange);
                    waiting.hear(exchange);
                },
                parts.discretion());
        if (parts.sitting().assignment().readOnly()) {
            trial.readOnly();
        }
        FeatureRun run = new FeatureRun(
                trial, parts.book(), target, parts.selection(), parts.sitting().today(), result -> {
                    allure.attach(evidence.of(result));
                    if (notifyOn == null) {
                        console.progress(result, facts.get().planned());
                    }
                });
        List<ScenarioResult> results;
        Certificate judged;
        Map<String, Repeat> repeats;
        Insight insight;
        Duration asking;
        Restoration restoration = Restoration.NOT_NEEDED;
        ready.join();
        try {
            results = run.run(files.plugins(), planned -> {
                facts.set(facts.get().planning(planned));
                if (notifyOn == null) {
                    console.begin(facts.get());
                    console.warn(parts.warnings());
                }
            });
            allure.beginHtml(files.allureReport());
            evidence.scenariosAreOver();
            judged = Certificate.of(
                            parts.book(),
                            results,
                            custody.stoppedEarly().or(trial::withoutVerdict),
                            target.waivers(),
                            parts.sitting().today())
                    .trusting(trial.positiveControls().unnoticed());
            repeats = new Repeats(trial, parts.book(), target, parts.selection(), parts.time()).of(judged);
            insight = Insight.into(
                    judged,
                    trial,
                    evidence::exchanges,
                    parts.sitting().assignment().measured()
                            && !parts.sitting().assignment().readOnly());
        } finally {
            asking = Duration.ofNanos(System.nanoTime() - began);
            restoration = putBack(custody, trial.hopeless().isEmpty());
        }
        Certificate certificate = isLost(restoration, judged) ? judged.unrestored(restoration.amiss()) : judged;
        parts.redaction().hide(target.secrets());
        RunFacts after = facts.get()
                .after(
                        trial.requests() + parts.hands().requests(),
                        Duration.ofNanos(System.nanoTime() - began),
                        course(restoration, evidence.tally(), asking, target, repeats))
                .with(new Strength(
                        facts.get().strength().score(), trial.positiveControls().count()));
        files.write(
                certificate, after, insight, evidence, new Curl(target.endpoint(), signing(target)), parts.redaction());
        allure.html();
        List<Path> withheld = files.withhold(target.secrets());
        withheld.forEach(file -> System.err.println("accountspec: " + file + " held a secret of the profile's and was"
                + " deleted. This is a fault of accountspec, please report it (without the secret)."));
        int status = told(certificate, insight, after, files, console);
        return withheld.isEmpty() ? status : Main.SUITE_FAILED;
    }

    private int told(Certificate certificate, Insight insight, RunFacts facts, ReportFiles files, Console console)
            throws IOException {
        int status = certificate.outcome().exitStatus();
        Optional<History.Change> change = Optional.empty();
        if (history != null) {
            change = Optional.of(new History(history)
                    .keep(
                            files.folder().resolve("report.json"),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()));
        }
        Optional<String> paragraph = change.map(news ->
                Printable.line(news.told(facts.target(), certificate.outcome().word(), status), 4_000));
        if (notifyOn == null) {
            console.causes(certificate, insight.diagnosis());
            console.end(certificate, facts, files.told());
            paragraph.ifPresent(text -> System.out.println(System.lineSeparator() + text));
            return status;
        }
        boolean isNews = change.map(History.Change::isNews).orElse(true) || status >= Main.SUITE_FAILED;
        if (!isNews) {
            return 0;
        }
        System.out.println(paragraph.orElse(""));
        certificate.reasons().stream().limit(3).forEach(reason -> System.out.println(Printable.line(reason, 300)));
        return status == 0 && change.flatMap(History.Change::since).isPresent() ? 1 : status;
    }

    private static String leftOut(List<ScenarioResult> scenarios) {
        List<String> clauses = scenarios.stream()
                .flatMap(scenario -> scenario.clauses().stream())
                .distinct()
                .toList();
        return "read-only: " + scenarios.size() + " scenarios are left out, since they write or may be accepted, of "
                + String.join(", ", clauses);
    }

    /** A target that was gone in the middle of the run, and had nobody's contact to lose, has no verdict: that says enough. */
    private static boolean isLost(Restoration restoration, Certificate judged) {
        return restoration.lost()
                || restoration.status() == Restoration.Status.NOT_PROVEN
                        && judged.outcome() != Certificate.Outcome.NO_VERDICT;
    }

    /** The journal stays until all is as it was; then only where somebody named it. */
    private Restoration putBack(Custody custody, boolean patient) {
        Restoration restoration = custody.putBack(patient);
        if (restoration.status() != Restoration.Status.NOT_PROVEN
                && consent.journal().isEmpty()) {
            custody.discard();
        }
        return restoration;
    }

    private static Course course(
            Restoration restoration, Tally tally, Duration asking, Target target, Map<String, Repeat> repeats) {
        return new Course(
                restoration.status().word(),
                restoration.told(),
                restoration
                        .journal()
                        .filter(file -> restoration.status() == Restoration.Status.NOT_PROVEN)
                        .map(Path::toString),
                Traffic.of(tally, asking, Session.leastTime(target, tally)),
                repeats);
    }

    private static Optional<String> signing(Target target) {
        return target.signing() instanceof Signing.SigV4 sigV4
                ? Optional.of("aws:amz:" + sigV4.region() + ":" + sigV4.service())
                : Optional.empty();
    }
}
