package accountspec.cause;

import accountspec.exchange.Exchange;
import accountspec.measure.EffectMeasure;
import accountspec.measure.Measured;
import accountspec.operation.Documented;
import accountspec.operation.Operation;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import accountspec.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is behind a certificate's findings: from what explains many to what explains one. */
public final class Causes {

    private Causes() {}

    /** @param exchanges of the run, in the order of their numbers */
    public static Diagnosis of(
            Certificate certificate, Operation operation, Measured measured, List<Exchange> exchanges) {
        Gathering findings = new Gathering(certificate, new Exchanges(exchanges));
        AnswerCauses answers = new AnswerCauses(findings, operation, measured.answers());
        MemberCauses members = new MemberCauses(findings, operation, measured);
        answers.nothingIsRefused();
        members.gather();
        answers.gather();
        measured.effect().ifPresent(effect -> effects(findings, effect));
        operation.documented().leaves().ifPresent(group -> comesBackOtherwise(findings, operation, group));
        operation.documented().together().forEach(group -> together(findings, group));
        findings.rest(any -> true)
                .forEach(finding -> findings.explain(
                        "not kept: " + findings.text(finding.clause()), findings.of(Set.of(finding.clause()))));
        return new Diagnosis(findings.causes(), measured.byClause());
    }

    private static void effects(Gathering findings, EffectMeasure effect) {

        if (!effect.told().isEmpty()) {
            findings.explain(String.join("; ", effect.told()), findings.rest(Causes::isAboutAContact));
        }
    }

    /** One member that comes back otherwise, or no contact at all, in every scenario that reads one back. */
    private static void comesBackOtherwise(Gathering findings, Operation operation, Documented.Group group) {
        List<Finding> contacts = findings.of(group.clauses()).stream()
                .filter(Causes::isAboutAContact)
                .toList();
        Map<String, List<Finding>> byMember = new LinkedHashMap<>();
        contacts.forEach(finding -> byMember.computeIfAbsent(odd(operation, finding), first -> new ArrayList<>())
                .add(finding));
        byMember.forEach((odd, same) -> {
            if (!odd.isEmpty()) {
                findings.explain(odd, same);
            }
        });
    }

    private static String odd(Operation operation, Finding finding) {
        String was = finding.deviation().was();
        if (was.equals("no contact")) {
            return "there is no contact after a put that was accepted";
        }
        List<String> members = operation.members().stream()
                .filter(member -> was.matches("(?s)(.*, )?(no )?" + member + "( \".*|,.*|$)"))
                .toList();
        return members.size() == 1 ? members.get(0) + " does not always come back as it was sent" : "";
    }

    /** In the words of the steps: something else was read back. */
    private static boolean isAboutAContact(Finding finding) {
        return finding.deviation().expected().contains(" contact of ");
    }

    private static void together(Gathering findings, Documented.Group group) {
        List<Finding> broken = findings.of(group.clauses());
        boolean noneIsKept = group.clauses().stream().noneMatch(clause -> findings.is(clause, Verdict.CONFORMS));
        if (noneIsKept && broken.stream().map(Finding::clause).distinct().count() > 1) {
            findings.explain(group.told(), broken);
        }
    }
}
