package accountspec.report;

import java.time.Duration;

/**
 * What reports tell of a run besides its verdicts.
 *
 * @param page fingerprint of AWS's page that the clauses were written from
 * @param target the profile's name for it
 * @param planned scenarios selected
 * @param began the day and the minute, in UTC
 */
public record RunFacts(
        String version,
        String page,
        String target,
        String endpoint,
        String depth,
        int planned,
        int requests,
        Duration took,
        String began) {

    public RunFacts(
            String version,
            String page,
            String target,
            String endpoint,
            String depth,
            int planned,
            int requests,
            Duration took) {
        this(version, page, target, endpoint, depth, planned, requests, took, "");
    }

    public RunFacts planning(int scenarios) {
        return new RunFacts(version, page, target, endpoint, depth, scenarios, requests, took, began);
    }

    public RunFacts after(int sent, Duration time) {
        return new RunFacts(version, page, target, endpoint, depth, planned, sent, time, began);
    }
}
