package accountspec.verdict;

import accountspec.spec.Clause;
import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import accountspec.spec.Standing;
import accountspec.target.Waiver;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Noted;
import accountspec.verdict.ScenarioResult.Undecided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run says about a target. Everything that people are told, and the exit status, is read off this one value.
 *
 * @param reasons why the result is what it is, the weightiest first
 * @param findings in the order of the clauses
 * @param gaps what stands in the way of unproven clauses; none where the reasons tell it of all of them
 */
public record Certificate(
        Outcome outcome,
        List<String> reasons,
        List<ClauseResult> clauses,
        List<Finding> findings,
        List<ScenarioResult> scenarios,
        List<Gap> gaps) {

    /** The result of a run and its exit status. */
    public enum Outcome {
        CONFORMS("conforms", 0),
        CONFORMS_IN_PART("conforms in part", 0),
        DOES_NOT_CONFORM("does not conform", 1),
        NO_VERDICT("no verdict", 3),
        SUITE_FAILED("no verdict", 4),
        STALE_WAIVER("conforms", 5),
        STALE_WAIVER_AND_DEVIATION("does not conform", 5),
        CONFORMS_BUT_NOT_RESTORED("conforms", 6),
        CONFORMS_IN_PART_BUT_NOT_RESTORED("conforms in part", 6),
        DOES_NOT_CONFORM_AND_NOT_RESTORED("does not conform", 6),
        NO_VERDICT_AND_NOT_RESTORED("no verdict", 6);

        private final String word;
        private final int exitStatus;

        Outcome(String word, int exitStatus) {
            this.word = word;
            this.exitStatus = exitStatus;
        }

        public String word() {
            return word;
        }

        public int exitStatus() {
            return exitStatus;
        }

        /** The same judgement, of a target whose contacts could not be put back. */
        private Outcome unrestored() {
            return switch (this) {
                case CONFORMS, STALE_WAIVER, CONFORMS_BUT_NOT_RESTORED -> CONFORMS_BUT_NOT_RESTORED;
                case CONFORMS_IN_PART, CONFORMS_IN_PART_BUT_NOT_RESTORED -> CONFORMS_IN_PART_BUT_NOT_RESTORED;
                case DOES_NOT_CONFORM, STALE_WAIVER_AND_DEVIATION, DOES_NOT_CONFORM_AND_NOT_RESTORED ->
                    DOES_NOT_CONFORM_AND_NOT_RESTORED;
                case NO_VERDICT, SUITE_FAILED, NO_VERDICT_AND_NOT_RESTORED -> NO_VERDICT_AND_NOT_RESTORED;
            };
        }
    }

    public Certificate {
        reasons = List.copyOf(reasons);
        clauses = List.copyOf(clauses);
        findings = List.copyOf(findings);
        scenarios = List.copyOf(scenarios);
        gaps = List.copyOf(gaps);
    }

    /**
     * The same, of a target whose contacts are not known to be as they were: that outweighs every judgement.
     *
     * @param amiss what is not
     */
    public Certificate unrestored(List<String> amiss) {
        return new Certificate(
                outcome.unrestored(),
                Stream.concat(amiss.stream(), reasons.stream()).toList(),
                clauses,
                findings,
                scenarios,
                gaps);
    }

    public long count(Verdict verdict) {
        return clauses.stream().filter(clause -> clause.verdict() == verdict).count();
    }

    /** Ids of the clauses that have this verdict. */
    public Set<String> ids(Verdict verdict) {
        return clauses.stream()
                .filter(clause -> clause.verdict() == verdict)
                .map(clause -> clause.clause().id().text())
                .collect(Collectors.toSet());
    }

    /** How much of the advice was followed, in words; nothing where none of it could be told. */
    public Optional<String> advice() {
        List<Verdict> told = clauses.stream()
                .filter(clause -> clause.clause().standing() == Standing.ADVISED)
                .map(ClauseResult::verdict)
                .filter(verdict -> verdict != Verdict.NOT_RUN)
                .toList();
        long followed =
                told.stream().filter(verdict -> verdict == Verdict.CONFORMS).count();
        return told.stream().allMatch(verdict -> verdict == Verdict.UNPROVEN)
                ? Optional.empty()
                : Optional.of("advice followed in " + followed + " of " + told.size());
    }

    /**
     * Sums up a run.
     *
     * @param scenarios all that ran, in order
     * @param hopeless why the target cannot be judged, if it cannot
     * @param today decides whether a waiver still holds
     */
    public static Certificate of(
            ClauseBook book,
            List<ScenarioResult> scenarios,
            Optional<String> hopeless,
            List<Waiver> waivers,
            LocalDate today) {
        List<Finding> findings = findings(book, scenarios, waivers, today);
        List<ClauseResult> clauses = new ArrayList<>();
        for (Clause clause : book.clauses()) {
            clauses.add(clause(clause, scenarios, findings));
        }
        List<String> stale = stale(clauses, waivers, today);
        Conclusion conclusion = conclude(scenarios, clauses, findings, hopeless, stale);
        List<Gap> gaps = conclusion.outcome == Outcome.NO_VERDICT && hopeless.isPresent()
                ? List.of()
                : Gap.among(clauses.stream()
                        .filter(clause -> clause.verdict() == Verdict.UNPROVEN)
                        .toList());
        return new Certificate(conclusion.outcome, conclusion.reasons, clauses, findings, scenarios, gaps);
    }

    /**
     * The same, unless the suite's checks could not be trusted.
     *
     * @param unnoticed kinds of check that let pass what they must not; none, if all is well
     */
    public Certificate trusting(List<String> unnoticed) {
        return unnoticed.isEmpty()
                ? this
                : new Certificate(
                        Outcome.SUITE_FAILED,
                        prefixed("the suite itself failed, for a corrupted answer passes this check: ", unnoticed),
                        clauses,
                        findings,
                        scenarios,
                        gaps);
    }

    private record Conclusion(Outcome outcome, List<String> reasons) {}

    private static Conclusion conclude(
            List<ScenarioResult> scenarios,
            List<ClauseResult> clauses,
            List<Finding> findings,
            Optional<String> hopeless,
            List<String> stale) {
        List<String> broken = scenarios.stream()
                .filter(scenario -> scenario.result() instanceof Broken)
                .map(scenario -> scenario.at() + ": " + ((Broken) scenario.result()).message())
                .toList();
        if (!broken.isEmpty()) {
            return new Conclusion(Outcome.SUITE_FAILED, prefixed("the suite itself failed, at ", broken));
        }
        if (scenarios.isEmpty()) {
            return new Conclusion(Outcome.SUITE_FAILED, List.of("no scenario was run"));
        }
        if (hopeless.isPresent()) {
            return new Conclusion(Outcome.NO_VERDICT, List.of(hopeless.get()));
        }
        List<String> deviating = clauses.stream()
                .filter(ClauseResult::fails)
                .map(clause -> clause.clause().id() + "  " + clause.clause().text())
                .toList();
        List<String> undecided = undecided(clauses);
        if (deviating.isEmpty() && !undecided.isEmpty()) {
            return new Conclusion(Outcome.NO_VERDICT, undecided);
        }
        if (!stale.isEmpty()) {
            Outcome outcome = deviating.isEmpty() ? Outcome.STALE_WAIVER : Outcome.STALE_WAIVER_AND_DEVIATION;
            return new Conclusion(
                    outcome, Stream.concat(stale.stream(), deviating.stream()).toList());
        }
        if (!deviating.isEmpty()) {
            return new Conclusion(Outcome.DOES_NOT_CONFORM, deviating);
        }
        return withoutDeviation(clauses, findings);
    }

    private static List<String> undecided(List<ClauseResult> clauses) {
        List<ClauseResult> open = unproven(clauses).stream()
                .filter(clause -> !clause.notOffered())
                .toList();
        return Gap.among(open).stream()
                .filter(gap -> !gap.notOffered())
                .map(Gap::told)
                .toList();
    }

    private static List<ClauseResult> unproven(List<ClauseResult> clauses) {
        return clauses.stream()
                .filter(clause -> clause.verdict() == Verdict.UNPROVEN
                        && clause.clause().standing().binds())
                .toList();
    }

    private static Conclusion withoutDeviation(List<ClauseResult> clauses, List<Finding> findings) {
        List<String> partly = new ArrayList<>();
        Gap.among(unproven(clauses)).stream().map(Gap::told).forEach(partly::add);
        findings.stream()
                .filter(Finding::waived)
                .map(finding -> finding.clause() + " deviates and is waived")
                .distinct()
                .forEach(partly::add);
        long left = clauses.stream()
                .filter(clause -> clause.verdict() == Verdict.NOT_RUN
                        && clause.clause().standing().binds())
                .count();
        if (left > 0) {
            partly.add(left == 1 ? "1 clause was left out of this run" : left + " clauses were left out of this run");
        }
        boolean proven = clauses.stream().anyMatch(clause -> clause.verdict() == Verdict.CONFORMS);
        if (!proven && partly.isEmpty()) {
            return new Conclusion(Outcome.SUITE_FAILED, List.of("no clause was judged: only open ones were run"));
        }
        return partly.isEmpty()
                ? new Conclusion(Outcome.CONFORMS, List.of("every stated and implied clause was proven"))
                : new Conclusion(Outcome.CONFORMS_IN_PART, partly);
    }

    /** Whether a waiver that holds on the day excuses the clause. */
    public static boolean isWaived(ClauseId clause, List<Waiver> waivers, LocalDate day) {
        return waivers.stream().anyMatch(waiver -> waiver.clause().equals(clause) && holds(waiver, day));
    }

    private static boolean holds(Waiver waiver, LocalDate today) {
        return waiver.until().isEmpty() || !today.isAfter(waiver.until().get());
    }

    private static List<String> prefixed(String prefix, List<String> texts) {
        return texts.stream().map(text -> prefix + text).toList();
    }

    private static List<String> stale(List<ClauseResult> clauses, List<Waiver> waivers, LocalDate today) {
        List<String> stale = new ArrayList<>();
        for (Waiver waiver : waivers) {
            ClauseResult clause = clauses.stream()
                    .filter(result -> result.clause().id().equals(waiver.clause()))
                    .findFirst()
                    .orElseThrow();
            if (!holds(waiver, today)) {
                stale.add("the waiver of " + waiver.clause() + " ended on "
                        + waiver.until().orElseThrow());
            } else if (clause.verdict() == Verdict.CONFORMS) {
                stale.add("the waiver of " + waiver.clause() + " is stale: the target conforms to it");
            }
        }
        return stale;
    }

    private static List<Finding> findings(
            ClauseBook book, List<ScenarioResult> scenarios, List<Waiver> waivers, LocalDate today) {
        Map<List<String>, Finding> findings = new LinkedHashMap<>();
        for (Clause clause : book.clauses()) {
            String id = clause.id().text();
            boolean waived = isWaived(clause.id(), waivers, today);
            for (ScenarioResult scenario : of(id, scenarios)) {
                if (scenario.result() instanceof Deviates deviates) {
                    Deviation deviation = deviates.deviation();
                    findings.merge(
                            List.of(id, deviation.expected(), deviation.was()),
                            new Finding(id, scenario, 0, deviation, clause.standing() == Standing.ADVISED, waived),
                            (first, next) -> new Finding(
                                    id,
                                    first.scenario(),
                                    first.more() + 1,
                                    first.deviation(),
                                    first.advisory(),
                                    first.waived()));
                }
            }
        }
        return List.copyOf(findings.values());
    }

    private static List<ScenarioResult> of(String clause, List<ScenarioResult> scenarios) {
        return scenarios.stream()
                .filter(scenario -> scenario.clauses().contains(clause))
                .toList();
    }

    private static ClauseResult clause(Clause clause, List<ScenarioResult> all, List<Finding> findings) {
        String id = clause.id().text();
        List<ScenarioResult> scenarios = of(id, all);
        Set<Verdict> verdicts = new LinkedHashSet<>();
        Set<String> readings = new LinkedHashSet<>();
        Set<Undecided> wants = new LinkedHashSet<>();
        int conforming = 0;
        for (ScenarioResult scenario : scenarios) {
            if (scenario.result() instanceof Noted noted) {
                readings.add(noted.reading());
                verdicts.add(Verdict.NOTED);
            } else if (scenario.result() instanceof Undecided undecided) {
                wants.add(undecided);
                verdicts.add(Verdict.UNPROVEN);
            } else if (scenario.result() instanceof Conforms) {
                conforming++;
                verdicts.add(Verdict.CONFORMS);
            } else {
                verdicts.add(scenario.result() instanceof Deviates ? Verdict.DEVIATES : Verdict.UNPROVEN);
            }
        }
        Verdict worst = verdicts.stream().max(Verdict::compareTo).orElse(Verdict.NOT_RUN);
        Optional<String> because = switch (worst) {
            case UNPROVEN ->
                Optional.of(wants.stream().map(Undecided::reason).distinct().collect(Collectors.joining("; ")));
            case NOT_RUN -> clause.standing() == Standing.UNOBSERVABLE ? clause.reason() : Optional.empty();
            case DEVIATES ->
                findings.stream()
                        .filter(finding -> finding.clause().equals(id))
                        .findFirst()
                        .map(finding -> finding.deviation().was());
            default -> Optional.empty();
        };
        Optional<String> reading = readings.isEmpty()
                ? Optional.empty()
                : Optional.of(readings.size() == 1 ? readings.iterator().next() : "mixed");
        boolean waived = findings.stream().anyMatch(finding -> finding.clause().equals(id) && finding.waived());
        return new ClauseResult(
                clause,
                worst,
                scenarios.size(),
                reading,
                waived,
                because,
                worst == Verdict.UNPROVEN && wants.stream().allMatch(Undecided::notOffered),
                conforming,
                List.copyOf(wants));
    }
}
