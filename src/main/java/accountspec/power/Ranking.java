package accountspec.power;

import accountspec.run.Depth;
import accountspec.run.Script.Content;
import accountspec.run.Worth;
import accountspec.run.Worth.Entry;
import accountspec.run.Worth.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts the scenarios in the order of their worth, greedily: always the one next that catches the most flaws, of those not
 * caught yet, for each request that it costs. Equals keep the order of the features, so that the outcome is always the same.
 */
final class Ranking {

    private final List<Content> left;
    private final Map<Scenario, Set<String>> caught;
    private final Map<Scenario, Integer> requests;
    private final List<Entry> entries = new ArrayList<>();

    private Ranking(List<Content> contents, Map<Scenario, Set<String>> caught, Map<Scenario, Integer> requests) {
        this.left = new ArrayList<>(contents);
        this.caught = new LinkedHashMap<>();
        caught.forEach((scenario, flaws) -> this.caught.put(scenario, new HashSet<>(flaws)));
        this.requests = requests;
    }

    /**
     * @param caught by each scenario: the names of flaws
     * @param requests that each scenario costs
     */
    static Worth of(List<Content> contents, Map<Scenario, Set<String>> caught, Map<Scenario, Integer> requests) {
        Ranking ranking = new Ranking(contents, caught, requests);
        ranking.takeCore();
        while (!ranking.left.isEmpty()) {
            ranking.take(Depth.FULL, content -> true);
        }
        return new Worth(ranking.entries);
    }

    /** Takes what says something about every clause, with each thing that a target may lend for it. */
    private void takeCore() {
        // Of a clause that has nothing but what its author wants at depth full, that will do.
        List<Content> candidates = left.stream()
                .filter(content -> !content.isForFullOnly() || isAlone(content))
                .toList();
        Set<Aspect> open = candidates.stream().map(Aspect::of).collect(Collectors.toCollection(HashSet::new));
        while (!open.isEmpty()) {
            Content taken =
                    take(Depth.CORE, content -> candidates.contains(content) && open.contains(Aspect.of(content)));
            open.remove(Aspect.of(taken));
        }
    }

    /** @param needs what a target has to lend */
    private record Aspect(String clause, Set<String> needs) {

        static Aspect of(Content content) {
            return new Aspect(content.clause(), content.needs());
        }
    }

    private boolean isAlone(Content content) {
        return left.stream()
                .filter(other -> other.clause().equals(content.clause()))
                .allMatch(Content::isForFullOnly);
    }

    private Content take(Depth depth, Predicate<Content> from) {
        Content best = left.stream()
                .filter(from)
                .max(Comparator.comparingDouble(this::worth).thenComparing(content -> -left.indexOf(content)))
                .orElseThrow();
        left.remove(best);
        Set<String> flaws = Set.copyOf(caught.getOrDefault(best.scenario(), Set.of()));
        caught.values().forEach(others -> others.removeAll(flaws));
        entries.add(new Entry(best.scenario(), depth, requests.getOrDefault(best.scenario(), 0), flaws.size()));
        return best;
    }

    private double worth(Content content) {
        int flaws = caught.getOrDefault(content.scenario(), Set.of()).size();
        return flaws / (double) Math.max(1, requests.getOrDefault(content.scenario(), 0));
    }
}
