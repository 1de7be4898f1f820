package accountspec.power;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import accountspec.reference.Depth;
import accountspec.reference.Flaw;
import accountspec.reference.Variant;
import accountspec.run.Script;
import accountspec.run.Worth;
import accountspec.spec.ClauseBook;
import accountspec.verdict.Certificate;
import accountspec.verdict.Score;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The suite catches every fault that is known, and refuses nobody who is right. */
class ProofTest {

    private static final Proof PROOF =
            Proof.of(new Duel(Script.load(), ClauseBook.bundled()), Flaw.all(), Variant.all());

    private static final String AGAIN = "measure again: ./accountspec power --write src/main/resources";

    @Test
    void the_right_endpoint_conforms_without_so_much_as_an_advisory() {
        assertThat(PROOF.right().outcome(), is(Certificate.Outcome.CONFORMS));
        assertThat(PROOF.right().findings(), is(empty()));
    }

    @Test
    void every_flaw_is_caught_under_its_clause_and_every_lawful_variant_conforms() {
        assertThat(PROOF.wrong().stream().map(Judged::told).limit(20).toList(), is(empty()));
    }

    @Test
    void the_score_that_certificates_print_is_the_one_measured() {
        assertThat(AGAIN, Score.bundled(), is(PROOF.score()));
    }

    @Test
    void the_scenarios_stand_in_the_order_of_their_worth() {
        assertThat(AGAIN, Worth.bundled().equals(PROOF.worth()));
    }

    @Test
    void each_flaw_claims_the_depth_that_it_is_caught_at() {
        Set<String> claimed = Flaw.all().stream()
                .filter(flaw -> flaw.depth() == Depth.FULL)
                .map(Flaw::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(AGAIN, claimed.equals(PROOF.fullOnly()));
    }
}
