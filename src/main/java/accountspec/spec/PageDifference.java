package accountspec.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a copy of the page says otherwise than the page that the clauses were written from. */
public record PageDifference(List<Change> changes) {

    public PageDifference {
        changes = List.copyOf(changes);
    }

    /** What became of a sentence. */
    public enum Kind {
        NEW,
        GONE,
        CHANGED
    }

    /**
     * @param place where, with the number of the sentence when several stand there
     * @param text the sentence as the copy has it; none when it is gone, since the project keeps no words of the page
     * @param clauses those to look at again: the sentence's own, or for a new one those of its neighbours
     */
    public record Change(Kind kind, String place, Optional<String> text, List<ClauseId> clauses) {

        public Change {
            clauses = List.copyOf(clauses);
        }
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Every clause to look at again, once. */
    public List<ClauseId> clauses() {
        return changes.stream().flatMap(c -> c.clauses.stream()).distinct().toList();
    }

    static PageDifference between(PageMap map, Page copy) {
        var before = grouped(map.sentences(), PageMap.Entry::place);
        var now = grouped(copy.sentences(), Page.Sentence::place);
        var places = new LinkedHashSet<>(before.keySet());
        places.addAll(now.keySet());
        return new PageDifference(places.stream()
                .flatMap(place -> new Comparison(
                                map, place, before.getOrDefault(place, List.of()), now.getOrDefault(place, List.of()))
                        .changes())
                .toList());
    }

    private static <T> Map<String, List<T>> grouped(List<T> sentences, Function<T, String> place) {
        return sentences.stream().collect(Collectors.groupingBy(place, LinkedHashMap::new, Collectors.toList()));
    }

    /** The sentences of one place, before and now. Their order within it does not matter to a clause. */
    private record Comparison(PageMap map, String place, List<PageMap.Entry> before, List<Page.Sentence> now) {

        Stream<Change> changes() {
            var gone = unmatched(before, PageMap.Entry::fingerprint, now, Page.Sentence::fingerprint);
            var added = unmatched(now, Page.Sentence::fingerprint, before, PageMap.Entry::fingerprint);
            var pairs = Math.min(gone.size(), added.size());
            return Stream.of(
                            IntStream.range(0, pairs).mapToObj(i -> changed(gone.get(i), added.get(i))),
                            gone.stream().skip(pairs).map(this::gone),
                            added.stream().skip(pairs).map(this::added))
                    .flatMap(changes -> changes);
        }

        /** Positions of those that have no like among the others. */
        private static <A, B> List<Integer> unmatched(
                List<A> ours, Function<A, String> our, List<B> others, Function<B, String> other) {
            var rest = new ArrayList<>(others.stream().map(other).toList());
            var unmatched = new ArrayList<Integer>();
            for (int i = 0; i < ours.size(); i++) {
                if (!rest.remove(our.apply(ours.get(i)))) {
                    unmatched.add(i);
                }
            }
            return unmatched;
        }

        private Change gone(int i) {
            return new Change(
                    Kind.GONE,
                    placeOf(i, before.size()),
                    Optional.empty(),
                    before.get(i).clauses());
        }

        private Change added(int i) {
            return new Change(
                    Kind.NEW, placeOf(i, now.size()), Optional.of(now.get(i).text()), neighbours());
        }

        private Change changed(int gone, int added) {
            return new Change(
                    Kind.CHANGED,
                    placeOf(added, now.size()),
                    Optional.of(now.get(added).text()),
                    before.get(gone).clauses());
        }

        private String placeOf(int i, int of) {
            return of == 1 ? place : place + ", sentence " + (i + 1);
        }

        /** The clauses of this place; where nothing stood before, those of the member around it, or else of the section. */
        private List<ClauseId> neighbours() {
            var section = place.replaceAll(",.*", "");
            var member = place.replaceAll("^([^,]*, [^,]*),.*", "$1");
            return Stream.<Predicate<String>>of(
                            place::equals,
                            p -> (p + ",").startsWith(member + ","),
                            section::equals,
                            p -> p.startsWith(section + ","))
                    .map(this::clausesWhere)
                    .filter(clauses -> !clauses.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }

        private List<ClauseId> clausesWhere(Predicate<String> at) {
            return map.sentences().stream()
                    .filter(s -> at.test(s.place()))
                    .flatMap(s -> s.clauses().stream())
                    .distinct()
                    .toList();
        }
    }
}
