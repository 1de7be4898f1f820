package accountspec.cause;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import accountspec.power.Duel;
import accountspec.power.Examinations;
import accountspec.reference.Variant;
import accountspec.run.Depth;
import accountspec.verdict.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One behaviour, one cause; and each flaw confesses what that behaviour is. */
class CausesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // lengths
                "name-up-to-128              | Name: accepts up to 128 characters",
                "name-up-to-50               | Name: accepts up to 50 characters",
                "email-up-to-64              | EmailAddress: accepts up to 64 characters",
                "phone-may-be-one-longer     | PhoneNumber: accepts up to 26 characters",
                "title-is-unbounded          | no length limit on Title",
                "title-may-be-empty          | Title: accepts the empty text",
                "name-must-have-2            | Name: accepts 2 characters and more",
                "name-counts-bytes           | Name: counts UTF-8 bytes",
                "name-counts-utf16-units     | advice: Name: counts UTF-16 units",
                "phone-counts-only-digits    | PhoneNumber: counts only letters and digits",
                "name-counts-several-blanks-as-one | Name: counts several blanks as one",
                "email-is-counted-without-blanks-around-it | EmailAddress: trims before it counts",
                // patterns
                "phone-has-no-pattern        | no pattern on PhoneNumber",
                "email-has-no-pattern        | no pattern on EmailAddress",
                "phone-accepts-dot           | PhoneNumber: accepts these extra characters: .",
                "phone-accepts-letters       | PhoneNumber: accepts these extra characters: letters, _",
                "email-mailbox-accepts-percent-sign | EmailAddress: accepts these extra characters in the mailbox: %",
                "email-only-has-an-at        | EmailAddress: accepts these extra characters: all on a keyboard",
                "phone-refuses-hyphen        | PhoneNumber: refuses these characters: -",
                "name-refuses-apostrophes    | Name: refuses these characters: '",
                "name-refuses-letters-beyond-ascii | Name: refuses these characters: all that is not ASCII",
                "phone-not-anchored-at-the-start | PhoneNumber: lets other text stand before it",
                "phone-not-anchored-at-the-end   | PhoneNumber: lets other text stand after it",
                "type-refuses-billing        | AlternateContactType: refuses \"BILLING\"",
                // presence, types, names of errors
                "title-is-optional           | Title: is not required",
                "name-list-is-its-first-item | Name: need not be a JSON string",
                "name-breach-is-access-denied | what is wrong with Name is answered with AccessDeniedException",
                "validation-is-called-validation-error | ValidationException is called ValidationError",
                // answers
                "validation-has-status-422   | each ValidationException carries 422",
                "every-error-is-400          | all errors carry 400",
                "success-is-201              | success carries 201",
                "success-says-an-empty-object | success has a body",
                // effects
                "first-put-wins              | the first put wins: later ones change nothing",
                "nothing-is-stored           | nothing is stored",
                "name-alone-is-overwritten   | the second put merges: it keeps the old EmailAddress, PhoneNumber, Title",
                "name-is-stored-in-capitals  | stored in capital letters: Name",
                "name-is-read-in-latin-1     | Name does not always come back as it was sent",
                "all-types-are-set           | a put of one contact sets all of the account's",
                // who may
                "everybody-names-anybody     | nothing about organizations is checked",
                "signatures-go-unchecked     | advice: of a signature only the access key is looked at",
                "stored-although-invalid     | not kept: A refused request leaves the contact as it was.",
            })
    void a_flaw_is_told_as_the_one_cause_it_is(String flaw, String cause) {
        Duel.Examined examined = Examinations.of(flaw);

        assertThat(Examinations.causes(examined), contains(cause));
        assertThat(
                explained(examined),
                containsInAnyOrder(examined.certificate().findings().toArray()));
    }

    @Test
    void the_same_flaw_of_all_members_is_one_cause() {
        assertThat(
                Examinations.causes(Examinations.of(
                        "email-is-unbounded", "name-is-unbounded", "phone-is-unbounded", "title-is-unbounded")),
                contains("no length limits are kept"));
        assertThat(
                Examinations.causes(Examinations.of(
                        "type-is-optional",
                        "email-is-optional",
                        "name-is-optional",
                        "phone-is-optional",
                        "title-is-optional")),
                contains("no member is required"));
        assertThat(
                Examinations.causes(Examinations.of("name-up-to-128", "title-up-to-64")),
                containsInAnyOrder("Name: accepts up to 128 characters", "Title: accepts up to 64 characters"));
    }

    /** As its documentation and its source have it: all but the contact type goes unchecked. */
    @Test
    void an_endpoint_like_moto_reads_right_at_a_glance() {
        Duel.Examined moto = Examinations.of(
                "email-is-unbounded",
                "email-has-no-pattern",
                "email-is-optional",
                "name-is-unbounded",
                "name-is-optional",
                "phone-is-unbounded",
                "phone-has-no-pattern",
                "phone-is-optional",
                "title-is-unbounded",
                "title-is-optional",
                "access-denied-has-status-400",
                "success-says-an-empty-object",
                "signatures-go-unchecked");

        assertThat(
                Examinations.causes(moto),
                contains(
                        "nothing is checked of EmailAddress, Name, PhoneNumber, Title",
                        "success has a body",
                        "each AccessDeniedException carries 400",
                        "advice: of a signature only the access key is looked at"));
        assertThat(
                explained(moto),
                containsInAnyOrder(moto.certificate().findings().toArray()));
    }

    @Test
    void flaws_that_have_nothing_to_do_with_each_other_stay_apart() {
        Duel.Examined examined = Examinations.of("name-up-to-128", "phone-accepts-dot", "success-is-201");

        assertThat(
                Examinations.causes(examined),
                containsInAnyOrder(
                        "Name: accepts up to 128 characters",
                        "PhoneNumber: accepts these extra characters: .",
                        "success carries 201"));
    }

    @Test
    void a_cause_is_shown_by_its_smallest_request() {
        Cause cause = Examinations.all(Examinations.of("title-is-unbounded")).get(0);

        assertThat(
                cause.shown().sent(),
                is("POST /putAlternateContact, Title \"" + "a".repeat(51) + "\", by the account"));
        assertThat(cause.showing().deviation(), is(cause.shown()));
    }

    @Test
    void at_depth_core_less_is_known_and_what_is_told_is_still_true() {
        assertThat(
                Examinations.causes(Examinations.at(Depth.CORE, "name-refuses-apostrophes")),
                contains("Name: refuses these characters: '"));
        assertThat(
                Examinations.causes(Examinations.at(Depth.CORE, "title-up-to-64")),
                contains("Title: accepts up to 64 characters"));
        assertThat(
                Examinations.causes(Examinations.at(Depth.CORE, "name-counts-bytes")),
                contains("advice: Name: counts UTF-8 bytes"));
    }

    @Test
    void a_right_endpoint_has_no_cause_and_costs_no_request() {
        Duel.Examined right = Examinations.of();

        assertThat(right.diagnosis().causes(), is(empty()));
        assertThat(right.diagnosis().measured().keySet(), is(empty()));
        assertThat(right.spent(), is(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "counts-utf16-units",
                "blanks-of-re2",
                "words-of-every-script",
                "numbers-and-truth-values-are-strings",
                "unknown-type-is-access-denied",
                "stale-reads"
            })
    void a_lawful_variant_fails_for_no_cause(String variant) {
        Duel.Examined lawful =
                Examinations.of(Depth.FULL, Variant.named(variant).orElseThrow().behaviour());

        assertThat(
                lawful.diagnosis().causes().stream()
                        .filter(cause -> !cause.isAdvisory())
                        .toList(),
                is(empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone-is-e164", "name-up-to-128", "email-is-that-of-rfc-5322", "first-put-wins"})
    void no_limit_is_worth_more_than_a_dozen_requests(String flaw) {
        Duel.Examined examined = Examinations.of(flaw);
        // A length, a pattern, and what a call leaves behind may each have been measured.
        assertThat(examined.spent(), is(lessThan(2 * 12 + 1)));
    }

    private static List<Finding> explained(Duel.Examined examined) {
        return Examinations.all(examined).stream()
                .flatMap(cause -> cause.findings().stream())
                .toList();
    }
}
