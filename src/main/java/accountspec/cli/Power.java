package accountspec.cli;

import accountspec.power.Duel;
import accountspec.power.Proof;
import accountspec.reference.Flaw;
import accountspec.reference.Variant;
import accountspec.run.Depth;
import accountspec.run.Script;
import accountspec.run.Worth;
import accountspec.spec.ClauseBook;
import accountspec.verdict.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the features against every flaw and every lawful variant, and prints the score. */
@Command(
        name = "power",
        mixinStandardHelpOptions = true,
        header = "Count the wrong endpoints that the features catch, and the right ones that they let pass.",
        description = {
            "",
            "Each flaw is the reference endpoint, wrong in one way; each variant is right in an unusual way.",
            "Exit status: 0 every flaw is caught under its own clause and every variant conforms, 1 otherwise.",
            ""
        })
final class Power implements Callable<Integer> {

    @Option(
            names = "--flaw",
            paramLabel = "NAME",
            description = "Only this flaw or variant, with all that it leads to. May be given again.")
    private List<String> only = List.of();

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "Write down what was measured, for the build to take: src/main/resources of the checkout.")
    private @Nullable Path resources;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        only.stream()
                .filter(name -> !EndpointNames.all().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(EndpointNames.unknown(name));
                });
        long began = System.nanoTime();
        Proof proof = Proof.of(
                new Duel(Script.load(), ClauseBook.bundled()),
                Flaw.all().stream().filter(flaw -> isAsked(flaw.name())).toList(),
                Variant.all().stream()
                        .filter(variant -> isAsked(variant.name()))
                        .toList());
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        PrintWriter out = spec.commandLine().getOut();
        proof.wrong().forEach(one -> out.println(one.told()));
        if (only.isEmpty()) {
            tellWorth(proof, out);
        } else {
            tellFindings(proof, out);
        }
        out.println(String.format(
                Locale.ROOT,
                "%s; %.0f s, %.1f endpoints a second",
                proof.score().told(),
                seconds,
                proof.full().size() / seconds));
        return proof.wrong().isEmpty() ? 0 : 1;
    }

    private void tellWorth(Proof proof, PrintWriter out) throws IOException {
        List<Worth.Scenario> deadWeight = proof.deadWeight();
        if (!deadWeight.isEmpty()) {
            out.println("These scenarios catch no flaw:");
            deadWeight.forEach(scenario -> out.println("  " + scenario.feature() + "  " + scenario.name()));
        }
        Worth worth = proof.worth();
        for (Depth depth : Depth.values()) {
            out.printf(
                    "%s: %d scenarios, %d requests%n",
                    depth.name().toLowerCase(Locale.ROOT), worth.scenarios(depth), worth.requests(depth));
        }
        if (resources != null) {
            write(resources, Worth.class, Worth.FILE, worth.written());
            write(resources, Score.class, Score.FILE, proof.score().written());
            write(resources, Flaw.class, Flaw.FULL_ONLY, Flaw.fullOnly(proof.fullOnly()));
        }
    }

    private static void write(Path resources, Class<?> beside, String name, String text) throws IOException {
        Path folder = resources.resolve(beside.getPackageName().replace('.', '/'));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text);
    }

    private static void tellFindings(Proof proof, PrintWriter out) {
        proof.full().stream()
                .flatMap(one -> one.certificate().findings().stream())
                .forEach(finding -> out.println(System.lineSeparator()
                        + finding.deviation().told(finding.clause()) + System.lineSeparator() + "where     "
                        + finding.scenario().name()));
    }

    private boolean isAsked(String name) {
        return only.isEmpty() || only.contains(name);
    }
}
