package accountspec.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scenarios in the order of their worth: those first that together say something about every clause, and of these
 * those first that catch the most flaws for each request. Measured by {@code power}, which writes it down.
 *
 * @param entries of the scenarios known when it was measured; one that came later has no worth yet
 */
public record Worth(List<Entry> entries) {

    /** The file's name, beside this class. */
    public static final String FILE = "worth.tsv";

    private static final String HEAD = """
            # The scenarios in the order of their worth: flaws caught for each request. Those at depth core come first: the
            # fewest requests that say something about every clause. Made by ./accountspec power --write src/main/resources
            # depth\trequests\tflaws that none before it catches\tfeature\tscenario
            """;

    /** @param feature the file, below {@code features/} */
    public record Scenario(String feature, String name) {}

    /**
     * A scenario's worth.
     *
     * @param requests that it costs against an endpoint that is right
     * @param caught flaws that none before it catches
     */
    public record Entry(Scenario scenario, Depth depth, int requests, int caught) {}

    public Worth {
        entries = List.copyOf(entries);
    }

    /** As it was measured for the features in this jar. */
    public static Worth bundled() {
        try (InputStream file =
                Objects.requireNonNull(Worth.class.getResourceAsStream(FILE), () -> "The jar has no " + FILE)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in the jar cannot be read", e);
        }
    }

    static Worth read(String text) {
        return new Worth(text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 5))
                .map(cells -> new Entry(
                        new Scenario(cells[3], cells[4]),
                        cells[0].equals("core") ? Depth.CORE : Depth.FULL,
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[2])))
                .toList());
    }

    /** The file's text. */
    public String written() {
        return entries.stream()
                .map(entry -> String.join(
                        "\t",
                        entry.depth == Depth.CORE ? "core" : "full",
                        String.valueOf(entry.requests),
                        String.valueOf(entry.caught),
                        entry.scenario.feature,
                        entry.scenario.name))
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    /** The scenarios that only a full run asks. */
    Set<Scenario> fullOnly() {
        return entries.stream()
                .filter(entry -> entry.depth == Depth.FULL)
                .map(Entry::scenario)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The scenarios that do not fit into so many requests, the worthiest having been served first. */
    Set<Scenario> beyond(int requests) {
        Set<Scenario> out = new LinkedHashSet<>();
        int left = requests;
        for (Entry entry : entries) {
            if (entry.requests <= left) {
                left -= entry.requests;
            } else {
                out.add(entry.scenario);
            }
        }
        return out;
    }

    /** What a depth costs. */
    public int requests(Depth depth) {
        return entries.stream()
                .filter(entry -> depth == Depth.FULL || entry.depth == Depth.CORE)
                .mapToInt(Entry::requests)
                .sum();
    }

    public int scenarios(Depth depth) {
        return (int) entries.stream()
                .filter(entry -> depth == Depth.FULL || entry.depth == Depth.CORE)
                .count();
    }
}
