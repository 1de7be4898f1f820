package accountspec.cause;

import accountspec.exchange.Received;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import accountspec.outcome.Outcome.Refused;
import accountspec.verdict.Certificate;
import accountspec.verdict.Deviation;
import accountspec.verdict.Finding;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The findings that no cause explains yet, and the causes so far. */
final class Gathering {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Certificate certificate;
    private final Exchanges exchanges;
    private final List<Finding> rest;
    private final List<Cause> causes = new ArrayList<>();

    Gathering(Certificate certificate, Exchanges exchanges) {
        this.certificate = certificate;
        this.exchanges = exchanges;
        this.rest = new ArrayList<>(certificate.findings());
    }

    List<Finding> rest(Predicate<Finding> which) {
        return rest.stream().filter(which).toList();
    }

    List<Finding> of(Collection<String> clauses) {
        return rest(finding -> clauses.contains(finding.clause()));
    }

    /** These findings have one cause. */
    void explain(String sentence, List<Finding> findings) {
        List<Finding> open = rest(findings::contains);
        if (!open.isEmpty()) {
            rest.removeAll(open);
            causes.add(new Cause(sentence, open, smallest(open)));
        }
    }

    /** The weightiest first: what fails before what is advice, much before little. */
    List<Cause> causes() {
        return causes.stream()
                .sorted(Comparator.comparing(Cause::isAdvisory).thenComparing(cause -> -weight(cause)))
                .toList();
    }

    private static int weight(Cause cause) {
        return cause.findings().stream().mapToInt(finding -> finding.more() + 1).sum();
    }

    /** Of all scenarios that came upon them. */
    private Deviation smallest(List<Finding> findings) {
        Stream<Deviation> firsts = findings.stream().map(Finding::deviation);
        Stream<Deviation> others = certificate.scenarios().stream()
                .filter(scenario ->
                        findings.stream().anyMatch(finding -> scenario.clauses().contains(finding.clause())))
                .flatMap(scenario ->
                        scenario.result() instanceof Deviates deviates ? Stream.of(deviates.deviation()) : Stream.of())
                .filter(deviation -> findings.stream()
                        .map(Finding::deviation)
                        .anyMatch(first -> first.expected().equals(deviation.expected())
                                && first.was().equals(deviation.was())));
        return Stream.concat(firsts, others)
                .min(Comparator.comparingInt(exchanges::size))
                .orElseThrow();
    }

    // ---- what is known of a finding, and of a clause

    Optional<Outcome> outcome(Finding finding) {
        return exchanges.outcome(finding.deviation());
    }

    Optional<Integer> status(Finding finding) {
        return exchanges
                .of(finding.deviation())
                .flatMap(exchange -> exchange.answer() instanceof Received received
                        ? Optional.of(received.status())
                        : Optional.empty());
    }

    /** Something was accepted that should not have been. */
    boolean isLax(Finding finding) {
        return expectsRefusal(finding)
                && outcome(finding).filter(Accepted.class::isInstance).isPresent();
    }

    /** Something was refused that should have been accepted. */
    boolean isStrict(Finding finding) {
        return !expectsRefusal(finding)
                && outcome(finding).filter(Refused.class::isInstance).isPresent();
    }

    /** Refused as it should be, by a name that it should not have. */
    Optional<String> misname(Finding finding) {
        return expectsRefusal(finding)
                ? outcome(finding)
                        .filter(Refused.class::isInstance)
                        .map(refused -> refused.error().orElse(""))
                : Optional.empty();
    }

    /** In the words of the checks. */
    private static boolean expectsRefusal(Finding finding) {
        String expected = finding.deviation().expected();
        return expected.startsWith("refused") || expected.startsWith("not accepted");
    }

    /** What the request that shows it said of the member. */
    Optional<String> text(Finding finding, String member) {
        return exchanges.of(finding.deviation()).flatMap(exchange -> {
            try {
                return Optional.ofNullable(JSON.readTree(exchange.sent().body()).get(member))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue);
            } catch (IOException notJson) {
                return Optional.empty();
            }
        });
    }

    /** Whether the request that shows it has no members, or no body at all. */
    boolean isOfNothing(Finding finding) {
        return exchanges
                .of(finding.deviation())
                .map(exchange -> new String(exchange.sent().body(), StandardCharsets.UTF_8))
                .filter(body -> body.replaceAll("\\s", "").matches("(\\{\\})?"))
                .isPresent();
    }

    boolean is(String clause, Verdict verdict) {
        return certificate.clauses().stream()
                .anyMatch(result -> result.clause().id().text().equals(clause) && result.verdict() == verdict);
    }

    String text(String clause) {
        return certificate.clauses().stream()
                .filter(result -> result.clause().id().text().equals(clause))
                .map(result -> result.clause().text())
                .findFirst()
                .orElse(clause);
    }
}
