package accountspec.report;

import accountspec.report.Change.Matter;
import accountspec.report.Change.Reason;
import accountspec.spec.Standing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a later report says otherwise than an earlier one, and where that may come from.
 *
 * @param changes the run as a whole first, then clauses, findings, causes, each in the order of the page
 */
public record Difference(RunReport then, RunReport now, List<Change> changes) {

    public Difference {
        changes = List.copyOf(changes);
    }

    public static Difference between(RunReport then, RunReport now) {
        return new Comparison(then, now).difference();
    }

    public List<Change> of(Matter matter) {
        return changes.stream().filter(change -> change.matter() == matter).toList();
    }

    /** The run and its clauses, in words; findings and causes would say it again. */
    List<String> inShort() {
        return Stream.of(Matter.RUN, Matter.CLAUSE)
                .flatMap(matter -> of(matter).stream())
                .map(Change::told)
                .toList();
    }

    /** Whether the target itself got worse, whatever else changed. */
    public boolean isWorse() {
        return changes.stream().anyMatch(Change::worse);
    }

    /** Whether something may be the target's doing as well as another's, so that the reports cannot tell. */
    public boolean isUndecided() {
        return changes.stream().anyMatch(change -> change.reasons().contains(Reason.TARGET) && !change.isOfTheTarget());
    }

    /** The two are of two targets. */
    public boolean isOfTwoTargets() {
        return !then.target().equals(now.target());
    }

    /** What it comes to, in a sentence. */
    public String told() {
        if (isWorse()) {
            return "The target got worse.";
        }
        if (changes.isEmpty()) {
            return "Nothing changed.";
        }
        return isUndecided()
                ? "It cannot be told whether the target changed: the suite or the page did as well. To tell, judge the"
                        + " earlier run again with this suite (accountspec rejudge) and compare with that."
                : "The target did not get worse.";
    }

    private static final class Comparison {

        private final RunReport then;
        private final RunReport now;
        private final Map<String, JsonNode> before;
        private final Map<String, JsonNode> after;

        Comparison(RunReport then, RunReport now) {
            this.then = then;
            this.now = now;
            this.before = then.clauses();
            this.after = now.clauses();
        }

        Difference difference() {
            List<Change> clauses = clauses();
            List<Change> changes = new ArrayList<>(run(clauses));
            changes.addAll(clauses);
            changes.addAll(findings());
            changes.addAll(causes());
            return new Difference(then, now, changes);
        }

        // ---- the run

        private List<Change> run(List<Change> clauses) {
            List<Change> run = new ArrayList<>();
            Set<Reason> reasons = runReasons(clauses);
            boolean targetsOwn = reasons.equals(Set.of(Reason.TARGET))
                    || clauses.stream().anyMatch(change -> change.isOfTheTarget() && isFault(change.name()));
            boolean worse = rank(now) > rank(then) && targetsOwn;
            about("result", then.result(), now.result(), reasons, worse).ifPresent(run::add);
            about("exitCode", then.text("exitCode"), now.text("exitCode"), reasons, false)
                    .ifPresent(run::add);
            about("depth", then.depth(), now.depth(), Set.of(Reason.SELECTION), false)
                    .ifPresent(run::add);
            about("suite", then.suite(), now.suite(), Set.of(Reason.SUITE), false)
                    .ifPresent(run::add);
            about("page", then.page(), now.page(), Set.of(Reason.PAGE), false).ifPresent(run::add);
            return run;
        }

        private static Optional<Change> about(String name, String was, String is, Set<Reason> reasons, boolean worse) {
            return was.equals(is)
                    ? Optional.empty()
                    : Optional.of(new Change(Matter.RUN, name, Optional.of(was), Optional.of(is), reasons, worse));
        }

        private Set<Reason> runReasons(List<Change> clauses) {
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            clauses.forEach(change -> reasons.addAll(change.reasons()));
            if (didSuiteFail()) {
                reasons.add(Reason.SUITE);
            }
            if (then.exitStatus() == STALE_WAIVER || now.exitStatus() == STALE_WAIVER) {
                reasons.add(Reason.PROFILE);
            }
            if (reasons.isEmpty()) {
                reasons.addAll(general());
                reasons.add(Reason.TARGET);
            }
            return reasons;
        }

