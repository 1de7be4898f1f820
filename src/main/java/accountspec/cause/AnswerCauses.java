package accountspec.cause;

import accountspec.measure.Answers;
import accountspec.operation.Documented;
import accountspec.operation.Operation;
import accountspec.verdict.Finding;
import accountspec.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is wrong with the answers as such: nothing is refused, or errors and successes do not look as they should. */
record AnswerCauses(Gathering findings, Operation operation, Answers answers) {

    void gather() {
        statuses();
        names();
        success();
    }

    /** Nothing else needs to be said, then, of what should have been refused. */
    void nothingIsRefused() {
        List<Finding> lax = findings.rest(findings::isLax);
        if (answers.refusals().isEmpty() && lax.size() > 1) {
            findings.explain("nothing is refused", lax);
        }
    }

    // ---- errors

    private void statuses() {
        Map<String, Documented.Error> errors = operation.documented().errors();
        Set<String> clauses =
                errors.values().stream().map(Documented.Error::clause).collect(Collectors.toSet());
        Map<Integer, List<Finding>> byStatus = new TreeMap<>();
        findings.of(clauses)
                .forEach(finding -> findings.status(finding)
                        .ifPresent(status -> byStatus.computeIfAbsent(status, first -> new ArrayList<>())
                                .add(finding)));
        byStatus.forEach((status, wrong) -> {
            boolean othersAreRight = errors.values().stream()
                    .anyMatch(error -> error.status() != status && findings.is(error.clause(), Verdict.CONFORMS));
            boolean all = !othersAreRight && byStatus.size() == 1 && isTheOnly(status);
            findings.explain(
                    all ? "all errors carry " + status : "each " + namesOf(wrong, errors) + " carries " + status,
                    wrong);
        });
    }

    private boolean isTheOnly(int status) {
        return answers.refusalStatuses().stream().allMatch(seen -> seen == status);
    }

    private static String namesOf(List<Finding> wrong, Map<String, Documented.Error> errors) {
        return errors.entrySet().stream()
                .filter(error -> wrong.stream()
                        .anyMatch(finding ->
                                finding.clause().equals(error.getValue().clause())))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private void names() {
        Set<String> clauses = Set.copyOf(operation.namedBy().values());
        boolean someAreRight = clauses.stream().anyMatch(clause -> findings.is(clause, Verdict.CONFORMS));
        Map<String, List<Finding>> byName = new TreeMap<>();
        findings.of(clauses)
                .forEach(finding -> findings.misname(finding)
                        .ifPresent(name -> byName.computeIfAbsent(name, first -> new ArrayList<>())
                                .add(finding)));
        byName.forEach((name, wrong) -> {
            boolean all = !someAreRight
                    && byName.size() == 1
                    && answers.refusals().keySet().equals(Set.of(name));
            findings.explain(all ? "all errors are called " + name : misnamed(name, wrong), wrong);
        });
        Set<String> unnamed = operation.unnamed().map(Set::of).orElse(Set.of());
        if (answers.refusals().keySet().equals(Set.of(""))) {
            Optional<Documented.Group> shape = operation.documented().together().stream()
                    .filter(group -> group.clauses().containsAll(unnamed))
                    .filter(group -> findings.of(group.clauses()).size() > 1)
                    .findFirst();
            findings.explain(
                    shape.map(Documented.Group::told).orElse("no error has a name"),
                    findings.of(shape.map(group -> Set.copyOf(group.clauses())).orElse(unnamed)));
        }
    }

    private String misnamed(String name, List<Finding> wrong) {
        String right = operation.namedBy().entrySet().stream()
                .filter(error ->
                        wrong.stream().anyMatch(finding -> finding.clause().equals(error.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        return right + (name.isEmpty() ? " has no name" : " is called " + name);
    }

    // ---- successes

    private void success() {
        operation.documented().answer().ifPresent(success -> {
            List<Finding> statuses = findings.of(Set.of(success.statusClause()));
            String told = answers.successes().stream().map(String::valueOf).collect(Collectors.joining(" or "));
            findings.explain("success carries " + told, statuses);
            boolean always = answers.emptySuccesses() == 0;
            findings.explain(
                    always ? "success has a body" : "success sometimes has a body",
                    findings.of(Set.of(success.bodyClause())));
        });
    }
}
