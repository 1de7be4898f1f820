package accountspec.run;

import accountspec.verdict.Deviation;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Noted;
import accountspec.verdict.ScenarioResult.Result;
import accountspec.verdict.ScenarioResult.Undecided;
import accountspec.verdict.Unproven;
import java.util.List;

/** What it means that a scenario went through, or what it threw. */
final class Results {

    private Results() {}

    /** @param readings what it noted of an open clause */
    static Result passed(List<String> readings) {
        return readings.isEmpty() ? new Conforms() : new Noted(String.join(", ", readings));
    }

    static Result of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Deviation.Failure failure) {
                return new Deviates(failure.deviation());
            }
            if (cause instanceof Deviation.Excused excused) {
                return new Deviates(excused.deviation());
            }
            if (cause instanceof Unproven unproven) {
                return new Undecided(unproven.getMessage(), unproven.isNotOffered(), unproven.remedy());
            }
        }
        return new Broken(thrown.toString());
    }
}
