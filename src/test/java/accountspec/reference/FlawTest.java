package accountspec.reference;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FlawTest {

    private static final List<String> NAMES =
            Flaw.all().stream().map(Flaw::name).toList();

    @Test
    void thereAreMoreThan250() {
        assertThat(NAMES.size(), greaterThanOrEqualTo(250));
    }

    @Test
    void namesAreUnique() {
        List<String> twice = NAMES.stream()
                .filter(name -> NAMES.indexOf(name) != NAMES.lastIndexOf(name))
                .toList();

        assertThat(twice, is(empty()));
        assertThat(new HashSet<>(NAMES), hasSize(NAMES.size()));
    }

    @Test
    void namesAreKebabCase() {
        assertThat(NAMES, everyItem(matchesPattern("[a-z0-9]+(-[a-z0-9]+)*")));
    }

    @Test
    void everyFlawBreaksClausesAndSaysHowInASentence() {
        for (Flaw flaw : Flaw.all()) {
            assertThat(flaw.name(), flaw.clauses(), is(not(empty())));
            assertThat(flaw.name(), flaw.clauses(), everyItem(matchesPattern("PAC-[A-Z]+-\\d+")));
            assertThat(flaw.name(), flaw.says(), matchesPattern("[A-Z].*\\."));
        }
    }

    @Test
    void onlyFlawsAreListedAsCaughtAtDepthFullOnly() {
        assertThat(
                Depths.FULL_ONLY.stream().filter(name -> !NAMES.contains(name)).toList(), is(empty()));
    }

    /** Two requests that differ in everything, so that only a flaw that accepts nothing as documented refuses both. */
    @Test
    void onlyAFlawThatIsDiagnosedOrMuteRefusesThePlainestRequests() {
        for (Flaw flaw : Flaw.all()) {
            ReferenceEndpoint endpoint =
                    ReferenceEndpoint.of(World.standard(), flaw.behaviour(), Time.imagined(Probes.NOW));
            boolean mute = Stream.of(
                            Asking.put("Name", "Carla"),
                            Asking.put(m -> m.put("AlternateContactType", "SECURITY")
                                    .put("EmailAddress", "maria@example.net")
                                    .put("Name", "Maria")
                                    .put("PhoneNumber", "1010101")
                                    .put("Title", "Chief")))
                    .map(put -> endpoint.answer(put, World.standard().anybody()))
                    .allMatch(answer -> answer.status() >= 400);

            assertThat(flaw.name(), mute, is(flaw.sign() != Flaw.Sign.FINDING));
        }
    }

    @Test
    void aFlawIsFoundByItsName() {
        assertThat(Flaw.named("name-counts-utf16-units").isPresent(), is(true));
        assertThat(Flaw.named("no-such-flaw").isPresent(), is(false));
    }

    @Test
    void everyFlawShows() {
        List<String> right = Probes.answers(Behaviour.right()).toList();

        List<String> hidden = Flaw.all().stream()
                .filter(flaw -> !Probes.differ(flaw.behaviour(), right))
                .map(Flaw::name)
                .toList();

        assertThat(hidden, is(empty()));
    }
}
