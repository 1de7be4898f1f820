package accountspec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of reports, night after night. Each is a {@code report.json} named for the moment it was written.
 *
 * @param folder made when it is first written to
 */
public record History(Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 10;

    /**
     * What differs between the last run and this one.
     *
     * @param since when the last one was, if there was one
     * @param changes in words, one a clause, what else changed first
     * @param trend the results of the last runs, this one last
     */
    public record Change(Optional<String> since, List<String> changes, List<String> trend) {

        public Change {
            changes = List.copyOf(changes);
            trend = List.copyOf(trend);
        }

        /** Whether there is anything to tell; a first run is news. */
        public boolean isNews() {
            return since.isEmpty() || !changes.isEmpty();
        }

        /** For people, in a paragraph. */
        public String told(String target, String result, int exitStatus) {
            int most = 12;
            String what = since.isEmpty()
                    ? "This is the first run that is kept"
                    : changes.isEmpty()
                            ? "Nothing changed since " + since.get()
                            : "Since " + since.get() + ": "
                                    + String.join(
                                            "; ", changes.stream().limit(most).toList())
                                    + (changes.size() > most ? "; and " + (changes.size() - most) + " more" : "");
            return target + ": " + result + " (exit status " + exitStatus + "). " + what
                    + ". Last runs, the newest last: " + String.join(", ", trend) + ".";
        }
    }

    /**
     * Keeps a report, and compares it with the last that was kept of the same target.
     *
     * @param report the file that the run wrote
     * @param moment names the copy; later moments sort later
     */
    public Change keep(Path report, String moment) throws IOException {
        JsonNode now = JSON.readTree(Files.readString(report));
        Map<String, JsonNode> earlier = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Path file : files()) {
                JsonNode then = JSON.readTree(Files.readString(file));
                if (then.path("target").equals(now.path("target"))) {
                    earlier.put(name(file), then);
                }
            }
        }
        Files.createDirectories(folder);
        Files.copy(report, folder.resolve(moment.replace(':', '-') + ".json"));
        List<String> names = new ArrayList<>(earlier.keySet());
        List<String> trend = new ArrayList<>();
        names.stream()
                .skip(Math.max(0, names.size() - SHOWN + 1))
                .forEach(name -> trend.add(earlier.get(name).path("result").asText()));
        trend.add(now.path("result").asText());
        if (names.isEmpty()) {
            return new Change(Optional.empty(), List.of(), trend);
        }
        String last = names.get(names.size() - 1);
        return new Change(
                Optional.of(last),
                Difference.between(new RunReport(earlier.get(last)), new RunReport(now))
                        .inShort(),
                trend);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }
}
