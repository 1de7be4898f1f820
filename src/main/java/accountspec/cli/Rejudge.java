package accountspec.cli;

import accountspec.exchange.Discretion;
import accountspec.exchange.Redaction;
import accountspec.journal.Custody;
import accountspec.journal.Hands;
import accountspec.recording.Assignment;
import accountspec.recording.Facts;
import accountspec.recording.Recording;
import accountspec.rehearsal.Rehearsal;
import accountspec.replay.Replay;
import accountspec.run.Depth;
import accountspec.run.Script;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.target.Party;
import accountspec.target.Signing;
import accountspec.target.Target;
import accountspec.wire.Pace;
import accountspec.wire.Signer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a run again, from what was recorded of it. */
@Command(
        name = "rejudge",
        mixinStandardHelpOptions = true,
        header = "Judge a run again, from its recording: no target, no credentials, no waiting.",
        description = {
            "",
            "Runs this suite's features against the answers that the run got, and writes the same reports. What a newer"
                    + " suite asks that the run did not ask is unproven: not in the recording. Waivers count as on the"
                    + " day of the run.",
            ""
        },
        footer = {
            "",
            "Exit status: as of certify; 2 also where the recording cannot be used. Whether contacts were put back is not"
                    + " recorded: there is no 6."
        })
final class Rejudge implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUN",
            description = "The folder of the run's reports, or the exchanges.jsonl that is in it.")
    private Path run;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports/rejudged",
            description = "Where to write. Default: reports/rejudged.")
    private Path reports = Path.of("reports/rejudged");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Recording recording = recording();
        Facts facts = recording.facts();
        Assignment assignment = facts.assignment();
        if (!assignment.isKnown()) {
            throw new IllegalArgumentException(recording.file() + ": was made by accountspec " + facts.suite()
                    + ", which did not write down what it was asked; make a new run to judge again");
        }
        ClauseBook book = ClauseBook.bundled();
        Target target = Target.read(recording.file() + ", its profile", assignment.profile(), Map.of());
        target.validate(book);
        Replay replay =
                new Replay(recording, Session.siblings(), target.signing() instanceof Signing.SigV4, scenarios());
        int status = judge(facts, target, book, replay);
        tell(facts, replay.missing());
        return status;
    }

    private static Set<String> scenarios() {
        return Script.load().contents().stream()
                .map(content -> content.scenario().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Recording recording() throws IOException {
        Path file = Files.isDirectory(run) ? run.resolve("exchanges.jsonl") : run;
        if (!Files.exists(file)) {
            throw new FileNotFoundException(
                    file + ": no such file in " + Path.of("").toAbsolutePath());
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (reports.toAbsolutePath().normalize().equals(folder)) {
            throw new IllegalArgumentException("--reports " + reports
                    + " is where the recording is, and would be written over; name another folder");
        }
        return Recording.open(file);
    }

    private int judge(Facts facts, Target target, ClauseBook book, Replay replay) throws IOException {
        Assignment assignment = facts.assignment();
        Function<Party, Signer> signers = party -> replay.signer(party.name().words());
        Pace pace = Pace.of(Map.of());
        Hands hands = Session.hands(target, replay, signers, pace, replay);
        try (Custody custody = new Custody(hands)) {
            Certification.Sitting sitting = Certification.Sitting.plain(
                    reports,
                    facts.depth(),
                    "./accountspec rejudge " + Asked.typed(run.toString()),
                    assignment,
                    LocalDate.ofInstant(facts.began(), ZoneId.systemDefault()));
            return new Certification(new Certification.Parts(
                            sitting,
                            target,
                            book,
                            selection(facts, target, book),
                            new Redaction(),
                            Discretion.none(),
                            replay,
                            signers,
                            pace,
                            hands,
                            custody,
                            replay,
                            replay,
                            List.of(),
                            CompletableFuture.completedFuture(null)))
                    .run();
        }
    }

    private static Selection selection(Facts facts, Target target, ClauseBook book) {
        Assignment assignment = facts.assignment();
        Depth depth = Arrays.stream(Depth.values())
                .filter(one -> one.word().equals(facts.depth()))
                .findFirst()
                .orElse(Depth.FULL);
        Selection all = Selection.of(
                depth, assignment.clauses(), Optional.of(assignment.tags()).filter(tags -> !tags.isEmpty()), book);
        Selection selection = assignment.requests() == 0 ? all : all.within(assignment.requests());
        return assignment.readOnly()
                ? selection.without(Rehearsal.of(target, book, selection).writing())
                : selection;
    }

    private void tell(Facts facts, int missing) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Judged again from " + run + ", which accountspec " + facts.suite() + " recorded on "
                + facts.began().atZone(ZoneId.systemDefault()).toLocalDate() + "; nothing was sent.");
        if (missing > 0) {
            out.println(missing + " requests are " + Replay.NOT_RECORDED + "; what they were to show is unproven.");
        }
        if (facts.masked()) {
            out.println("Contacts that were not the run's own are masked in the recording; two of them that differ may"
                    + " look alike.");
        }
        out.flush();
    }
}
