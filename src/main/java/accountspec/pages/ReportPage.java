package accountspec.pages;

import accountspec.exchange.Printable;
import accountspec.exchange.Redaction;
import accountspec.pages.Report.Bar;
import accountspec.pages.Report.Count;
import accountspec.pages.Report.Fact;
import accountspec.pages.Report.Group;
import accountspec.pages.Report.Reading;
import accountspec.pages.Report.ShownClause;
import accountspec.pages.Report.ShownFinding;
import accountspec.pages.Report.ShownScenario;
import accountspec.pages.Report.Want;
import accountspec.recording.Recorded;
import accountspec.recording.Tally;
import accountspec.report.RunFacts;
import accountspec.verdict.Certificate;
import accountspec.verdict.ClauseResult;
import accountspec.verdict.Finding;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Noted;
import accountspec.verdict.ScenarioResult.Undecided;
import accountspec.verdict.Verdict;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code index.html}: the page that people open. */
public final class ReportPage {

    static final String TEMPLATES = "accountspec.pages.templates";

    /** Characters of exchanges that a page has room for; what is beyond is in the recording. */
    private static final int ROOM = 1_400_000;

    private static final int MOST_FINDINGS = 200;
    private static final int MOST_FINDINGS_OF_A_CLAUSE = 20;
    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_TOLD = 200;

    private final Certificate certificate;
    private final Evidence evidence;
    private final Redaction redaction;
    private final Map<String, ClauseResult> clauses = new HashMap<>();
    private final Map<String, List<ScenarioResult>> scenarios = new HashMap<>();
    private int room = ROOM;

    private ReportPage(Certificate certificate, Evidence evidence, Redaction redaction) {
        this.certificate = certificate;
        this.evidence = evidence;
        this.redaction = redaction;
        certificate.clauses().forEach(clause -> clauses.put(clause.clause().id().text(), clause));
        for (ScenarioResult scenario : certificate.scenarios()) {
            for (String clause : scenario.clauses()) {
                scenarios.computeIfAbsent(clause, id -> new ArrayList<>()).add(scenario);
            }
        }
    }

    /**
     * What there is to show for what is said.
     *
     * @param of the exchange that shows a finding
     * @param sample an exchange of a scenario's own
     * @param curl the command that sends a recorded request again
     * @param measured what was found out beyond a finding
     * @param command {@code certify} as it was called, without the choice of what to ask
     */
    public record Evidence(
            Function<Finding, Optional<Recorded>> of,
            Function<ScenarioResult, Optional<Recorded>> sample,
            Function<Recorded, String> curl,
            Tally tally,
            String command,
            List<Cause> causes,
            Function<Finding, Optional<String>> measured,
            Optional<String> power,
            boolean masked) {}

    public static Path write(
            Path folder, Certificate certificate, RunFacts facts, Evidence evidence, Redaction redaction)
            throws IOException {
        Report report = new ReportPage(certificate, evidence, redaction).report(facts);
        Path file = folder.resolve("index.html");
        render("index.jte", report, file);
        return file;
    }

    static void render(String template, Object page, Path file) throws IOException {
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
        try (Writer out = Files.newBufferedWriter(file)) {
            engine.render(template, page, new WriterOutput(out));
        }
    }

    private Report report(RunFacts facts) {
        List<ShownFinding> findings = findings(); // first: they have the first claim on the room
        return new Report(
                Sheet.bundled(),
                facts.operation(),
                capital(certificate.outcome().word()),
                css(),
                reason(),
                certificate.reasons().stream().map(this::line).toList(),
                facts(facts),
                counts(),
                certificate.advice(),
                evidence.causes().stream()
                        .map(cause -> new Cause(line(cause.told()), cause.clauses(), cause.scenarios()))
                        .toList(),
                findings,
                certificate.findings().size() - findings.size(),
                groups(),
                readings(),
                wants(),
                traffic(),
                latencies(),
                evidence.power(),
                commands(facts),
                evidence.masked());
    }

    // ---- the verdict

    private String css() {
        return switch (certificate.outcome().exitStatus()) {
            case 0 -> "conforms";
            case 1, 5, 6 -> "deviates";
            default -> "unproven";
        };
    }

