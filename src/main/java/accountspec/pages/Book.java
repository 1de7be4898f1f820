package accountspec.pages;

import accountspec.spec.Clause;
import accountspec.spec.FeatureText;
import accountspec.spec.FeatureText.RuleText;
import java.util.List;

/** All that the book of the features says, ready to be shown. */
public record Book(
        Sheet sheet,
        String version,
        String page,
        String source,
        String retrieved,
        List<Chapter> chapters,
        List<FeatureText> features,
        List<Sentence> sentences,
        long scenarios,
        long exercised) {

    /** A part of the page. */
    public record Chapter(String anchor, String title, List<Entry> entries) {}

    /**
     * A statement and what tries it.
     *
     * @param sentences places on AWS's page that it answers for
     * @param elsewhere rules of other statements with scenarios that try it too
     */
    public record Entry(Clause clause, List<Placed> rules, List<String> sentences, List<Placed> elsewhere) {

        public String id() {
            return clause.id().text();
        }
    }

    /** A rule and the feature it stands in. */
    public record Placed(FeatureText feature, RuleText rule) {

        public String at() {
            return "features/" + feature.file() + ":" + rule.line();
        }
    }

    /** A sentence of AWS's page, without its words. */
    public record Sentence(int number, String place, List<String> clauses) {}

    public long clauses() {
        return chapters.stream().mapToLong(chapter -> chapter.entries().size()).sum();
    }

    public long unanswered() {
        return sentences.stream()
                .filter(sentence -> sentence.clauses().isEmpty())
                .count();
    }
}
