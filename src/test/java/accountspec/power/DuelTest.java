package accountspec.power;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import accountspec.reference.Behaviour;
import accountspec.reference.Flaw;
import accountspec.reference.Variant;
import accountspec.run.Depth;
import accountspec.run.Script;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check has an endpoint that it passes and one that it catches. {@code accountspec power} judges all of them. */
class DuelTest {

    private static final Duel DUEL = new Duel(Script.load(), ClauseBook.bundled());

    @Test
    void the_right_endpoint_conforms_without_so_much_as_an_advisory() {
        Certificate certificate = judged(Behaviour.right());

        assertThat(certificate.outcome(), is(Certificate.Outcome.CONFORMS));
        assertThat(certificate.findings(), is(empty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("a_flaw_for_each_clause")
    void a_flaw_is_found_under_a_clause_that_it_breaks_and_under_no_other(String name) {
        Flaw flaw = Flaw.named(name).orElseThrow();

        List<String> found = judged(flaw.behaviour()).findings().stream()
                .map(Finding::clause)
                .toList();

        assertThat(found, hasItem(flaw.clause()));
        assertThat(
                found.stream()
                        .filter(clause -> !flaw.clauses().contains(clause))
                        .toList(),
                is(empty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lawful_variants")
    void a_lawful_variant_conforms(String name) {
        Certificate certificate = judged(Variant.named(name).orElseThrow().behaviour());

        assertThat(certificate.outcome(), is(Certificate.Outcome.CONFORMS));
        assertThat(
                certificate.findings().stream()
                        .filter(finding -> !finding.advisory())
                        .toList(),
                is(empty()));
    }

    static Stream<String> a_flaw_for_each_clause() {
        Map<String, String> flaws = new LinkedHashMap<>();
        Flaw.all().stream()
                .filter(flaw -> flaw.sign() == Flaw.Sign.FINDING)
                .forEach(flaw -> flaws.putIfAbsent(flaw.clause(), flaw.name()));
        return flaws.values().stream();
    }

    static Stream<String> lawful_variants() {
        return Variant.all().stream().map(Variant::name);
    }

    private static Certificate judged(Behaviour behaviour) {
        return DUEL.against(behaviour, Selection.all(Depth.FULL));
    }
}
