package accountspec.target;

import accountspec.spec.ClauseId;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A deviation that the target's owners know of.
 *
 * @param until the last day on which it excuses anything
 * @param written where the profile says so, for messages
 */
public record Waiver(ClauseId clause, String reason, Optional<URI> link, Optional<LocalDate> until, String written) {}
