package accountspec.report;

import java.time.Duration;

/**
 * What reports tell of a run besides its verdicts.
 *
 * @param operation by its name at AWS
 * @param page fingerprint of AWS's page that the clauses were written from
 * @param target the profile's name for it
 * @param command that makes such a run, as it can be typed again
 * @param planned scenarios selected
 * @param course how the run went
 * @param began the day and the minute, in UTC
 * @param strength what the features are worth
 */
public record RunFacts(
        String version,
        String operation,
        String page,
        String target,
        String endpoint,
        String depth,
        String command,
        int planned,
        int requests,
        Duration took,
        Course course,
        String began,
        Strength strength) {

    public RunFacts planning(int scenarios) {
        return new RunFacts(
                version, operation, page, target, endpoint, depth, command, scenarios, requests, took, course, began,
                strength);
    }

    public RunFacts after(int sent, Duration time, Course how) {
        return new RunFacts(
                version, operation, page, target, endpoint, depth, command, planned, sent, time, how, began, strength);
    }

    public RunFacts with(Strength known) {
        return new RunFacts(
                version, operation, page, target, endpoint, depth, command, planned, requests, took, course, began,
                known);
    }
}
