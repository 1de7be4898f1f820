package accountspec.power;

import accountspec.reference.Flaw;
import accountspec.reference.Variant;
import accountspec.run.Worth;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Deviates;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An endpoint of the proof, and what the suite says of it.
 *
 * @param clauses those it breaks; none if it is lawful
 * @param mute whether it refuses even what is right, so that there can be no verdict
 */
public record Judged(String name, List<String> clauses, boolean mute, Certificate certificate) {

    static Judged flaw(Flaw flaw, Certificate certificate) {
        return new Judged(flaw.name(), flaw.clauses(), flaw.sign() == Flaw.Sign.NO_VERDICT, certificate);
    }

    static Judged variant(Variant variant, Certificate certificate) {
        return new Judged(variant.name(), List.of(), false, certificate);
    }

    public boolean isLawful() {
        return clauses.isEmpty();
    }

    /** Whether a flaw was found under a clause that it breaks, or a lawful variant conforms. */
    public boolean isJudgedRightly() {
        if (isLawful()) {
            return certificate.outcome() == Certificate.Outcome.CONFORMS;
        }
        return mute
                ? certificate.outcome() == Certificate.Outcome.NO_VERDICT
                : found().stream().anyMatch(clauses::contains);
    }

    /** The clauses that a flaw was found under although it does not break them. */
    public Set<String> elsewhere() {
        Set<String> elsewhere = found();
        clauses.forEach(elsewhere::remove);
        return isLawful() ? Set.of() : elsewhere;
    }

    private Set<String> found() {
        return certificate.findings().stream().map(Finding::clause).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The scenarios that catch it, each by itself. */
    Set<Worth.Scenario> caughtBy() {
        return certificate.scenarios().stream()
                .filter(result -> result.result() instanceof Deviates)
                .filter(result -> result.clauses().stream().anyMatch(clauses::contains))
                .map(Judged::scenario)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Worth.Scenario scenario(ScenarioResult result) {
        return new Worth.Scenario(result.feature(), result.name());
    }

    /** What is wrong with the judgement, in a line. */
    public String told() {
        String complaint = isLawful() ? "is refused" : isJudgedRightly() ? "spreads" : "survives";
        return "%s  %s  (%s)  found %s; %s: %s"
                .formatted(
                        complaint,
                        name,
                        isLawful() ? "lawful" : String.join(", ", clauses),
                        found(),
                        certificate.outcome().word(),
                        certificate.reasons().get(0));
    }
}
