package accountspec.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllureClockTest {

    private final List<TestResult> written = new ArrayList<>();
    private final AllureClock clock = new AllureClock(new AllureResultsWriter() {
        @Override
        public void write(TestResult result) {
            written.add(result);
        }

        @Override
        public void write(TestResultContainer container) {}

        @Override
        public void write(String source, InputStream attachment) {}
    });

    @Test
    void what_is_heard_of_late_has_the_times_at_which_it_happened() {
        clock.scheduleTestCase(new TestResult().setUuid("test"));
        clock.set(Instant.ofEpochMilli(100));
        clock.startTestCase("test");
        clock.set(Instant.ofEpochMilli(110));
        clock.startStep("test", "step", new StepResult());
        clock.set(Instant.ofEpochMilli(130));
        clock.stopStep("step");
        clock.set(Instant.ofEpochMilli(170));
        clock.stopTestCase("test");
        clock.writeTestCase("test");

        TestResult test = written.get(0);
        StepResult step = test.getSteps().get(0);
        assertThat(List.of(test.getStart(), test.getStop()), is(List.of(100L, 170L)));
        assertThat(List.of(step.getStart(), step.getStop()), is(List.of(110L, 130L)));
    }
}
