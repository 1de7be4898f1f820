package accountspec.cli;

import accountspec.exchange.Redaction;
import accountspec.journal.Custody;
import accountspec.journal.Entries;
import accountspec.journal.Hands;
import accountspec.journal.JournalException;
import accountspec.journal.Restoration;
import accountspec.target.Target;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Time;
import accountspec.wire.Bounds;
import accountspec.wire.LiveWire;
import accountspec.wire.RedactingWire;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finishes what a run that was killed left undone. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        header = "Put a target's contacts back as a run's journal has them.",
        description = {
            "",
            "For a run that was killed, or whose target was gone when it ended. May be run again, and again.",
            "Exit status: 0 everything is as it was, 2 the journal or the profile cannot be used, 6 something is not.",
            ""
        })
final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "JOURNAL", description = "The file that certify named.")
    private Path file;

    @Option(
            names = "--target",
            paramLabel = "FILE",
            description = "The target's profile. Default: the one that the run was started with.")
    private @Nullable Path profile;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Target target = Target.load(profile == null ? recorded() : profile);
        Session.resolveCredentials(target);
        Redaction redaction = new Redaction();
        redaction.hide(target.secrets());
        PrintWriter out = spec.commandLine().getOut();
        try (LiveWire live =
                new LiveWire(target.endpoint(), Bounds.within(target.patience().timeout()))) {
            Hands hands = Session.hands(
                    target,
                    new RedactingWire(live, redaction),
                    party -> ProfileSigners.of(target, party),
                    Session.pace(target),
                    Time.REAL);
            try (Custody custody = new Custody(hands)) {
                Restoration restoration = custody.finish(file);
                tell(restoration, target, out);
                return restoration.amiss().isEmpty() ? 0 : Main.NOT_RESTORED;
            }
        }
    }

    private Path recorded() {
        return Entries.read(file)
                .profile()
                .orElseThrow(() -> new JournalException(
                        "the journal " + file + " does not say with which profile its run was started; give --target"));
    }

    private void tell(Restoration restoration, Target target, PrintWriter out) {
        if (restoration.status() == Restoration.Status.NOT_NEEDED) {
            out.println(
                    "The run wrote to no contact of " + target.endpoint() + ", or all of them were put back already.");
            return;
        }
        out.println("restored: " + restoration.status().word());
        restoration.told().forEach(line -> out.println("  " + line));
        restoration.beyond().stream()
                .filter(line -> !restoration.told().contains(line))
                .forEach(line -> out.println("  " + line));
    }
}
