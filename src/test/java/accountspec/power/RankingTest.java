package accountspec.power;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import accountspec.run.Depth;
import accountspec.run.Script.Content;
import accountspec.run.Worth;
import accountspec.run.Worth.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {

    private final Map<Scenario, Set<String>> caught = new LinkedHashMap<>();
    private final Map<Scenario, Integer> requests = new LinkedHashMap<>();

    @Test
    void what_catches_most_for_a_request_comes_first() {
        Content cheap = scenario("cheap", 1, Set.of("a", "b"), "PAC-NAME-1");
        Content dear = scenario("dear", 10, Set.of("a", "b", "c"), "PAC-NAME-2");

        assertThat(names(rank(dear, cheap)), contains("cheap", "dear"));
    }

    @Test
    void a_flaw_that_is_caught_already_counts_no_more() {
        Content first = scenario("first", 1, Set.of("a", "b", "c"), "PAC-NAME-1");
        Content same = scenario("same", 1, Set.of("a", "b"), "PAC-NAME-2");
        Content other = scenario("other", 1, Set.of("d"), "PAC-NAME-3");

        Worth worth = rank(same, first, other);

        assertThat(names(worth), contains("first", "other", "same"));
        assertThat(worth.entries().get(2).caught(), is(0));
    }

    @Test
    void core_is_as_much_as_says_something_about_every_clause() {
        Content best = scenario("best", 1, Set.of("a", "b", "c"), "PAC-NAME-1");
        Content more = scenario("more of the same clause", 1, Set.of("d", "e"), "PAC-NAME-1");
        Content mere = scenario("catches nothing, but has a clause to itself", 9, Set.of(), "PAC-NAME-2");

        Worth worth = rank(best, more, mere);

        assertThat(
                names(worth),
                contains(
                        best.scenario().name(),
                        mere.scenario().name(),
                        more.scenario().name()));
        assertThat(worth.scenarios(Depth.CORE), is(2));
        assertThat(worth.requests(Depth.CORE), is(10));
        assertThat(worth.requests(Depth.FULL), is(11));
    }

    @Test
    void a_clause_is_served_with_each_thing_that_a_target_may_lend() {
        Content needy = scenario("needy", 1, Set.of("a", "b"), "PAC-NAME-1", "needs-read-back");
        Content plain = scenario("plain", 1, Set.of("a"), "PAC-NAME-1");

        Content again = scenario("lends nothing either", 1, Set.of(), "PAC-NAME-1");

        assertThat(rank(needy, plain, again).scenarios(Depth.CORE), is(2));
    }

    @Test
    void what_its_author_wants_at_depth_full_is_no_core_unless_its_clause_has_nothing_else() {
        Content fine = scenario("fine", 1, Set.of("a", "b"), "PAC-NAME-1", "full");
        Content plain = scenario("plain", 1, Set.of("a"), "PAC-NAME-1");
        Content alone = scenario("alone", 1, Set.of("c"), "PAC-NAME-2", "full");

        Worth worth = rank(fine, plain, alone);

        assertThat(
                worth.entries().stream()
                        .filter(entry -> entry.depth() == Depth.CORE)
                        .map(entry -> entry.scenario().name())
                        .toList(),
                contains("plain", "alone"));
    }

    private Content scenario(String name, int cost, Set<String> flaws, String... tags) {
        Content content = new Content(new Scenario("a.feature", name), List.of(tags));
        requests.put(content.scenario(), cost);
        if (!flaws.isEmpty()) {
            caught.put(content.scenario(), flaws);
        }
        return content;
    }

    private Worth rank(Content... contents) {
        return Ranking.of(List.of(contents), caught, requests);
    }

    private static List<String> names(Worth worth) {
        return worth.entries().stream().map(entry -> entry.scenario().name()).toList();
    }
}
