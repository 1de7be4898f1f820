package accountspec.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of a recording in their order, each with what was sent in it and the numbers that its requests had: so that
 * a scenario asks what it asked then, wherever it stands now, and whatever came or went around it.
 */
final class RecordedScenarios {

    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<String, Deque<Stretch>> byPurpose = new HashMap<>();
    private final Map<String, Deque<Integer>> shared = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Set<String> purposes;
    private final int end;
    private int fresh;
    private @Nullable Stretch at;
    private @Nullable String entering;
    private String entered = "";
    private int reached = -1;

    /** What was sent for one scenario, one after another. */
    private static final class Stretch {
        private final int index;
        private final String purpose;
        private final int from;
        private int first;
        private int last;
        private int to;
        private int serial;

        Stretch(int index, String purpose, int from, int to) {
            this.index = index;
            this.purpose = purpose;
            this.from = from;
            this.to = to;
        }
    }

    /** @param purposes names of the scenarios that there are now */
    RecordedScenarios(List<Moment> moments, Set<String> purposes) {
        this.purposes = Set.copyOf(purposes);
        this.end = moments.size();
        for (Moment moment : moments) {
            moment.serial().ifPresent(serial -> fresh = Math.max(fresh, serial));
            if (moment.isShared()) {
                moment.serial().ifPresent(serial -> share(moment, serial));
            } else {
                Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
                if (last == null || !last.purpose.equals(moment.purpose())) {
                    if (last != null) {
                        last.to = moment.number() - 1;
                    }
                    last = new Stretch(stretches.size(), moment.purpose(), last == null ? 1 : last.last + 1, end);
                    last.first = moment.number();
                    stretches.add(last);
                    byPurpose
                            .computeIfAbsent(moment.purpose(), first -> new ArrayDeque<>())
                            .add(last);
                }
                // The first of requests that were sent at once need not be recorded first.
                int serial = moment.serial().orElse(0);
                last.serial = last.serial == 0 || serial > 0 && serial < last.serial ? serial : last.serial;
                last.last = moment.number();
            }
        }
    }

    private void share(Moment moment, int serial) {
        Deque<Integer> serials = shared.computeIfAbsent(moment.need(), first -> new ArrayDeque<>());
        if (taken.add(serial)) {
            serials.add(serial);
        }
    }

    void enter(String purpose) {
        entering = purpose;
    }

    /** What was sent for the scenario at hand; a scenario that asks nothing needs none. */
    private Optional<Stretch> at() {
        if (entering != null) {
            at = of(entering);
            reached = at.index;
            entered = entering;
            entering = null;
        }
        return Optional.ofNullable(at);
    }

    private Stretch of(String purpose) {
        Deque<Stretch> open = byPurpose.getOrDefault(purpose, new ArrayDeque<>());
        if (!open.isEmpty()) {
            return open.poll();
        }
        // What is sent once more was recorded as one.
        return Optional.ofNullable(at)
                .filter(still -> entered.equals(purpose))
                .or(this::renamed)
                .orElseGet(() -> between(purpose));
    }

    /** A scenario may have asked no more than what is asked for any: whether there is a contact. */
    private Stretch between(String purpose) {
        int from = reached < 0 ? 1 : stretches.get(reached).last + 1;
        int to = reached + 1 < stretches.size() ? stretches.get(reached + 1).first - 1 : end;
        return new Stretch(reached, purpose, from, to);
    }

    /** What follows in the recording, if it is of a scenario that is gone: it may have another name now. */
    private Optional<Stretch> renamed() {
        return stretches.stream()
                .skip(reached + 1L)
                .findFirst()
                .filter(next -> !purposes.contains(next.purpose))
                .filter(next -> byPurpose.get(next.purpose).remove(next));
    }

    int next() {
        Optional<Stretch> then = at().filter(stretch -> stretch.serial > 0);
        if (then.isEmpty()) {
            return ++fresh;
        }
        while (taken.contains(then.get().serial)) {
            then.get().serial++;
        }
        return then.get().serial++;
    }

    int nextFor(String need) {
        Integer recorded = shared.getOrDefault(need, new ArrayDeque<>()).poll();
        return recorded == null ? ++fresh : recorded;
    }

    /** Whether it was sent for the scenario at hand, or so shortly before or after that it may have been. */
    boolean isHere(Moment moment) {
        return at().filter(then -> moment.number() >= then.from && moment.number() <= then.to)
                .isPresent();
    }
}
