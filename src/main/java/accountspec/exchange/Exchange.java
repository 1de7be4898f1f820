package accountspec.exchange;

import java.time.Duration;

/**
 * One request and what came of it.
 *
 * @param number counts the run's requests from 1
 * @param scenario the scenario that asked, or what else did ("control", "read back")
 * @param caller the party that sent it
 * @param told what was sent, in words, for people
 */
public record Exchange(
        int number, String scenario, String caller, String told, Sent sent, Answer answer, Duration took) {}
