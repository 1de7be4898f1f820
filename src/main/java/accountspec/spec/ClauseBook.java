package accountspec.spec;

import accountspec.names.Names;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every clause of an operation, in the order of its {@code clauses.md}. */
public final class ClauseBook {

    static final String BUNDLED = OperationFolder.path("clauses.md");

    private final String source;
    private final Map<ClauseId, Clause> clauses;

    private ClauseBook(String source, Collection<Clause> clauses) {
        this.source = source;
        this.clauses = new LinkedHashMap<>();
        clauses.forEach(clause -> this.clauses.put(clause.id(), clause));
    }

    /** The clauses of the operation that is certified, from the class path. */
    public static ClauseBook bundled() {
        return fromClassPath(BUNDLED);
    }

    /**
     * @param resource a path on the class path, such as {@code features/OPERATION/clauses.md}
     * @throws SpecException when it is not there or cannot be understood
     */
    public static ClauseBook fromClassPath(String resource) {
        var stream = ClauseBook.class.getClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            throw new SpecException("no " + resource + " on the class path; the build puts the folder features there");
        }
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return read(resource, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param source what to call the text in messages, a file name usually
     * @throws SpecException with the line, when the text cannot be understood
     */
    public static ClauseBook read(String source, Reader text) throws IOException {
        return new ClauseBook(source, new ClauseReader(source).read(text));
    }

    /** In the order of the book. */
    public List<Clause> clauses() {
        return List.copyOf(clauses.values());
    }

    public Optional<Clause> find(ClauseId id) {
        return Optional.ofNullable(clauses.get(id));
    }

    /** @throws SpecException naming the nearest ids, when there is no such clause */
    public Clause require(ClauseId id) {
        return require(id.text());
    }

    /** As {@link #require(ClauseId)}, for an id as someone typed it, in capital letters or not. */
    public Clause require(String id) {
        return Optional.of(id.toUpperCase(Locale.ROOT))
                .filter(ClauseId::isClauseId)
                .flatMap(text -> find(ClauseId.of(text)))
                .orElseThrow(() -> new SpecException(unknown(id)));
    }

    /** What to say of an id that is not in the book. */
    public String unknown(String id) {
        var known = clauses.keySet().stream().map(ClauseId::text).toList();
        var near = Names.near(id, known, 3);
        return "no clause '" + id + "'; "
                + (near.isEmpty() ? "all of them are in " + source : "the nearest: " + String.join(", ", near));
    }
}
