package accountspec.cli;

import accountspec.exchange.Discretion;
import accountspec.exchange.Redaction;
import accountspec.journal.Before;
import accountspec.journal.Custody;
import accountspec.journal.Hands;
import accountspec.journal.JournalFolder;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.rehearsal.Rehearsal;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.target.Hosts;
import accountspec.target.Target;
import accountspec.trial.Numbers;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Time;
import accountspec.verdict.ScenarioResult;
import accountspec.wire.Bounds;
import accountspec.wire.LiveWire;
import accountspec.wire.Pace;
import accountspec.wire.RedactingWire;
import accountspec.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
            converter = Converters.ForNotifyOn.class,
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

    /** Loads what every run needs, while its command line is still being read. */
    static void prepare() {
        LiveWire.warmUp();
        CompletableFuture.runAsync(Session::operation);
    }

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
                int status = new Certification(new Certification.Parts(
                                new Certification.Sitting(
                                        asked.reports(),
                                        asked.depth().word(),
                                        asked.command(),
                                        asked.assignment(target, consent.isReadOnly(), !noMeasure),
                                        LocalDate.now(),
                                        Optional.ofNullable(history),
                                        notifyOn != null,
                                        consent.journal().isPresent()),
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
                                Numbers.counting(),
                                warnings,
                                ready))
                        .run();
                interruption.over(status);
                return status;
            }
        }
    }

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
        custody.keepOnceRead(folder, consent.journal(), asked.profile());
        return custody.warnings();
    }

    private static String leftOut(List<ScenarioResult> scenarios) {
        List<String> clauses = scenarios.stream()
                .flatMap(scenario -> scenario.clauses().stream())
                .distinct()
                .toList();
        return "read-only: " + scenarios.size() + " scenarios are left out, since they write or may be accepted, of "
                + String.join(", ", clauses);
    }
}
