package accountspec.verdict;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A deviation that the target's owner knows of and excuses.
 *
 * @param until the last day on which it holds
 */
public record Waiver(String clause, String reason, Optional<String> link, Optional<LocalDate> until) {

    /** Whether it still holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return until.isEmpty() || !day.isAfter(until.get());
    }
}
