package accountspec.cli;

import accountspec.reference.Behaviour;
import accountspec.reference.Flaw;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.reference.Time;
import accountspec.reference.Variant;
import accountspec.reference.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The reference endpoint as a program of its own. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        header = "Start the reference endpoint on 127.0.0.1, until it is interrupted.",
        description = {
            "",
            "It writes the profile to certify it with, and says where. With --flaw it is wrong in one way: see what a run"
                    + " finds, and how it is told. './accountspec serve --flaw list' lists them all.",
            ""
        })
final class Serve implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            converter = Converters.ForPort.class,
            description = "Default: any that is free.")
    private int port;

    @Option(
            names = "--flaw",
            paramLabel = "NAME",
            description = "Wrong in this one way; or right in this unusual one, by the name of a lawful variant.")
    private @Nullable String flaw;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if ("list".equals(flaw)) {
            Flaw.all().forEach(one -> out.println(one.name() + "  " + one.says() + "  " + one.clauses()));
            Variant.all().forEach(one -> out.println(one.name() + "  " + one.says() + "  [lawful]"));
            return 0;
        }
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(World.standard(), behaviour(), Time.real());
        try (ReferenceServer server = ReferenceServer.start(endpoint, port)) {
            Path profile = server.writeProfile(Files.createTempDirectory("accountspec"));
            out.println("Reference endpoint at " + server.uri() + ", until you press Ctrl-C");
            out.println("Certify it, in another terminal, with: ./accountspec certify --target " + profile);
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private Behaviour behaviour() {
        if (flaw == null) {
            return Behaviour.right();
        }
        return Flaw.named(flaw)
                .map(Flaw::behaviour)
                .or(() -> Variant.named(flaw).map(Variant::behaviour))
                .orElseThrow(() -> new IllegalArgumentException(EndpointNames.unknown(flaw)));
    }
}
