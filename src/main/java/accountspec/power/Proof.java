package accountspec.power;

import accountspec.reference.Behaviour;
import accountspec.reference.Depth;
import accountspec.reference.Flaw;
import accountspec.reference.Variant;
import accountspec.run.Script.Content;
import accountspec.run.Selection;
import accountspec.run.Worth;
import accountspec.spec.Standing;
import accountspec.verdict.Certificate;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The suite, tried on every endpoint that is known to be right or wrong.
 *
 * @param right what it says of the reference as it is
 * @param full what it says of the others at depth full
 * @param core what it says of the flawed at depth core, by that worth
 * @param worth what each scenario is worth, by what it catches at depth full
 */
public record Proof(Duel duel, Certificate right, List<Judged> full, List<Judged> core, Worth worth) {

    public static Proof of(Duel duel, List<Flaw> flaws, List<Variant> variants) {
        Selection everything = Selection.all(accountspec.run.Depth.FULL);
        Certificate right = duel.against(Behaviour.right(), everything);
        List<Judged> wronged = judged(duel, flaws, everything);
        List<Judged> lawful = variants.parallelStream()
                .map(variant -> Judged.variant(variant, duel.against(variant.behaviour(), everything)))
                .toList();
        Worth worth = worth(duel, right, wronged);
        return new Proof(
                duel,
                right,
                Stream.concat(wronged.stream(), lawful.stream()).toList(),
                judged(duel, flaws, Selection.core(worth)),
                worth);
    }

    private static List<Judged> judged(Duel duel, List<Flaw> flaws, Selection selection) {
        return flaws.parallelStream()
                .map(flaw -> Judged.flaw(flaw, duel.against(flaw.behaviour(), selection)))
                .toList();
    }

    public Score score() {
        return new Score(
                (int) flaws(full).count(),
                (int) flaws(full).filter(Judged::isJudgedRightly).count(),
                (int) core.stream().filter(Judged::isJudgedRightly).count(),
                (int) full.stream()
                        .filter(Judged::isLawful)
                        .filter(Judged::isJudgedRightly)
                        .count());
    }

    private static Stream<Judged> flaws(List<Judged> judged) {
        return judged.stream().filter(one -> !one.isLawful());
    }

    /** Whatever is not judged as it should be, at the depth that claims it: survivors, spreads and false alarms. */
    public List<Judged> wrong() {
        List<Judged> wrong = new ArrayList<>();
        full.stream()
                .filter(one -> !one.isJudgedRightly() || !one.elsewhere().isEmpty())
                .forEach(wrong::add);
        core.stream()
                .filter(one -> !one.isJudgedRightly() && isClaimedByCore(one)
                        || !one.elsewhere().isEmpty())
                .forEach(wrong::add);
        return wrong;
    }

    private static boolean isClaimedByCore(Judged one) {
        return Flaw.named(one.name()).filter(flaw -> flaw.depth() == Depth.CORE).isPresent();
    }

    /** The flaws that only depth full catches. */
    public Set<String> fullOnly() {
        return core.stream()
                .filter(one -> !one.isJudgedRightly())
                .map(Judged::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Worth worth(Duel duel, Certificate right, List<Judged> flaws) {
        Map<Worth.Scenario, Integer> requests = right.scenarios().stream()
                .collect(Collectors.toMap(Judged::scenario, ScenarioResult::requests, Integer::sum));
        return Ranking.of(duel.script().contents(), caught(flaws), requests);
    }

    /** Scenarios that judge, and catch no flaw. */
    public List<Worth.Scenario> deadWeight() {
        Map<Worth.Scenario, Set<String>> caught = caught(full);
        return duel.script().contents().stream()
                .filter(content -> standing(content) != Standing.OPEN)
                .map(Content::scenario)
                .filter(scenario -> !caught.containsKey(scenario))
                .toList();
    }

    private Standing standing(Content content) {
        return duel.book().require(content.clause()).standing();
    }

    private static Map<Worth.Scenario, Set<String>> caught(List<Judged> judged) {
        Map<Worth.Scenario, Set<String>> caught = new LinkedHashMap<>();
        flaws(judged)
                .forEach(flaw -> flaw.caughtBy()
                        .forEach(scenario -> caught.computeIfAbsent(scenario, none -> new TreeSet<>())
                                .add(flaw.name())));
        return caught;
    }
}
