package accountspec.cli;

import accountspec.exchange.Discretion;
import accountspec.exchange.Printable;
import accountspec.exchange.Redaction;
import accountspec.journal.Custody;
import accountspec.journal.Hands;
import accountspec.journal.Restoration;
import accountspec.recording.Assignment;
import accountspec.recording.Tally;
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
import accountspec.target.Party;
import accountspec.target.Signing;
import accountspec.target.Target;
import accountspec.trial.Numbers;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.Repeat;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.Score;
import accountspec.wire.Pace;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One run: the features against a target, every report, and what a person is told. */
final class Certification {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private final Parts parts;
    private final Sitting sitting;
    private final Target target;
    private final Custody custody;

    Certification(Parts parts) {
        this.parts = parts;
        this.sitting = parts.sitting();
        this.target = parts.target();
        this.custody = parts.custody();
    }

    /**
     * What a run is asked to do, and where it writes.
     *
     * @param command that makes such a run, as it can be typed again
     * @param today decides whether a waiver still holds
     * @param history where this run's report is kept beside those of others, if it is
     * @param quiet whether only what changed is told
     * @param journalStays whether the journal stays even where nothing is left to put back
     */
    record Sitting(
            Path reports,
            String depth,
            String command,
            Assignment assignment,
            LocalDate today,
            Optional<Path> history,
            boolean quiet,
            boolean journalStays) {

        /** As it is where nobody asked for anything else. */
        static Sitting plain(Path reports, String depth, String command, Assignment assignment, LocalDate today) {
            return new Sitting(reports, depth, command, assignment, today, Optional.empty(), false, false);
        }
    }

    /**
     * What a run is put together from.
     *
     * @param ready complete once the wire can be used beside Cucumber
     */
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
            Numbers numbers,
            List<String> warnings,
            CompletableFuture<Void> ready) {}

    /** @return the exit status */
    int run() throws IOException {
        try (ReportFiles files = ReportFiles.in(sitting.reports())) {
            return run(files);
        }
    }

    private int run(ReportFiles files) throws IOException {
        AllureFiles allure = new AllureFiles(files.allureResults(), parts.redaction());
        Console console = Console.on(System.out, System.console() != null, System.getenv());
        AtomicReference<RunFacts> facts = new AtomicReference<>(new RunFacts(
                Version.current(),
                Session.operation(),
                PageMap.bundled().sha256(),
                target.name(),
                target.endpoint().toString(),
                sitting.depth(),
                sitting.command(),
                0,
                0,
                Duration.ZERO,
                Course.NONE,
                MINUTE.format(ZonedDateTime.now(ZoneOffset.UTC)),
                new Strength(Score.bundled(), 0)));
        allure.describe(parts.book(), facts.get(), files.history(), System.getenv());
        try (Evidence evidence = Evidence.begin(
                files.recording(), facts.get(), sitting.assignment(), parts.discretion(), parts.redaction())) {
            return run(facts, files, allure, console, evidence);
        }
    }

    private int run(
            AtomicReference<RunFacts> facts, ReportFiles files, AllureFiles allure, Console console, Evidence evidence)
            throws IOException {
        long began = System.nanoTime();
        Waiting waiting = new Waiting((why, soFar) -> {
            if (!sitting.quiet()) {
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
        trial.number(parts.numbers());
        if (sitting.assignment().readOnly()) {
            trial.readOnly();
        }
        FeatureRun run = new FeatureRun(trial, parts.book(), target, parts.selection(), sitting.today(), result -> {
            allure.attach(evidence.of(result));
            if (!sitting.quiet()) {
                console.progress(result, facts.get().planned());
            }
        });
        List<ScenarioResult> results;
        Certificate judged;
        Map<String, Repeat> repeats;
        Insight insight;
        Duration asking;
        Restoration restoration = Restoration.NOT_NEEDED;
        parts.ready().join();
        try {
            results = run.run(files.plugins(), planned -> {
                facts.set(facts.get().planning(planned));
                if (!sitting.quiet()) {
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
                            sitting.today())
                    .trusting(trial.positiveControls().unnoticed());
            repeats = new Repeats(trial, parts.book(), target, parts.selection(), parts.time()).of(judged);
            insight = Insight.into(
                    judged,
                    trial,
                    evidence::exchanges,
                    sitting.assignment().measured() && !sitting.assignment().readOnly());
        } finally {
            asking = Duration.ofNanos(System.nanoTime() - began);
            restoration = putBack(trial.hopeless().isEmpty());
        }
        Certificate certificate = isLost(restoration, judged) ? judged.unrestored(restoration.amiss()) : judged;
        parts.redaction().hide(target.secrets());
        RunFacts after = facts.get()
                .after(
                        trial.requests() + parts.hands().requests(),
                        Duration.ofNanos(System.nanoTime() - began),
                        course(restoration, evidence.tally(), asking, repeats))
                .with(new Strength(
                        facts.get().strength().score(), trial.positiveControls().count()));
        files.write(certificate, after, insight, evidence, new Curl(target.endpoint(), signing()), parts.redaction());
        List<Path> withheld = files.withhold(target.secrets(), allure::html);
        withheld.forEach(file -> System.err.println("accountspec: " + file + " held a secret of the profile's and was"
                + " deleted. This is a fault of accountspec, please report it (without the secret)."));
        int status = told(certificate, insight, after, files, console);
        return withheld.isEmpty() ? status : Main.SUITE_FAILED;
    }

    private int told(Certificate certificate, Insight insight, RunFacts facts, ReportFiles files, Console console)
            throws IOException {
        int status = certificate.outcome().exitStatus();
        Optional<History.Change> change = Optional.empty();
        if (sitting.history().isPresent()) {
            change = Optional.of(new History(sitting.history().get())
                    .keep(
                            files.folder().resolve("report.json"),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()));
        }
        Optional<String> paragraph = change.map(news ->
                Printable.line(news.told(facts.target(), certificate.outcome().word(), status), 4_000));
        if (!sitting.quiet()) {
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

    /** A target that was gone in the middle of the run, and had nobody's contact to lose, has no verdict: that says enough. */
    private static boolean isLost(Restoration restoration, Certificate judged) {
        return restoration.lost()
                || restoration.status() == Restoration.Status.NOT_PROVEN
                        && judged.outcome() != Certificate.Outcome.NO_VERDICT;
    }

    /** The journal stays until all is as it was; then only where somebody named it. */
    private Restoration putBack(boolean patient) {
        Restoration restoration = custody.putBack(patient);
        if (restoration.status() != Restoration.Status.NOT_PROVEN && !sitting.journalStays()) {
            custody.discard();
        }
        return restoration;
    }

    private Course course(Restoration restoration, Tally tally, Duration asking, Map<String, Repeat> repeats) {
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

    private Optional<String> signing() {
        return target.signing() instanceof Signing.SigV4 sigV4
                ? Optional.of("aws:amz:" + sigV4.region() + ":" + sigV4.service())
                : Optional.empty();
    }
}
