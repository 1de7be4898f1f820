package accountspec.trial;

import static accountspec.doubles.Wires.answering;
import static accountspec.doubles.Wires.error;
import static accountspec.doubles.Wires.refusingEverything;
import static accountspec.doubles.Wires.right;
import static accountspec.doubles.Wires.says;
import static accountspec.doubles.Wires.throttled;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.doubles.UnprovenFails;
import accountspec.exchange.Sent;
import accountspec.reference.Flaw;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.Time;
import accountspec.reference.World;
import accountspec.verdict.Unproven;
import accountspec.wire.Wire;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(UnprovenFails.class)
class DiagnosisTest {

    @ParameterizedTest
    @CsvSource({
        "method-is-put, PAC-SYNTAX-1, by the method PUT",
        "path-is-in-small-letters, PAC-SYNTAX-1, at the path /putalternatecontact",
        "content-type-is-amz-json, PAC-SYNTAX-2, with the content type application/x-amz-json-1.1",
        "version-is-required, PAC-URI-1, with a query after the path",
        "an-account-alone-cannot-set-its-own, PAC-ORG-7, from an account in an organization",
        "account-id-is-required, PAC-ACCOUNT-2, with an AccountId"
    })
    void what_is_accepted_instead_tells_which_clause_is_broken(String flaw, String clause, String accepted) {
        Stage stage = Stage.withEverybody(wrong(flaw));

        Diagnosis diagnosis = stage.trial().diagnosis().orElseThrow();

        assertThat(diagnosis.clause(), is(clause));
        assertThat(diagnosis.accepted(), is(accepted));
        assertThat(diagnosis.told(), startsWith("refused with "));
        assertThat(stage.trial().withoutVerdict(), is(Optional.empty()));
        assertThrows(Unproven.class, () -> stage.trial().validDraft());
    }

    @Test
    void where_nothing_is_accepted_either_there_is_no_verdict_after_a_handful_of_requests() {
        Stage stage = Stage.with(refusingEverything());

        assertThat(stage.trial().diagnosis(), is(Optional.empty()));

        assertThat(stage.trial().withoutVerdict().isPresent(), is(true));
        assertThat("three valid ones, and eight others", stage.wire().sent(), hasSize(11));
    }

    @Test
    void nobody_gives_an_account_id_where_the_profile_has_no_organization() {
        Stage stage =
                Stage.with(answering(sent -> !says(sent, "AccountId"), error(400, "ValidationException"), right()));

        assertThat(stage.trial().diagnosis(), is(Optional.empty()));
    }

    @Test
    void a_target_that_accepts_a_valid_request_needs_no_diagnosis() {
        Stage stage = Stage.with(right());

        assertThat(stage.trial().diagnosis(), is(Optional.empty()));
        assertThat(stage.wire().sent(), hasSize(1));
    }

    @Test
    void a_target_that_does_not_know_its_caller_gets_none() {
        Stage stage = Stage.with(request -> error(403, "UnrecognizedClientException"));

        assertThat(stage.trial().diagnosis(), is(Optional.empty()));
        assertThat(stage.wire().sent(), hasSize(3));
    }

    @Test
    void a_throttle_in_between_is_not_waited_out() {
        Stage stage = Stage.with(answering(
                DiagnosisTest::isDocumented, error(404, "UnknownOperationException"), request -> throttled()));

        assertThat(stage.trial().diagnosis(), is(Optional.empty()));
        assertThat(stage.wire().sent(), hasSize(11));
    }

    private static boolean isDocumented(Sent sent) {
        return sent.method().equals("POST")
                && sent.target().equals("/putAlternateContact")
                && sent.header("Content-Type")
                        .filter("application/json"::equals)
                        .isPresent();
    }

    private static Wire wrong(String flaw) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(
                World.standard(), Flaw.named(flaw).orElseThrow().behaviour(), Time.real());
        return endpoint::answer;
    }
}
