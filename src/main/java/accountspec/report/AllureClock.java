package accountspec.report;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.StepResult;
import java.time.Instant;

/** Allure's view of a run that it hears of late: what begins or ends does so when it happened, not when it is heard of. */
final class AllureClock extends AllureLifecycle {

    private long now;

    AllureClock(AllureResultsWriter writer) {
        super(writer);
    }

    /** When happened what is told next. */
    void set(Instant instant) {
        now = instant.toEpochMilli();
    }

    @Override
    public void startTestCase(String uuid) {
        super.startTestCase(uuid);
        updateTestCase(uuid, result -> result.setStart(now));
    }

    @Override
    public void stopTestCase(String uuid) {
        super.stopTestCase(uuid);
        updateTestCase(uuid, result -> result.setStop(now));
    }

    @Override
    public void startStep(String parent, String uuid, StepResult result) {
        super.startStep(parent, uuid, result);
        result.setStart(now);
    }

    @Override
    public void stopStep(String uuid) {
        StepResult[] stopped = new StepResult[1];
        updateStep(uuid, result -> stopped[0] = result);
        super.stopStep(uuid); // and forgets it
        stopped[0].setStop(now);
    }
}
