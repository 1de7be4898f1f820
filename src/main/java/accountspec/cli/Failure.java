package accountspec.cli;

import accountspec.journal.JournalException;
import accountspec.names.Names;
import accountspec.spec.SpecException;
import accountspec.target.ProfileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words and an exit status; nobody should have to read a stack trace for a typing error. */
final class Failure {

    private Failure() {}

    static int told(Throwable thrown, PrintWriter err) {
        if (isTheirs(thrown)) {
            err.println("accountspec: " + thrown.getMessage());
            return Main.USAGE;
        }
        err.println(
                "accountspec: the suite itself failed. This is a fault of accountspec, please report it with this:");
        thrown.printStackTrace(err);
        return Main.SUITE_FAILED;
    }

    /** Whether the message is meant for whoever typed the command. */
    private static boolean isTheirs(Throwable thrown) {
        return thrown instanceof ProfileException
                || thrown instanceof SpecException
                || thrown instanceof IllegalArgumentException
                || thrown instanceof IOException
                || thrown instanceof JournalException
                || thrown instanceof accountspec.reference.PortTakenException;
    }

    static int usage(ParameterException thrown, String[] args) {
        CommandLine command = thrown.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("accountspec: " + thrown.getMessage());
        if (thrown instanceof UnmatchedArgumentException unmatched) {
            suggestion(command, unmatched).ifPresent(err::println);
        }
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return Main.USAGE;
    }

    private static Optional<String> suggestion(CommandLine command, UnmatchedArgumentException unmatched) {
        List<String> known = new ArrayList<>();
        known.addAll(command.getSubcommands().keySet());
        known.addAll(command.getCommandSpec().optionsMap().keySet());
        String first = unmatched.getUnmatched().get(0);
        return Names.nearest(first, known).map(near -> "Did you mean " + near + "?");
    }
}
