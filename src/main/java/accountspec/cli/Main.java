package accountspec.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "accountspec",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Does this endpoint do what AWS says PutAlternateContact does?",
        description = {
            "",
            "Runs the features in this folder against an endpoint and says, clause by clause of AWS's page,"
                    + " whether the endpoint conforms.",
            "",
            "Try it:       ./accountspec certify",
            "Your own:     ./accountspec certify --target my-endpoint.yaml",
            ""
        },
        footer = {
            "",
            "Exit status of certify: 0 conforms, 1 does not, 2 wrong usage or file, 3 no verdict (target not reachable or"
                    + " refuses its controls), 4 the suite failed or nothing matched, 5 a waiver is stale, 6 the contacts"
                    + " could not be put back.",
            "",
            "Started without the wrapper, give java the flags that halve its start:",
            "  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:CompileThresholdScaling=0.5 -Xmx256m \\",
            "    -jar accountspec.jar ..."
        },
        subcommands = {
            Certify.class,
            Diff.class,
            Explain.class,
            BookCommand.class,
            HelpCommand.class,
            PageCommand.class,
            Plan.class,
            Power.class,
            Rejudge.class,
            Restore.class,
            Serve.class,
            Waive.class
        })
public final class Main implements Runnable {

    /** Wrong usage, or a file that cannot be understood. */
    static final int USAGE = 2;

    /** The target's contacts could not be put back. */
    static final int NOT_RESTORED = 6;

    /** The suite itself failed. */
    static final int SUITE_FAILED = 4;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        // Else picocli loads Groovy, which REST Assured brings, before it reads the first argument.
        System.setProperty("picocli.disable.closures", "true");
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        if (List.of(args).contains("certify")) {
            Certify.prepare();
        }
        int status = commandLine(out, err).execute(args);
        out.flush();
        System.exit(status);
    }

    static CommandLine commandLine(PrintStream out, PrintStream err) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, command, parsed) -> Failure.told(thrown, command.getErr()))
                .setParameterExceptionHandler(Failure::usage);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
