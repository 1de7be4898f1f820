package accountspec.measure;

import accountspec.operation.Draft;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome.Accepted;
import accountspec.trial.Memory;
import accountspec.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts two contacts after each other, and reads what is there then. */
final class EffectSearch {

    /** Reads of one contact: what was put may take a moment to show. */
    private static final int READS = 3;

    /** Where a template of a valid request takes the request's number. */
    private static final Pattern SERIAL = Pattern.compile("\\(n+\\)");

    private final Probes probes;
    private final Trial trial;

    EffectSearch(Probes probes) {
        this.probes = probes;
        this.trial = probes.trial();
    }

    /** A contact that was put, and what was read afterwards. */
    private record Put(Map<String, String> sent, Map<String, String> read) {

        boolean isAsSent() {
            return read.equals(sent);
        }
    }

    Optional<EffectMeasure> found() {
        if (!trial.cast().canReadBack()) {
            return Optional.empty();
        }
        Optional<Put> first = put();
        Optional<Put> second = first.flatMap(one -> put());
        return second.map(two -> judged(first.get(), two));
    }

    private Optional<Put> put() {
        return probes.put(trial::validDraft)
                .filter(sending -> sending.outcome() instanceof Accepted)
                .map(sending -> sending.request().draft())
                .flatMap(this::readAfter);
    }

    private Optional<Put> readAfter(Draft draft) {
        Map<String, String> sent = Memory.contact(draft);
        Optional<Map<String, String>> read = Optional.empty();
        for (int tries = 1; tries <= READS && !read.equals(Optional.of(sent)); tries++) {
            if (tries > 1) {
                trial.rest(tries + 2);
            }
            read = probes.read(draft.text(Operation.TYPE).orElseThrow()).or(Optional::empty);
            if (read.isEmpty()) {
                return Optional.empty();
            }
        }
        return read.map(contact -> new Put(sent, contact));
    }

    private EffectMeasure judged(Put first, Put second) {
        if (second.isAsSent() && first.isAsSent()) {
            return otherTypes(second);
        }
        if (first.read.isEmpty() && second.read.isEmpty()) {
            return effect("nothing is stored");
        }
        if (second.read.isEmpty()) {
            return effect("a second put deletes the contact");
        }
        if (second.read.equals(first.read)) {
            return isOf(trial.operation(), second.read)
                    ? effect("the first put wins: later ones change nothing")
                    : new EffectMeasure(
                            List.of("no state is kept: the same contact is read back whatever was put"), true);
        }
        return new EffectMeasure(members(first, second), false);
    }

    private static EffectMeasure effect(String told) {
        return new EffectMeasure(List.of(told), false);
    }

    /** Whether this run may have put such a contact. */
    private static boolean isOf(Operation put, Map<String, String> contact) {
        return put.valid().stream()
                .anyMatch(valid -> valid.entrySet().stream()
                        .filter(member -> !member.getKey().equals(Operation.ACCOUNT))
                        .allMatch(member -> resembles(member.getValue(), contact.getOrDefault(member.getKey(), ""))));
    }

    /** Whether the text is what the template becomes with some request's number. */
    private static boolean resembles(String template, String text) {
        String parts = SERIAL.splitAsStream(template).map(Pattern::quote).collect(Collectors.joining("\\d+"));
        return text.matches(parts + (template.endsWith(")") ? "\\d*" : ""));
    }

    private List<String> members(Put first, Put second) {
        Map<String, List<String>> fates = new LinkedHashMap<>();
        second.sent.forEach((member, sent) -> {
            String read = second.read.get(member);
            if (!sent.equals(read)) {
                String fate = fate(sent, read, first.read.getOrDefault(member, ""), second);
                fates.computeIfAbsent(fate, fresh -> new ArrayList<>()).add(member);
            }
        });
        List<String> told = new ArrayList<>();
        fates.forEach((fate, members) -> told.add(fate.formatted(String.join(", ", members))));
        return told;
    }

    private static String fate(String sent, String read, String old, Put second) {
        if (read == null) {
            return "not stored: %s";
        }
        if (read.equals(old)) {
            return "the second put merges: it keeps the old %s";
        }
        Optional<String> owner = second.sent.entrySet().stream()
                .filter(other -> other.getValue().equals(read))
                .map(Map.Entry::getKey)
                .findFirst();
        if (owner.isPresent()) {
            return "mixed up: for %s comes back what was sent as " + owner.get();
        }
        if (read.equals(sent.toUpperCase(Locale.ROOT))) {
            return "stored in capital letters: %s";
        }
        if (read.equals(sent.toLowerCase(Locale.ROOT))) {
            return "stored in small letters: %s";
        }
        if (!read.isEmpty() && sent.startsWith(read)) {
            return "stored without its end: %s";
        }
        return "stored otherwise than it was sent: %s";
    }

    /** Whether a put of one contact shows in the account's others. */
    private EffectMeasure otherTypes(Put latest) {
        Map<String, String> contact = new LinkedHashMap<>(latest.sent);
        String type = contact.remove(Operation.TYPE);
        List<String> same = new ArrayList<>();
        types().filter(other -> !other.equals(type))
                .forEach(other -> probes.read(other)
                        .map(LinkedHashMap::new)
                        .filter(read -> {
                            read.remove(Operation.TYPE);
                            return read.equals(contact);
                        })
                        .ifPresent(read -> same.add(other)));
        if (same.isEmpty()) {
            return new EffectMeasure(List.of(), false);
        }
        boolean all = same.size() == types().count() - 1;
        return effect(
                all
                        ? "a put of one contact sets all of the account's"
                        : "a put of the " + type + " contact sets " + String.join(", ", same) + " too");
    }

    private Stream<String> types() {
        return new TreeSet<>(trial.operation().valid().stream()
                        .map(valid -> valid.get(Operation.TYPE))
                        .toList())
                .stream();
    }
}
