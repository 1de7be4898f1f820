package accountspec.reference;

import static accountspec.reference.Asking.contact;
import static accountspec.reference.Asking.get;
import static accountspec.reference.Asking.put;
import static accountspec.reference.Asking.told;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class VariantTest {

    private static final List<String> NAMES =
            Variant.all().stream().map(Variant::name).toList();

    @Test
    void thereAreMoreThan40() {
        assertThat(NAMES.size(), greaterThanOrEqualTo(40));
    }

    @Test
    void namesAreUniqueKebabCaseAndNoFlaws() {
        List<String> all = Stream.concat(NAMES.stream(), Flaw.all().stream().map(Flaw::name))
                .toList();

        assertThat(NAMES, everyItem(matchesPattern("[a-z0-9]+(-[a-z0-9]+)*")));
        assertThat(all.size() - all.stream().distinct().count(), is(0L));
    }

    @Test
    void aVariantIsFoundByItsName() {
        assertThat(Variant.named("error-name-in-code").isPresent(), is(true));
        assertThat(Variant.named("email-has-no-pattern").isPresent(), is(false));
    }

    /** Those that differ only in time, or only on a real connection, tell the same in a world that stands still. */
    @Test
    void everyVariantShowsButThoseOfTimeAndFraming() {
        List<String> right = Probes.answers(Behaviour.right()).toList();

        List<String> hidden = Variant.all().stream()
                .filter(variant -> !Probes.differ(variant.behaviour(), right))
                .map(Variant::name)
                .toList();

        assertThat(
                hidden,
                containsInAnyOrder(
                        "slow",
                        "sometimes-very-slow",
                        "answers-in-chunks",
                        "answers-end-with-the-connection",
                        "answers-in-http-1-0"));
    }

    @Test
    void aStaleReadCatchesUpWithinASecond() {
        Time time = Time.imagined(Probes.NOW);
        ReferenceEndpoint endpoint = endpoint("stale-reads", time);

        endpoint.answer(put("Name", "First"));
        assertThat(told(endpoint.answer(get("BILLING"))), is("404 ResourceNotFoundException"));
        time.pass(Duration.ofSeconds(1));
        assertThat(contact(endpoint.answer(get("BILLING"))).get("Name").textValue(), is("First"));
        endpoint.answer(put("Name", "Second"));
        assertThat(contact(endpoint.answer(get("BILLING"))).get("Name").textValue(), is("First"));
    }

    @Test
    void aThrottleLetsThroughWhatItsRateAllows() {
        Time time = Time.imagined(Probes.NOW);
        ReferenceEndpoint endpoint = endpoint("throttled-to-20-a-second", time);

        assertThat(answers(endpoint, 20).distinct().toList(), contains("200"));
        assertThat(answers(endpoint, 1).toList(), contains("429 TooManyRequestsException"));
        time.pass(Duration.ofMillis(50));
        assertThat(answers(endpoint, 2).toList(), contains("200", "429 TooManyRequestsException"));
    }

    @Test
    void aFailureGoesAwayAndChangesNothing() {
        ReferenceEndpoint endpoint = endpoint("fails-now-and-then", Time.imagined(Probes.NOW));

        List<String> told = answers(endpoint, 30).toList();

        assertThat(told.stream().filter("500 InternalServerException"::equals).count(), is(2L));
        assertThat(told.get(14), is("500 InternalServerException"));
        assertThat(told.get(15), is("200"));
    }

    @Test
    void timePassesInASlowEndpoint() {
        Time time = Time.imagined(Probes.NOW);
        answers(endpoint("slow", time), 3).toList();

        assertThat(time.now(), is(Probes.NOW.plusMillis(300)));
    }

    @Test
    void theWordsOfEveryScriptAreNotItsSigns() {
        ReferenceEndpoint endpoint = endpoint("words-of-every-script", Time.imagined(Probes.NOW));

        assertThat(told(endpoint.answer(put("EmailAddress", "jos\u00e9@caf\u00e9.fr"))), is("200"));
        assertThat(told(endpoint.answer(put("EmailAddress", "jos%@caf.fr"))), is("400 ValidationException"));
    }

    @Test
    void everyVariantSaysHowInASentence() {
        assertThat(
                Variant.all().stream()
                        .map(Variant::says)
                        .filter(says -> !says.matches("(?s).*\\."))
                        .toList(),
                is(empty()));
    }

    private static Stream<String> answers(ReferenceEndpoint endpoint, int times) {
        return Stream.generate(() -> told(endpoint.answer(put()))).limit(times);
    }

    private static ReferenceEndpoint endpoint(String variant, Time time) {
        return ReferenceEndpoint.of(
                World.standard().unsigned(),
                Variant.named(variant).orElseThrow().behaviour(),
                time);
    }
}
