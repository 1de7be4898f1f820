package accountspec.cli;

import accountspec.exchange.Printable;
import accountspec.journal.JournalException;
import accountspec.names.Names;
import accountspec.run.NothingSelected;
import accountspec.spec.SpecException;
import accountspec.target.ProfileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words and an exit status; nobody should have to read a stack trace for a typing error. */
final class Failure {

    /** How systems say that a disk is full. */
    private static final List<String> NO_ROOM =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private Failure() {}

    static int told(Throwable thrown, PrintWriter err) {
        if (thrown instanceof NothingSelected) {
            err.println("accountspec: " + words(thrown));
            return Main.SUITE_FAILED;
        }
        Optional<String> noRoom = noRoom(thrown);
        if (noRoom.isPresent()) {
            err.println("accountspec: the reports cannot be written: " + shown(noRoom.get())
                    + ". Make room, or name another folder with --reports");
            return Main.USAGE;
        }
        if (isTheirs(thrown)) {
            err.println("accountspec: " + words(thrown));
            return Main.USAGE;
        }
        err.println(
                "accountspec: the suite itself failed. This is a fault of accountspec, please report it with this:");
        thrown.printStackTrace(err);
        return Main.SUITE_FAILED;
    }

    /** What was typed, or stands in a file, is repeated in many a message, and may steer a terminal. */
    private static String words(Throwable thrown) {
        return shown(String.valueOf(thrown.getMessage()));
    }

    private static String shown(String text) {
        return Printable.body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the disk takes no more, in its own words. */
    private static Optional<String> noRoom(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IOException && NO_ROOM.stream().anyMatch(message::contains)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
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
        err.println("accountspec: " + shown(told(thrown, command)));
        err.println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
        return Main.USAGE;
    }

    private static String told(ParameterException thrown, CommandLine command) {
        if (thrown instanceof UnmatchedArgumentException unmatched) {
            return unknown(command, unmatched.getUnmatched().get(0));
        }
        if (thrown.getCause() instanceof TypeConversionException) {
            return name(thrown.getArgSpec()) + " " + thrown.getCause().getMessage();
        }
        if (thrown instanceof MissingParameterException missing) {
            ArgSpec lacking = missing.getMissing().isEmpty()
                    ? thrown.getArgSpec()
                    : missing.getMissing().get(0);
            return lacking == null || lacking.isOption()
                    ? name(lacking) + " wants a value after it"
                    : command.getCommandName() + " wants " + told(lacking);
        }
        if (thrown instanceof MutuallyExclusiveArgsException || thrown instanceof MaxValuesExceededException) {
            return "--target and --endpoint do not go together, nor two of them: a profile says where its endpoint is";
        }
        if (thrown instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given twice; leave one out";
        }
        return String.valueOf(thrown.getMessage());
    }

    private static String name(@Nullable ArgSpec option) {
        return option instanceof OptionSpec named ? named.longestName() : "the option";
    }

    private static String told(ArgSpec parameter) {
        String description = String.join(" ", parameter.description());
        return parameter.paramLabel() + " after it: "
                + description.substring(0, 1).toLowerCase(Locale.ROOT) + description.substring(1);
    }

    private static String unknown(CommandLine command, String typed) {
        boolean top = command.getParent() == null;
        String word = typed.replaceAll("=.*", "");
        if (word.startsWith("-")) {
            List<String> known =
                    new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
            known.removeIf(option -> !option.startsWith("--"));
            return (top ? "there is no option " : command.getCommandName() + " has no option ")
                    + word
                    + suggestion(word, known, "It has " + String.join(", ", known));
        }
        List<String> commands = List.copyOf(command.getSubcommands().keySet());
        return top
                ? "there is no command '" + word + "'"
                        + suggestion(word, commands, "There are " + String.join(", ", commands))
                : "'" + word + "' stands where " + command.getCommandName() + " takes nothing more";
    }

    private static String suggestion(String word, List<String> known, String all) {
        return Names.nearest(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse(". " + all);
    }
}
