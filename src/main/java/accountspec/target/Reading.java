package accountspec.target;

import accountspec.spec.ClauseId;

/**
 * What the target's owners hold an open clause to mean, so that it is scored.
 *
 * @param word one of the clause's readings
 * @param written where the profile says so, for messages
 */
public record Reading(ClauseId clause, String word, String written) {}
