package accountspec.cause;

import accountspec.measure.CharacterMeasure;
import accountspec.measure.LengthMeasure;
import accountspec.measure.Measured;
import accountspec.operation.Documented;
import accountspec.operation.Documented.Member;
import accountspec.operation.Operation;
import accountspec.verdict.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with how members are checked: one of them, or all of them in the same way. */
record MemberCauses(Gathering findings, Operation operation, Measured measured) {

    void gather() {
        misnamed();
        unchecked();
        lengths();
        forms();
        kinds("is not required", "no member is required", Member::required);
        kinds("need not be a JSON string", "no member need be a JSON string", Member::string);
    }

    private Map<String, Member> members() {
        return operation.documented().members();
    }

    private static List<String> lengthClauses(Member rules) {
        return rules.limits().map(Documented.Length::clauses).orElse(List.of());
    }

    private static List<String> formClauses(Member rules) {
        return rules.form().map(Documented.Form::clauses).orElse(List.of());
    }

    private List<Finding> lax(List<String> clauses) {
        return findings.of(clauses).stream().filter(findings::isLax).toList();
    }

    private static String list(List<String> members) {
        return String.join(", ", members);
    }

    // ---- refused, but by another name

    private void misnamed() {
        Map<String, Map<String, List<Finding>>> byName = new TreeMap<>();
        members()
                .forEach((member, rules) -> all(rules)
                        .forEach(finding -> findings.misname(finding)
                                .ifPresent(name -> byName.computeIfAbsent(name, first -> new LinkedHashMap<>())
                                        .computeIfAbsent(member, first -> new ArrayList<>())
                                        .add(finding))));
        byName.forEach((name, wrong) -> {
            List<Finding> all =
                    wrong.values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
            findings.rest(finding -> operation.namedBy().containsValue(finding.clause())).stream()
                    .filter(finding ->
                            findings.misname(finding).filter(name::equals).isPresent())
                    .filter(finding -> wrong.keySet().stream()
                            .anyMatch(member -> finding.deviation().sent().contains(" " + member + " ")))
                    .forEach(all::add);
            findings.explain(
                    "what is wrong with " + list(List.copyOf(wrong.keySet())) + " is answered with "
                            + (name.isEmpty() ? "an error without a name" : name),
                    all);
        });
    }

    private Stream<Finding> all(Member rules) {
        List<String> clauses = Stream.of(rules.required(), rules.string(), lengthClauses(rules), formClauses(rules))
                .flatMap(List::stream)
                .toList();
        return findings.of(clauses).stream();
    }

    // ---- not looked at, at all

    private void unchecked() {
        List<String> unchecked = new ArrayList<>();
        List<Finding> explained = new ArrayList<>();
        members().forEach((member, rules) -> {
            if (isUnchecked(member, rules)) {
                unchecked.add(member);
                all(rules).filter(findings::isLax).forEach(explained::add);
            }
        });
        findings.explain("nothing is checked of " + list(unchecked), explained);
    }

    private boolean isUnchecked(String member, Member rules) {
        boolean free = rules.form().flatMap(Documented.Form::pattern).isEmpty();
        LengthMeasure length = measured.lengths().get(member);
        CharacterMeasure form = measured.characters().get(member);
        boolean kept = rules.required().isEmpty()
                || lax(rules.required()).isEmpty()
                || (length != null && !length.isUnbounded())
                || (!free && form != null && !form.withoutPattern());
        return !kept;
    }

    // ---- lengths

