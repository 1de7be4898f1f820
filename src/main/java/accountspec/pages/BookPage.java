package accountspec.pages;

import accountspec.pages.Book.Chapter;
import accountspec.pages.Book.Entry;
import accountspec.pages.Book.Placed;
import accountspec.pages.Book.Sentence;
import accountspec.spec.Clause;
import accountspec.spec.ClauseBook;
import accountspec.spec.FeatureText;
import accountspec.spec.FeatureText.RuleText;
import accountspec.spec.PageMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** {@code book.html}: the features as one book, in the page's order, each statement beside the rules that try it. */
public final class BookPage {

    private final ClauseBook clauses;
    private final PageMap page;
    private final List<FeatureText> features;

    private BookPage(ClauseBook clauses, PageMap page, List<FeatureText> features) {
        this.clauses = clauses;
        this.page = page;
        this.features = List.copyOf(features);
    }

    public static void write(Path file, String version, ClauseBook clauses, PageMap page, List<FeatureText> features)
            throws IOException {
        ReportPage.render("book.jte", new BookPage(clauses, page, features).book(version), file);
    }

    private Book book(String version) {
        Map<String, List<Entry>> chapters = new LinkedHashMap<>();
        for (Clause clause : clauses.clauses()) {
            chapters.computeIfAbsent(clause.group(), group -> new ArrayList<>()).add(entry(clause));
        }
        List<Sentence> sentences = new ArrayList<>();
        for (PageMap.Entry sentence : page.sentences()) {
            sentences.add(new Sentence(
                    sentences.size() + 1,
                    sentence.place(),
                    sentence.clauses().stream().map(id -> id.text()).toList()));
        }
        return new Book(
                Sheet.bundled(),
                version,
                page.page(),
                page.source(),
                page.retrieved(),
                chapters.entrySet().stream()
                        .map(chapter ->
                                new Chapter(ReportPage.anchor(chapter.getKey()), chapter.getKey(), chapter.getValue()))
                        .toList(),
                features,
                sentences,
                features.stream().mapToLong(FeatureText::runs).sum(),
                chapters.values().stream()
                        .flatMap(List::stream)
                        .filter(entry ->
                                !entry.rules().isEmpty() || !entry.elsewhere().isEmpty())
                        .count());
    }

    private Entry entry(Clause clause) {
        String id = clause.id().text();
        return new Entry(
                clause,
                rules(rule -> isOf(rule, id)),
                page.sentences().stream()
                        .filter(sentence -> sentence.clauses().contains(clause.id()))
                        .map(PageMap.Entry::place)
                        .distinct()
                        .toList(),
                rules(rule -> !isOf(rule, id)
                        && (rule.clauses().contains(id)
                                || rule.scenarios().stream()
                                        .anyMatch(scenario -> scenario.clauses().contains(id)))));
    }

    private static boolean isOf(RuleText rule, String clause) {
        return !rule.clauses().isEmpty() && rule.clauses().get(0).equals(clause);
    }

    private List<Placed> rules(Predicate<RuleText> which) {
        return features.stream()
                .flatMap(feature -> feature.rules().stream().filter(which).map(rule -> new Placed(feature, rule)))
                .toList();
    }
}
