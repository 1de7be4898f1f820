package accountspec.report;

import java.time.Duration;

/**
 * What reports tell of a run besides its verdicts.
 *
 * @param page fingerprint of AWS's page that the clauses were written from
 * @param target the profile's name for it
 * @param planned scenarios selected
 * @param course how the run went
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
        Course course) {

    public RunFacts planning(int scenarios) {
        return new RunFacts(version, page, target, endpoint, depth, scenarios, requests, took, course);
    }

    public RunFacts after(int sent, Duration time, Course how) {
        return new RunFacts(version, page, target, endpoint, depth, planned, sent, time, how);
    }
}