    private void lengths() {
        List<String> limited = with(rules -> rules.limits().isPresent());
        List<String> unbounded = limited.stream()
                .filter(member -> measured.lengths().containsKey(member)
                        && measured.lengths().get(member).isUnbounded()
                        && measured.lengths().get(member).cutTo().isEmpty())
                .filter(member -> !lax(lengthClauses(members().get(member))).isEmpty())
                .toList();
        findings.explain(
                unbounded.size() > 1 && unbounded.equals(limited)
                        ? "no length limits are kept"
                        : "no length limit on " + list(unbounded),
                unbounded.stream()
                        .flatMap(member -> findings.of(lengthClauses(members().get(member))).stream())
                        .toList());
        alike(
                limited,
                member -> lengthWords(measured.lengths().get(member)),
                MemberCauses::lengthClauses,
                (member, text) -> measured.lengths().get(member).refuses(text));
    }

    private static String lengthWords(@org.jspecify.annotations.Nullable LengthMeasure length) {
        return length == null ? "" : String.join("; ", length.told());
    }

    /** Members of which the same was measured. */
    private void alike(
            List<String> members,
            Function<String, String> words,
            Function<Member, List<String>> clauses,
            BiPredicate<String, String> refuses) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        members.stream()
                .filter(member -> !words.apply(member).isEmpty())
                .filter(member ->
                        !findings.of(clauses.apply(members().get(member))).isEmpty())
                .forEach(member -> alike.computeIfAbsent(words.apply(member), first -> new ArrayList<>())
                        .add(member));
        alike.forEach((told, same) -> findings.explain(
                list(same) + ": " + told,
                same.stream()
                        .flatMap(member -> Stream.concat(
                                findings.of(clauses.apply(members().get(member))).stream(),
                                refusedFor(member, refuses).stream()))
                        .toList()));
    }

    /** What is refused for this member's sake, in requests that are about something else. */
    private List<Finding> refusedFor(String member, BiPredicate<String, String> refuses) {
        return findings.rest(finding -> findings.isStrict(finding)
                && findings.text(finding, member)
                        .filter(text -> refuses.test(member, text))
                        .isPresent());
    }

    // ---- patterns

    private void forms() {
        List<String> patterned =
                with(rules -> rules.form().flatMap(Documented.Form::pattern).isPresent());
        List<String> without = patterned.stream()
                .filter(member -> measured.characters().containsKey(member)
                        && measured.characters().get(member).withoutPattern())
                .toList();
        findings.explain(
                without.size() > 1 && without.equals(patterned)
                        ? "no patterns are kept"
                        : "no pattern on " + list(without),
                without.stream()
                        .flatMap(member -> findings.of(formClauses(members().get(member))).stream())
                        .toList());
        // What a pattern refuses too much, it refuses in the examples of lengths as well.
        alike(
                with(rules -> rules.form().isPresent()),
                member -> measured.characters().containsKey(member)
                        ? String.join("; ", measured.characters().get(member).told())
                        : "",
                rules -> Stream.concat(
                                formClauses(rules).stream(),
                                lengthClauses(rules).stream().filter(this::isOnlyStrict))
                        .toList(),
                (member, text) -> measured.characters().get(member).refuses(text));
    }

    private boolean isOnlyStrict(String clause) {
        return findings.of(Set.of(clause)).stream().allMatch(findings::isStrict);
    }

    // ---- presence, and JSON types

    private void kinds(String one, String all, Function<Member, List<String>> clauses) {
        List<String> concerned = with(rules -> !clauses.apply(rules).isEmpty());
        List<String> wrong = concerned.stream()
                .filter(member -> !lax(clauses.apply(members().get(member))).isEmpty())
                .toList();
        boolean everyOne = wrong.size() > 1 && wrong.equals(concerned);
        Stream<Finding> own =
                wrong.stream().flatMap(member -> lax(clauses.apply(members().get(member))).stream());
        Stream<Finding> ofNothing = everyOne
                ? findings.rest(finding -> findings.isLax(finding) && findings.isOfNothing(finding)).stream()
                : Stream.empty();
        findings.explain(
                everyOne ? all : list(wrong) + ": " + one,
                Stream.concat(own, ofNothing).toList());
    }

    private List<String> with(Predicate<Member> which) {
        return members().entrySet().stream()
                .filter(member -> which.test(member.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
