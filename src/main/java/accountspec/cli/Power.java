package accountspec.cli;

import accountspec.power.Duel;
import accountspec.reference.Behaviour;
import accountspec.reference.Flaw;
import accountspec.reference.Variant;
import accountspec.run.Depth;
import accountspec.run.Script;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
            names = "--depth",
            paramLabel = "core|full",
            defaultValue = "full",
            converter = Converters.ForDepth.class,
            description = "Default: full.")
    private Depth depth = Depth.FULL;

    @Spec
    private CommandSpec spec;

    /**
     * An endpoint, and what the suite says of it.
     *
     * @param clauses those it breaks; none if it is lawful
     * @param mute whether it refuses even what is right, so that there can be no verdict
     */
    private record Judged(String name, List<String> clauses, boolean mute, Certificate certificate) {

        Set<String> found() {
            return certificate.findings().stream().map(Finding::clause).collect(Collectors.toCollection(TreeSet::new));
        }

        boolean isVariant() {
            return clauses.isEmpty();
        }

        /** What is wrong with the judgement; empty if nothing is. */
        String complaint() {
            Set<String> found = found();
            Set<String> elsewhere = new TreeSet<>(found);
            clauses.forEach(elsewhere::remove);
            if (isVariant()) {
                return certificate.outcome() == Certificate.Outcome.CONFORMS ? "" : "is refused";
            }
            if (mute) {
                return certificate.outcome() == Certificate.Outcome.NO_VERDICT ? "" : "survives";
            }
            if (found.size() == elsewhere.size()) {
                return "survives";
            }
            return elsewhere.isEmpty() ? "" : "spreads";
        }

        String told() {
            return "%s  %s  (%s)  found %s; %s: %s"
                    .formatted(
                            complaint(),
                            name,
                            isVariant() ? "lawful" : String.join(", ", clauses),
                            found(),
                            certificate.outcome().word(),
                            certificate.reasons().get(0));
        }
    }

    @Override
    public Integer call() {
        Duel duel = new Duel(Script.load(), ClauseBook.bundled());
        List<Flaw> flaws =
                Flaw.all().stream().filter(flaw -> isAsked(flaw.name())).toList();
        List<Variant> variants = Variant.all().stream()
                .filter(variant -> isAsked(variant.name()))
                .toList();
        only.stream()
                .filter(name -> !EndpointNames.all().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(EndpointNames.unknown(name));
                });
        long began = System.nanoTime();
        List<Judged> judged = new ArrayList<>();
        flaws.parallelStream()
                .map(flaw ->
                        judge(duel, flaw.name(), flaw.clauses(), flaw.sign() == Flaw.Sign.NO_VERDICT, flaw.behaviour()))
                .forEachOrdered(judged::add);
        variants.parallelStream()
                .map(variant -> judge(duel, variant.name(), List.of(), false, variant.behaviour()))
                .forEachOrdered(judged::add);
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;

        PrintWriter out = spec.commandLine().getOut();
        judged.stream()
                .filter(one -> !one.complaint().isEmpty())
                .map(Judged::told)
                .forEach(out::println);
        if (!only.isEmpty()) {
            judged.forEach(one -> one.certificate()
                    .findings()
                    .forEach(finding -> out.println(System.lineSeparator()
                            + finding.deviation().told(finding.clause()) + System.lineSeparator() + "where     "
                            + finding.scenario().name())));
        }
        long caught = judged.stream()
                .filter(one -> !one.isVariant() && !one.complaint().equals("survives"))
                .count();
        long spread =
                judged.stream().filter(one -> one.complaint().equals("spreads")).count();
        long accepted = judged.stream()
                .filter(one -> one.isVariant() && one.complaint().isEmpty())
                .count();
        out.println(String.format(
                Locale.ROOT,
                "power %d/%d at %s, %d of them also under other clauses, %d/%d lawful variants accepted;"
                        + " %.0f s, %.1f endpoints a second",
                caught,
                flaws.size(),
                depth.word(),
                spread,
                accepted,
                variants.size(),
                seconds,
                judged.size() / seconds));
        return judged.stream().allMatch(one -> one.complaint().isEmpty()) ? 0 : 1;
    }

    private boolean isAsked(String name) {
        return only.isEmpty() || only.contains(name);
    }

    private Judged judge(Duel duel, String name, List<String> clauses, boolean mute, Behaviour behaviour) {
        return new Judged(name, clauses, mute, duel.against(behaviour, Selection.all(depth)));
    }
}