        private boolean isFault(String clause) {
            JsonNode is = after.get(clause);
            return is != null
                    && binds(is)
                    && (isUnwaivedDeviation(is) || is.path("verdict").asText().equals("unproven"));
        }

        private static int rank(RunReport report) {
            return RANKS.indexOf(report.result());
        }

        private boolean didSuiteFail() {
            return then.exitStatus() == SUITE_FAILED || now.exitStatus() == SUITE_FAILED;
        }

        // ---- clauses

        private List<Change> clauses() {
            List<Change> changes = new ArrayList<>();
            for (String id : ids()) {
                Optional<String> was = Optional.ofNullable(before.get(id)).map(Comparison::standing);
                Optional<String> is = Optional.ofNullable(after.get(id)).map(Comparison::standing);
                if (!was.equals(is)) {
                    Set<Reason> reasons = reasons(id);
                    changes.add(new Change(Matter.CLAUSE, id, was, is, reasons, isWorse(id, reasons)));
                }
            }
            return changes;
        }

        private Set<String> ids() {
            Set<String> ids = new LinkedHashSet<>(after.keySet());
            ids.addAll(before.keySet());
            return ids;
        }

        /** With the reading of an open clause, which may change without its verdict. */
        private static String standing(JsonNode clause) {
            String reading = clause.path("reading").asText("");
            return clause.path("verdict").asText()
                    + (reading.isEmpty() ? "" : " (" + reading + ")")
                    + (clause.path("waived").asBoolean() ? " (waived)" : "");
        }

        private boolean isWorse(String id, Set<Reason> reasons) {
            JsonNode was = before.get(id);
            JsonNode is = after.get(id);
            return reasons.equals(Set.of(Reason.TARGET))
                    && was != null
                    && is != null
                    && binds(is)
                    && isUnwaivedDeviation(is)
                    && !isUnwaivedDeviation(was);
        }

        private static boolean binds(JsonNode clause) {
            String word = clause.path("standing").asText();
            // An open clause that is scored all the same is one that the profile pinned.
            return Stream.of(Standing.values())
                    .anyMatch(standing -> standing.word().equals(word) && standing != Standing.ADVISED);
        }

        private static boolean isUnwaivedDeviation(JsonNode clause) {
            return clause.path("verdict").asText().equals("deviates")
                    && !clause.path("waived").asBoolean();
        }

        // ---- where it comes from

        /** What is true of every clause alike. */
        private Set<Reason> general() {
            Set<Reason> general = EnumSet.noneOf(Reason.class);
            if (!then.suite().equals(now.suite())) {
                general.add(Reason.SUITE);
            }
            if (!then.page().equals(now.page())) {
                general.add(Reason.PAGE);
            }
            return general;
        }

        private Set<Reason> reasons(String id) {
            Set<Reason> reasons = general();
            JsonNode was = before.get(id);
            JsonNode is = after.get(id);
            if (was == null || is == null) {
                return reasons.isEmpty() ? Set.of(Reason.SUITE) : reasons;
            }
            Set<Reason> own = own(was, is);
            reasons.addAll(own.isEmpty() ? Set.of(Reason.TARGET) : own);
            return reasons;
        }

        /** What the clause itself shows to be other than the target. */
        private Set<Reason> own(JsonNode was, JsonNode is) {
            Set<Reason> own = EnumSet.noneOf(Reason.class);
            boolean sameScenarios = was.path("scenarios").equals(is.path("scenarios"));
            if (is(was, "not run") != is(is, "not run")
                    || !sameScenarios && !then.depth().equals(now.depth())) {
                own.add(Reason.SELECTION);
            } else if (!sameScenarios || !was.path("standing").equals(is.path("standing"))) {
                own.add(Reason.SUITE);
            }
            if (didSuiteFail() && (is(was, "unproven") || is(is, "unproven"))) {
                own.add(Reason.SUITE);
            }
            boolean otherWaiver = is(was, "deviates")
                    && is(is, "deviates")
                    && !was.path("waived").equals(is.path("waived"));
            boolean otherOffer =
                    was.path("notOffered").asBoolean() != is.path("notOffered").asBoolean();
            boolean otherReading = was.path("standing").asText().equals(Standing.OPEN.word())
                    && is(was, "noted") != is(is, "noted")
                    && !is(was, "unproven")
                    && !is(is, "unproven");
            if (otherWaiver || otherOffer || otherReading) {
                own.add(Reason.PROFILE);
            }
            return own;
        }

