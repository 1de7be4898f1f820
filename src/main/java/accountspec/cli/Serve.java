package accountspec.cli;

import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The reference endpoint as a program of its own. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        header = "Start the reference endpoint on 127.0.0.1, until it is interrupted.",
        description = {"", "It writes the profile to certify it with, and says where.", ""})
final class Serve implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Default: any that is free.")
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), port)) {
            Path profile = server.writeProfile(Files.createTempDirectory("accountspec"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("Reference endpoint at " + server.uri());
            out.println("Certify it with: accountspec certify --target " + profile);
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
