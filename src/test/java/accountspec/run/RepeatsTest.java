package accountspec.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Answer;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.operation.Operation;
import accountspec.reference.ReferenceEndpoint;
import accountspec.spec.ClauseBook;
import accountspec.target.Target;
import accountspec.trial.Cast;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.Repeat;
import accountspec.verdict.Repeat.Kind;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Wire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final ClauseBook BOOK = ClauseBook.bundled();
    private static final String TOO_LONG = "1".repeat(26);
    private static final Script SCRIPT = Script.load();

    private final ReferenceEndpoint endpoint = ReferenceEndpoint.standard();

    @Test
    void what_fails_each_time_is_deterministic() {
        assertThat(
                repeated(request -> has(request, TOO_LONG) ? accepted() : endpoint.answer(request)),
                is(Map.of("PAC-PHONE-2", new Repeat(Kind.DETERMINISTIC, 3, 3))));
    }

    @Test
    void what_fails_once_is_flaky_and_still_told() {
        int[] asked = {0};
        assertThat(
                repeated(request -> has(request, TOO_LONG) && asked[0]++ == 0 ? accepted() : endpoint.answer(request)),
                is(Map.of("PAC-PHONE-2", new Repeat(Kind.FLAKY, 1, 4))));
    }

    @Test
    void what_fails_only_after_another_scenario_depends_on_it() {
        boolean[] upset = {false};
        assertThat(
                repeated(request -> {
                    boolean wrong = upset[0] && has(request, TOO_LONG);
                    upset[0] = !has(request, TOO_LONG) && (upset[0] || has(request, "1".repeat(25)));
                    return wrong ? accepted() : endpoint.answer(request);
                }),
                is(Map.of("PAC-PHONE-2", new Repeat(Kind.DEPENDENT, 2, 4))));
    }

    @Test
    void a_target_that_conforms_is_asked_nothing_twice() {
        assertThat(repeated(endpoint::answer), is(Map.of()));
    }

    @Test
    void what_looks_back_on_the_run_would_see_the_same_again_and_is_not_asked() {
        int[] asked = {0};
        Wire odd = request -> ++asked[0] == 3
                ? Received.of(429, List.of(), "<h1>Sorry</h1>".getBytes(StandardCharsets.UTF_8))
                : endpoint.answer(request);

        assertThat(repeated(odd, "PAC-PHONE-2", "PAC-COMMON-2"), is(Map.of()));
    }

    private Map<String, Repeat> repeated(Wire wire) {
        return repeated(wire, "PAC-PHONE-2");
    }

    private Map<String, Repeat> repeated(Wire wire, String... clauses) {
        Target target = Target.read("double", endpoint.profileYaml(NOWHERE), Map.of());
        Trial trial = new Trial(
                Operation.load("put-alternate-contact"),
                new Cast(
                        target,
                        party -> ProfileSigners.of(target, party),
                        Operation.load("get-alternate-contact"),
                        Operation.load("delete-alternate-contact")),
                wire,
                new Binding(NOWHERE, "test"),
                Pace.of(Map.of()),
                target.patience(),
                Time.REAL,
                exchange -> {});
        Selection selection = Selection.of(Depth.FULL, List.of(clauses), Optional.empty(), BOOK);
        Certificate certificate = Certificate.of(
                BOOK,
                SCRIPT.play(trial, BOOK, target, selection, LocalDate.now()),
                Optional.empty(),
                List.of(),
                LocalDate.now());
        return new Repeats(trial, BOOK, target, selection, Time.REAL).of(certificate);
    }

    private static boolean has(Sent request, String phone) {
        return new String(request.body(), StandardCharsets.UTF_8).contains("\"" + phone + "\"");
    }

    private static Answer accepted() {
        return Received.of(200, List.of(), new byte[0]);
    }
}