        private static boolean is(JsonNode clause, String verdict) {
            return clause.path("verdict").asText().equals(verdict);
        }

        // ---- findings

        private List<Change> findings() {
            List<JsonNode> went = new ArrayList<>(then.findings());
            List<JsonNode> appeared = new ArrayList<>(now.findings());
            List<Change> changes = new ArrayList<>();
            // The same deviation first; then the same scenario that found another.
            match(went, appeared, finding -> key(finding, "expected", "was"), changes);
            match(went, appeared, finding -> key(finding, "scenario"), changes);
            for (JsonNode finding : appeared) {
                Set<Reason> reasons = reasons(finding.path("clause").asText());
                boolean worse = reasons.equals(Set.of(Reason.TARGET))
                        && finding.path("severity").asText().equals("deviation")
                        && !finding.path("waived").asBoolean();
                changes.add(finding(finding, Optional.empty(), Optional.of(told(finding)), worse));
            }
            went.forEach(finding -> changes.add(finding(finding, Optional.of(told(finding)), Optional.empty(), false)));
            return changes;
        }

        private static List<String> key(JsonNode finding, String... members) {
            return Stream.concat(Stream.of("clause"), Stream.of(members))
                    .map(member -> finding.path(member).asText())
                    .toList();
        }

        private void match(
                List<JsonNode> went,
                List<JsonNode> appeared,
                Function<JsonNode, List<String>> key,
                List<Change> changes) {
            Map<List<String>, JsonNode> earlier = new LinkedHashMap<>();
            went.forEach(finding -> earlier.putIfAbsent(key.apply(finding), finding));
            for (JsonNode finding : List.copyOf(appeared)) {
                JsonNode same = earlier.remove(key.apply(finding));
                if (same != null) {
                    went.remove(same);
                    appeared.remove(finding);
                    if (!told(same).equals(told(finding))) {
                        changes.add(finding(finding, Optional.of(told(same)), Optional.of(told(finding)), false));
                    }
                }
            }
        }

        private Change finding(JsonNode finding, Optional<String> was, Optional<String> is, boolean worse) {
            String clause = finding.path("clause").asText();
            return new Change(Matter.FINDING, clause, was, is, reasons(clause), worse);
        }

        private static String told(JsonNode finding) {
            int scenarios = finding.path("scenarios").asInt(1);
            return "expected " + finding.path("expected").asText() + ", was "
                    + finding.path("was").asText() + (scenarios == 1 ? "" : ", in " + scenarios + " scenarios")
                    + (finding.path("waived").asBoolean() ? " (waived)" : "");
        }

        // ---- causes

        private List<Change> causes() {
            Map<String, String> was = causes(then);
            Map<String, String> is = causes(now);
            Set<String> sentences = new LinkedHashSet<>(is.keySet());
            sentences.addAll(was.keySet());
            return sentences.stream()
                    .filter(sentence -> !Objects.equals(was.get(sentence), is.get(sentence)))
                    .map(sentence -> cause(sentence, was.get(sentence), is.get(sentence)))
                    .toList();
        }

        private Change cause(String sentence, @Nullable String was, @Nullable String is) {
            Set<Reason> reasons = Stream.of(was, is)
                    .filter(Objects::nonNull)
                    .flatMap(clauses -> Stream.of(clauses.split(", ")))
                    .flatMap(clause -> reasons(clause).stream())
                    .collect(Collectors.toSet());
            return new Change(
                    Matter.CAUSE, sentence, Optional.ofNullable(was), Optional.ofNullable(is), reasons, false);
        }

        /** The clauses behind which each is. */
        private static Map<String, String> causes(RunReport report) {
            Map<String, String> causes = new LinkedHashMap<>();
            for (JsonNode cause : report.causes()) {
                causes.put(
                        cause.path("cause").asText(),
                        StreamSupport.stream(cause.path("clauses").spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(", ")));
            }
            return causes;
        }
    }

    /** From good to bad. */
    private static final List<String> RANKS = List.of("conforms", "conforms in part", "does not conform", "no verdict");

    private static final int SUITE_FAILED = 4;
    private static final int STALE_WAIVER = 5;
}
