package accountspec.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import accountspec.spec.Clause;
import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import accountspec.spec.Standing;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The run in Allure's own words: its labels, categories, environment, executor and history. */
final class AllureWords {

    private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

    /** How the files of the history begin in the page: a name and what it holds, in base64. */
    private static final String HISTORY = "d('history/";

    private final ClauseBook book;
    private final String operation;

    /** @param operation by its name at AWS */
    AllureWords(ClauseBook book, String operation) {
        this.book = book;
        this.operation = operation;
    }

    /** Sorts a scenario under its statement, with a link to it on the page of the run. */
    void label(TestResult result) {
        // As HTML: in Markdown, what is indented in a feature would be code; and it takes Allure long to read.
        result.setDescriptionHtml(paragraphs(result.getDescription())).setDescription(null);
        identify(result);
        clause(result).ifPresent(clause -> {
            List<Label> labels = new ArrayList<>(result.getLabels());
            labels.removeIf(label -> List.of("epic", "story", "severity").contains(label.getName()));
            labels.add(new Label().setName("epic").setValue(operation));
            labels.add(new Label().setName("story").setValue(clause.id() + "  " + clause.text()));
            labels.add(new Label().setName("severity").setValue(severity(clause.standing())));
            result.setLabels(labels);
            List<Link> links = new ArrayList<>(result.getLinks());
            links.add(new Link()
                    .setName(clause.id().text())
                    .setType("tms")
                    .setUrl("../index.html#" + clause.id().text()));
            result.setLinks(links);
        });
    }

    private static String paragraphs(@Nullable String description) {
        return Pattern.compile("\\R\\s*\\R")
                .splitAsStream(description == null ? "" : description)
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> "<p>" + paragraph.replace("&", "&amp;").replace("<", "&lt;") + "</p>")
                .collect(Collectors.joining());
    }

    /** By its feature and its name, so that its history outlives a line that is added above it. */
    private static void identify(TestResult result) {
        String feature = result.getFullName().replaceFirst(":\\d+$", "");
        result.setFullName(feature + ": " + result.getName());
        String id = UUID.nameUUIDFromBytes(result.getFullName().getBytes(UTF_8)).toString();
        result.setTestCaseId(id).setHistoryId(id);
    }

    private Optional<Clause> clause(TestResult result) {
        List<String> ids = result.getLabels().stream()
                .filter(label -> label.getName().equals("tag"))
                .map(Label::getValue)
                .filter(ClauseId::isClauseId)
                .toList();
        return ids.isEmpty() ? Optional.empty() : book.find(ClauseId.of(ids.get(ids.size() - 1)));
    }

    private static String severity(Standing standing) {
        return switch (standing) {
            case STATED -> "critical";
            case IMPLIED -> "normal";
            case ADVISED -> "minor";
            case OPEN, UNOBSERVABLE -> "trivial";
        };
    }

    /** @param history what {@link #history} read of the last report */
    static void write(Path results, RunFacts facts, Map<String, byte[]> history, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(results.resolve("history"));
        Files.write(
                results.resolve("categories.json"),
                JSON.writeValueAsBytes(List.of(
                        category("Deviates", "failed", ".*"),
                        category("Unproven", "skipped", "(?s).*verdict\\.Unproven.*"),
                        category("Advice, or waived", "skipped", "(?s).*Deviation\\$Excused.*"),
                        category("The suite failed", "broken", ".*"))));
        Files.write(results.resolve("executor.json"), JSON.writeValueAsBytes(executor(environment, facts.version())));
        Files.writeString(
                results.resolve("environment.properties"),
                property("Target", facts.target())
                        + property("Endpoint", facts.endpoint())
                        + property("Depth", facts.depth())
                        + property("Suite", "accountspec " + facts.version())
                        + property("Java", System.getProperty("java.version")),
                ISO_8859_1);
        for (Map.Entry<String, byte[]> file : history.entrySet()) {
            Files.write(results.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, Object> category(String name, String status, String trace) {
        Map<String, Object> category = new LinkedHashMap<>();
        category.put("name", name);
        category.put("matchedStatuses", List.of(status));
        if (!trace.equals(".*")) {
            category.put("traceRegex", trace);
        }
        return category;
    }

    /** The build that the run belongs to, as the CI servers tell of themselves. */
    static Map<String, String> executor(Map<String, String> environment, String version) {
        Map<String, String> executor = new LinkedHashMap<>();
        executor.put("reportName", "accountspec " + version);
        if (environment.containsKey("GITHUB_RUN_ID")) {
            String repository = environment.getOrDefault("GITHUB_SERVER_URL", "") + "/"
                    + environment.getOrDefault("GITHUB_REPOSITORY", "");
            put(
                    executor,
                    "GitHub Actions",
                    "github",
                    environment.getOrDefault("GITHUB_RUN_NUMBER", ""),
                    repository + "/actions/runs/" + environment.get("GITHUB_RUN_ID"));
        } else if (environment.containsKey("GITLAB_CI")) {
            put(
                    executor,
                    "GitLab",
                    "gitlab",
                    environment.getOrDefault("CI_PIPELINE_IID", ""),
                    environment.getOrDefault("CI_PIPELINE_URL", ""));
        } else if (environment.containsKey("JENKINS_URL")) {
            put(
                    executor,
                    "Jenkins",
                    "jenkins",
                    environment.getOrDefault("BUILD_NUMBER", ""),
                    environment.getOrDefault("BUILD_URL", ""));
        } else {
            executor.put("name", "accountspec certify");
            executor.put("type", "local");
        }
        return executor;
    }

    private static void put(Map<String, String> executor, String name, String type, String number, String url) {
        executor.put("name", name);
        executor.put("type", type);
        executor.put("buildName", "#" + number);
        executor.put("buildOrder", number);
        executor.put("buildUrl", url);
    }

    private static String property(String name, String value) {
        StringBuilder line = new StringBuilder(name).append(" = ");
        value.replace("\\", "\\\\").chars().forEach(c -> {
            if (c >= ' ' && c <= '~') {
                line.append((char) c);
            } else {
                line.append(String.format("\\u%04x", c));
            }
        });
        return line.append('\n').toString();
    }

    /** What the last report knew of the runs before it; nothing if there is none. */
    static Map<String, byte[]> history(Path report) throws IOException {
        Map<String, byte[]> history = new LinkedHashMap<>();
        Path page = report.resolve("index.html");
        if (Files.exists(page)) {
            String html = Files.readString(page, ISO_8859_1);
            for (int at = html.indexOf(HISTORY); at >= 0; at = html.indexOf(HISTORY, at + 1)) {
                int name = at + "d('".length();
                int nameEnd = html.indexOf('\'', name);
                int content = nameEnd + "','".length();
                int contentEnd = html.indexOf('\'', content);
                if (nameEnd > 0 && html.startsWith("','", nameEnd) && contentEnd > 0) {
                    history.put(
                            html.substring(name, nameEnd),
                            Base64.getDecoder()
                                    .decode(html.substring(content, contentEnd).getBytes(ISO_8859_1)));
                }
            }
        }
        return history;
    }
}