    private String reason() {
        long binding = certificate.clauses().stream()
                .filter(clause -> clause.clause().standing().binds())
                .count();
        List<String> broken = ids(ClauseResult::fails);
        List<String> unproven = ids(clause -> clause.verdict() == Verdict.UNPROVEN
                && clause.clause().standing().binds());
        return switch (certificate.outcome()) {
            case DOES_NOT_CONFORM ->
                broken.size() == 1
                        ? "One of the " + binding + " statements that bind is broken: " + broken.get(0) + "."
                        : broken.size() + " of the " + binding + " statements that bind are broken: " + some(broken)
                                + ".";
            case CONFORMS_IN_PART ->
                unproven.isEmpty()
                        ? sentence(certificate.reasons().get(0))
                        : "Nothing was found broken, but " + unproven.size() + " of the " + binding
                                + " statements that bind could not be tried: the profile does not offer what they need.";
            case CONFORMS -> "All " + binding + " statements that bind were proven, or cannot be observed.";
            default -> sentence(line(certificate.reasons().get(0)));
        };
    }

    private List<String> ids(Predicate<ClauseResult> which) {
        return certificate.clauses().stream()
                .filter(which)
                .map(clause -> clause.clause().id().text())
                .toList();
    }

    private static String some(List<String> ids) {
        return ids.size() <= 6
                ? String.join(", ", ids)
                : String.join(", ", ids.subList(0, 5)) + " and " + (ids.size() - 5) + " more";
    }

    private static List<Fact> facts(RunFacts facts) {
        return List.of(
                new Fact("Target", Printable.line(facts.target(), 200)),
                new Fact("Endpoint", Printable.line(facts.endpoint(), 200)),
                new Fact("When", facts.began()),
                new Fact("Depth", facts.depth() + ", " + facts.planned() + " scenarios"),
                new Fact("Requests", facts.requests() + " in " + seconds(facts.took())),
                new Fact("Contacts", restored(facts)),
                new Fact("Suite", "accountspec " + facts.version()));
    }

    /** Whether the target's contacts are as they were before the run. */
    private static String restored(RunFacts facts) {
        String how = "restored: " + facts.course().restored();
        return facts.course()
                .journal()
                .map(journal -> how + "; kept in " + journal)
                .orElse(how);
    }

