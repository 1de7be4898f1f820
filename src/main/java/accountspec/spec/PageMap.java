package accountspec.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page that the clauses were written from: where each sentence stands, its fingerprint, and the clauses that answer for it. It holds
 * none of AWS's words.
 *
 * @param page the page's title
 * @param source where AWS publishes it
 * @param retrieved the year and month of the copy
 * @param sha256 of the whole copy, as {@link Page#sha256} has it
 * @param sentences in the page's order
 */
public record PageMap(String page, String source, String retrieved, String sha256, List<Entry> sentences) {

    /** Where a checkout has it. */
    public static final Path IN_CHECKOUT = Path.of(OperationFolder.path("page.yaml"));

    static final String BUNDLED = OperationFolder.path("page.yaml");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public PageMap {
        sentences = List.copyOf(sentences);
    }

    /** A sentence without its words. */
    public record Entry(String place, String fingerprint, List<ClauseId> clauses) {

        public Entry {
            clauses = List.copyOf(clauses);
        }
    }

    /** The page of the operation that is certified, from the class path. */
    public static PageMap bundled() {
        var stream = PageMap.class.getClassLoader().getResourceAsStream(BUNDLED);
        if (stream == null) {
            throw new SpecException("no " + BUNDLED + " on the class path; the build puts the folder features there");
        }
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return read(BUNDLED, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws SpecException when the text is not such a map, or was edited so that its sha256 no longer fits */
    public static PageMap read(String source, Reader text) throws IOException {
        try {
            var map = YAML.readValue(text, Written.class).map();
            if (!map.sha256.equals(fingerprint(map.sentences))) {
                throw new SpecException(source + ": its places and fingerprints do not add up to its sha256");
            }
            return map;
        } catch (JsonProcessingException e) {
            var at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw SpecException.at(source, at, "cannot be read: " + e.getOriginalMessage());
        }
    }

    /** What a copy of the page says otherwise than the page that the clauses were written from. */
    public PageDifference compare(Page copy) {
        return PageDifference.between(this, copy);
    }

    /** This map for another copy: unchanged sentences keep their clauses, all others have none yet. */
    public PageMap rebased(Page copy, String retrieved) {
        var known = new ArrayList<>(sentences);
        var rebased = copy.sentences().stream()
                .map(sentence -> {
                    var entry = new Entry(sentence.place(), sentence.fingerprint(), List.of());
                    return known.stream()
                            .filter(k -> k.place.equals(entry.place) && k.fingerprint.equals(entry.fingerprint))
                            .findFirst()
                            .orElse(entry);
                })
                .toList();
        return new PageMap(page, source, retrieved, copy.sha256(), rebased);
    }

    /** The text of {@code page.yaml}. */
    public String yaml() {
        return yaml(Map.of());
    }

    /** The text of a {@code page.yaml} for another copy, in which what an editor has to do is marked. */
    public String yamlToEdit(Page copy, String retrieved) {
        var notes = new HashMap<String, String>();
        for (var change : compare(copy).changes()) {
            change.text()
                    .ifPresent(text -> notes.put(
                            Fingerprint.of(text),
                            change.kind().name().toLowerCase(Locale.ROOT) + ": which clauses answer for it?"
                                    + (change.clauses().isEmpty() ? "" : " See " + change.clauses())));
        }
        return rebased(copy, retrieved).yaml(notes);
    }

    private String yaml(Map<String, String> notes) {
        var yaml = new StringBuilder("""
                # AWS's page, sentence by sentence, without its words: under each place, for each sentence that stands there, the SHA-256 of
                # its text without white space, and the clauses that answer for it. `accountspec page FILE` compares a copy with this.
                """);
        yaml.append("page: ").append(page).append('\n');
        yaml.append("source: ").append(source).append('\n');
        yaml.append("retrieved: ").append(retrieved).append('\n');
        yaml.append("sha256: ").append(sha256).append('\n');
        yaml.append("sentences:\n");
        var place = "";
        for (var sentence : sentences) {
            if (!sentence.place.equals(place)) {
                place = sentence.place;
                yaml.append("  ").append(place).append(":\n");
            }
            yaml.append("    - { fingerprint: ").append(sentence.fingerprint);
            yaml.append(", clauses: ").append(sentence.clauses).append(" }");
            if (sentence.clauses.isEmpty() && notes.containsKey(sentence.fingerprint)) {
                yaml.append(" # ").append(notes.get(sentence.fingerprint));
            }
            yaml.append('\n');
        }
        return yaml.toString();
    }

    private static String fingerprint(List<Entry> sentences) {
        return Fingerprint.ofPage(sentences.stream()
                .map(s -> new Fingerprint.Placed(s.place, s.fingerprint))
                .toList());
    }

    private record Written(
            String page, String source, String retrieved, String sha256, Map<String, List<WrittenSentence>> sentences) {

        PageMap map() {
            return new PageMap(
                    page,
                    source,
                    retrieved,
                    sha256,
                    new LinkedHashMap<>(sentences)
                            .entrySet().stream()
                                    .flatMap(place -> place.getValue().stream().map(s -> s.at(place.getKey())))
                                    .toList());
        }
    }

    private record WrittenSentence(String fingerprint, List<String> clauses) {

        Entry at(String place) {
            return new Entry(
                    place, fingerprint, clauses.stream().map(ClauseId::of).toList());
        }
    }
}
