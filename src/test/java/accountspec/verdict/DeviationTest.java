package accountspec.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class DeviationTest {

    private static final Deviation DEVIATION = new Deviation(
            "refused with ValidationException",
            "accepted (HTTP 200)",
            "POST /putAlternateContact, EmailAddress of 255 characters",
            12);

    @Test
    void a_failure_says_clause_expected_was_and_sent_in_that_order() {
        String told = DEVIATION.told("PAC-EMAIL-2  An e-mail address is 1 to 254 characters long");

        assertThat(
                told.lines().toList(),
                is(List.of(
                        "clause    PAC-EMAIL-2  An e-mail address is 1 to 254 characters long",
                        "expected  refused with ValidationException",
                        "was       accepted (HTTP 200)",
                        "sent      POST /putAlternateContact, EmailAddress of 255 characters")));
    }

    @Test
    void a_deviation_that_counts_fails_the_scenario() {
        Deviation.Failure failure = new Deviation.Failure("PAC-EMAIL-2", DEVIATION);

        assertThat(failure, instanceOf(AssertionError.class));
        assertThat(failure.getMessage(), is(DEVIATION.told("PAC-EMAIL-2")));
        assertThat(failure.deviation(), is(DEVIATION));
    }

    @Test
    void a_deviation_that_is_excused_aborts_it_and_says_why() {
        Deviation.Excused excused = new Deviation.Excused("Waived by the profile.", "PAC-EMAIL-2", DEVIATION);

        assertThat(excused, instanceOf(TestAbortedException.class));
        assertThat(
                excused.getMessage(),
                is("Waived by the profile." + System.lineSeparator() + DEVIATION.told("PAC-EMAIL-2")));
        assertThat(excused.deviation(), is(DEVIATION));
    }

    @Test
    void what_cannot_be_decided_aborts_the_scenario_and_says_whose_business_it_is() {
        assertThat(Unproven.notOffered("no brushes"), instanceOf(TestAbortedException.class));
        assertThat(Unproven.notOffered("no brushes").getMessage(), is("no brushes"));
        assertThat(Unproven.notOffered("no brushes").isNotOffered(), is(true));
        assertThat(Unproven.because("the paint is dry").isNotOffered(), is(false));
    }
}