    private List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        for (Verdict verdict :
                List.of(Verdict.CONFORMS, Verdict.DEVIATES, Verdict.UNPROVEN, Verdict.NOTED, Verdict.NOT_RUN)) {
            long clauses = certificate.count(verdict);
            if (clauses > 0) {
                counts.add(new Count(Mark.of(verdict), clauses));
            }
        }
        return counts;
    }

    // ---- findings

    private List<ShownFinding> findings() {
        List<ShownFinding> shown = new ArrayList<>();
        Map<String, Integer> perClause = new HashMap<>();
        List<Finding> weightiestFirst = certificate.findings().stream()
                .sorted((one, other) -> Integer.compare(weight(one), weight(other)))
                .toList();
        for (Finding finding : weightiestFirst) {
            if (shown.size() < MOST_FINDINGS
                    && perClause.merge(finding.clause(), 1, Integer::sum) <= MOST_FINDINGS_OF_A_CLAUSE) {
                shown.add(finding(finding, shown.size() + 1));
            }
        }
        return shown;
    }

    private static int weight(Finding finding) {
        if (finding.waived()) {
            return 1;
        }
        return finding.advisory() ? 2 : 0;
    }

    private ShownFinding finding(Finding finding, int number) {
        ClauseResult clause = clauses.get(finding.clause());
        Optional<Recorded> recorded = evidence.of().apply(finding);
        String kind = finding.waived() ? "waived" : finding.advisory() ? "advice" : "deviation";
        return new ShownFinding(
                "finding-" + number,
                finding.clause(),
                clause.clause().text(),
                clause.clause().standing().word(),
                kind,
                line(finding.deviation().expected()),
                line(finding.deviation().was()),
                line(finding.deviation().sent()),
                line(evidence.measured().apply(finding).orElse("")),
                finding.scenario().at(),
                line(finding.scenario().name()),
                finding.more(),
                recorded.map(evidence.curl()).map(redaction::in).orElse(""),
                evidence.command() + " --clause " + finding.clause(),
                recorded.flatMap(this::shown));
    }

    private Optional<ShownExchange> shown(Recorded recorded) {
        ShownExchange exchange = ShownExchange.of(recorded);
        room -= exchange.size();
        return room > 0 ? Optional.of(exchange) : Optional.empty();
    }

    // ---- the page in its own order

    private List<Group> groups() {
        Map<String, List<ShownClause>> groups = new LinkedHashMap<>();
        for (ClauseResult clause : certificate.clauses()) {
            groups.computeIfAbsent(clause.clause().group(), title -> new ArrayList<>())
                    .add(clause(clause));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(anchor(group.getKey()), group.getKey(), group.getValue()))
                .toList();
    }

    private ShownClause clause(ClauseResult result) {
        List<ScenarioResult> tried = scenarios.getOrDefault(result.clause().id().text(), List.of());
        return new ShownClause(
                result.clause(),
                Mark.of(result.verdict()),
                result.waived(),
                line(result.because().orElse("")),
                line(result.reading().orElse("")),
                tried.stream().map(this::scenario).toList(),
                tried.stream()
                        .map(evidence.sample())
                        .flatMap(Optional::stream)
                        .findFirst()
                        .flatMap(this::shown));
    }

    private ShownScenario scenario(ScenarioResult scenario) {
        String told = "";
        if (scenario.result() instanceof Deviates deviates) {
            told = "was " + deviates.deviation().was();
        } else if (scenario.result() instanceof Undecided undecided) {
            told = undecided.reason();
        } else if (scenario.result() instanceof Noted noted) {
            told = noted.reading();
        } else if (scenario.result() instanceof Broken broken) {
            told = broken.message();
        }
        return new ShownScenario(
                Mark.of(scenario.result()),
                line(scenario.name()),
                scenario.at(),
                scenario.requests(),
                line(told, LONGEST_TOLD));
    }

    private List<Reading> readings() {
        return certificate.clauses().stream()
                .filter(clause -> clause.reading().isPresent())
                .map(clause -> new Reading(
                        clause.clause().id().text(),
                        clause.clause().text(),
                        line(clause.reading().get())))
                .toList();
    }

    /** By what is missing: one thing often stands in the way of many clauses. */
    private List<Want> wants() {
        Map<String, List<String>> wants = new LinkedHashMap<>();
        certificate.clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.UNPROVEN)
                .forEach(clause -> wants.computeIfAbsent(line(clause.because().orElse("")), reason -> new ArrayList<>())
                        .add(clause.clause().id().text()));
        return wants.entrySet().stream()
                .map(want -> new Want(want.getKey(), want.getValue()))
                .toList();
    }

    // ---- the run

    private List<Fact> traffic() {
        Tally tally = evidence.tally();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Requests", String.valueOf(tally.requests())));
        for (double percent : new double[] {50, 90, 99, 100}) {
            String name = percent == 100 ? "Slowest" : Math.round(percent) + " % within";
            facts.add(new Fact(name, millis(tally.percentile(percent))));
        }
        facts.add(new Fact("Throttled", String.valueOf(tally.throttled())));
        facts.add(new Fact("Unanswered", String.valueOf(tally.unanswered())));
        facts.add(new Fact(
                "Answers by status",
                tally.statuses().entrySet().stream()
                        .map(status -> status.getKey() + ": " + status.getValue())
                        .collect(Collectors.joining(", "))));
        return facts;
    }

    private List<Bar> latencies() {
        List<Tally.Stretch> stretches = evidence.tally().stretches();
        int most = stretches.stream().mapToInt(Tally.Stretch::requests).max().orElse(1);
        return stretches.stream()
                .map(stretch -> new Bar("up to " + millis(stretch.upTo()), stretch.requests(), (int)
                        Math.ceil(100.0 * stretch.requests() / most)))
                .toList();
    }

    private List<Fact> commands(RunFacts facts) {
        List<Fact> commands = new ArrayList<>();
        commands.add(new Fact("The same run again", evidence.command() + " --depth " + facts.depth()));
        certificate.findings().stream()
                .findFirst()
                .ifPresent(finding -> commands.add(
                        new Fact("One statement alone", evidence.command() + " --clause " + finding.clause())));
        commands.add(new Fact(
                "What a statement says, and what is sent to try it",
                "./accountspec explain "
                        + certificate.clauses().get(0).clause().id().text()));
        commands.add(new Fact("How many flawed endpoints the features catch", "./accountspec power"));
        return commands;
    }

    // ---- words

    private String line(String text) {
        return line(text, LONGEST_LINE);
    }

    private String line(String text, int longest) {
        String line = redaction.in(Printable.line(text, longest));
        return line.length() <= longest ? line : line.substring(0, longest) + "… (cut)";
    }

    static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String sentence(String words) {
        String capital = capital(words);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static String millis(Duration took) {
        double millis = took.toNanos() / 1e6;
        return millis < 1_000 ? String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis) : seconds(took);
    }
}
