package accountspec.measure;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import accountspec.doubles.Recorded;
import accountspec.doubles.Trials;
import accountspec.doubles.Wires;
import accountspec.exchange.Silence;
import accountspec.power.Duel;
import accountspec.power.Examinations;
import accountspec.reference.Flaw;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.Time;
import accountspec.reference.World;
import accountspec.trial.Trial;
import accountspec.verdict.Verdict;
import accountspec.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name-may-be-one-longer       | PAC-NAME-2  | accepts up to 65 characters",
                "name-must-be-one-shorter     | PAC-NAME-2  | accepts up to 63 characters",
                "email-up-to-320              | PAC-EMAIL-2 | accepts up to 320 characters",
                "title-up-to-64               | PAC-TITLE-2 | accepts up to 64 characters",
                "phone-up-to-15               | PAC-PHONE-2 | accepts up to 15 characters",
                "name-is-unbounded            | PAC-NAME-2  | accepts 1,000,000 characters and more",
                "phone-is-unbounded           | PAC-PHONE-2 | accepts 4,096 characters and more",
                "title-counts-utf16-units     | PAC-TITLE-4 | counts UTF-16 units",
                "title-counts-bytes           | PAC-TITLE-2 | counts UTF-8 bytes",
                "title-is-counted-without-blanks-around-it | PAC-TITLE-2 | trims before it counts",
                "phone-may-be-empty           | PAC-PHONE-2 | accepts the empty text",
                "email-must-have-6            | PAC-EMAIL-2 | accepts 6 characters and more",
                "phone-hyphen-makes-a-range   | PAC-PHONE-3 | accepts these extra characters: * ,",
                "phone-blanks-are-only-spaces | PAC-PHONE-3 | refuses these characters: ␉ ␊ (U+000C) ␍",
                "email-host-accepts-slash     | PAC-EMAIL-3 | accepts these extra characters in the host: /",
                "title-refuses-angle-brackets | PAC-TITLE-3 | refuses these characters: < >",
                "type-accepts-other           | PAC-TYPE-2  | accepts \"OTHER\"",
            })
    void what_a_flaw_really_does_is_measured(String flaw, String clause, String told) {
        assertThat(Examinations.of(flaw).diagnosis().measured().get(clause), contains(told));
    }

    @Test
    void what_is_cut_is_told_with_what_is_kept_of_it() {
        assertThat(
                Examinations.of("name-too-long-is-cut").diagnosis().measured().get("PAC-NAME-2"),
                contains("accepts 1,000,000 characters and more", "keeps only the first 64"));
    }

    // ---- what it costs

    /** Without a run to tell anything beforehand, each limit has to be found from nothing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 47, 63, 65, 99, 128, 255, 777, 1_024, 4_000})
    void a_limit_takes_at_most_a_dozen_requests_and_what_is_told_is_true(int limit) {
        Wire wire = limitedTo(limit);
        Trial trial = Trials.of(Trials.target(Trials.ALONE), wire);
        trial.validDraft(); // the control is not the measuring's
        int before = trial.requests();

        LengthMeasure name =
                Measurement.of(trial, Set.of("PAC-NAME-2"), true).lengths().get("Name");

        assertThat(trial.requests() - before, is(lessThanOrEqualTo(Probes.MOST)));
        assertThat(name.most().orElse(0), is(lessThanOrEqualTo(limit)));
        assertThat(name.refusedFrom().orElse(Integer.MAX_VALUE), is(greaterThan(limit)));
    }

    @Test
    void nothing_is_asked_where_nothing_deviates_or_nobody_wants_to_know() {
        for (boolean mayAsk : List.of(true, false)) {
            Trial trial = Trials.of(Trials.target(Trials.ALONE), Wires.right());
            trial.validDraft();
            int before = trial.requests();

            Measured measured = Measurement.of(trial, mayAsk ? Set.of() : Set.of("PAC-NAME-2", "PAC-SET-2"), mayAsk);

            assertThat(trial.requests(), is(before));
            assertThat(measured.byClause(), is(Map.of()));
        }
    }

    @Test
    void a_target_that_dies_ends_the_measuring_with_what_is_known() {
        Recorded wire = Recorded.of(dyingAfter(9, limitedTo(128)));
        Trial trial = Trials.of(Trials.target(Trials.ALONE), wire);
        trial.validDraft();

        Measured measured = Measurement.of(trial, Set.of("PAC-NAME-2", "PAC-TITLE-2", "PAC-SET-2"), true);

        LengthMeasure name = measured.lengths().get("Name");
        assertThat(name.most().orElse(0), is(lessThanOrEqualTo(128)));
        assertThat(measured.effect().isPresent(), is(false));
        assertThat(wire.sent().size(), is(lessThanOrEqualTo(9 + 8)));
    }

    // ---- as built

    @Test
    void the_contract_as_built_has_the_targets_own_limits_beside_the_documented_ones() {
        Map<String, Object> built = built(Examinations.of("name-up-to-128", "phone-accepts-dot", "success-is-201"));

        assertThat(at(built, "members", "Name", "longest"), is(Map.of("documented", 64, "built", 128)));
        assertThat(
                at(built, "members", "PhoneNumber", "pattern", "built", "accepts also"),
                is(Map.of("anywhere", List.of("."))));
        assertThat(at(built, "members", "Title", "longest"), is(Map.of("documented", 50, "built", "as documented")));
        assertThat(at(built, "success", "status"), is(Map.of("documented", 200, "built", 201)));
        assertThat(at(built, "errors", "ValidationException"), is(Map.of("documented", 400, "built", "as documented")));
        assertThat(at(built, "effect", "built"), is("as documented"));
    }

    @Test
    void a_right_endpoint_is_built_as_documented_throughout() {
        Map<String, Object> built = built(Examinations.of());

        assertThat(notAsDocumented(built), is(empty()));
        assertThat(at(built, "members", "EmailAddress", "required", "built"), is("as documented"));
        assertThat(at(built, "members", "EmailAddress", "shortest", "built"), is("as documented"));
        assertThat(at(built, "members", "Name", "a list"), is("refused"));
    }

    @Test
    void a_merging_endpoint_is_said_to_merge() {
        assertThat(
                at(built(Examinations.of("title-alone-is-overwritten")), "effect", "built"),
                is(List.of("the second put merges: it keeps the old EmailAddress, Name, PhoneNumber")));
    }

    private static Map<String, Object> built(Duel.Examined examined) {
        return AsBuilt.of(
                examined.measured(),
                examined.certificate().ids(Verdict.CONFORMS),
                examined.certificate().ids(Verdict.DEVIATES));
    }

    private static Object at(Object tree, String... path) {
        Object node = tree;
        for (String key : path) {
            node = ((Map<?, ?>) node).get(key);
        }
        return node;
    }

    private static List<Object> notAsDocumented(Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            return List.of();
        }
        if (map.containsKey("documented")) {
            boolean silent = map.get("documented").equals("not on the page");
            return silent || "as documented".equals(map.get("built")) ? List.of() : List.of(map);
        }
        return map.values().stream()
                .flatMap(value -> notAsDocumented(value).stream())
                .toList();
    }

    /** Names up to that many letters, and anything else as documented. */
    private static Wire limitedTo(int letters) {
        Wire any = ReferenceEndpoint.of(
                World.standard().unsigned(),
                Flaw.named("name-is-unbounded").orElseThrow().behaviour(),
                Time.real())::answer;
        return request -> Wires.text(request).matches("(?s).*\"Name\":\"a{" + (letters + 1) + ",}.*")
                ? Wires.error(400, "ValidationException")
                : any.send(request);
    }

    private static Wire dyingAfter(int requests, Wire wire) {
        AtomicInteger sent = new AtomicInteger();
        return request -> sent.incrementAndGet() <= requests
                ? wire.send(request)
                : new Silence(Silence.Kind.UNREACHABLE, "connection refused");
    }
}
