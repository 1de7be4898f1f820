package accountspec.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import accountspec.target.Rate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Rate ONE_IN_A_LIFETIME = new Rate(Duration.ofDays(30_000), 1);

    @Test
    void an_operation_without_a_rate_never_waits() {
        Pace pace = Pace.of(Map.of("PutAlternateContact", ONE_IN_A_LIFETIME));

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 1_000; i++) {
                pace.await("GetAlternateContact");
            }
        });
    }

    @Test
    void the_first_request_goes_at_once_and_the_next_waits_its_turn() {
        Pace pace = Pace.of(Map.of("PutAlternateContact", ONE_IN_A_LIFETIME));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> pace.await("PutAlternateContact"));

        Thread.currentThread().interrupt();
        IllegalStateException waiting =
                assertThrows(IllegalStateException.class, () -> pace.await("PutAlternateContact"));

        assertThat(waiting.getMessage(), is("interrupted while keeping pace"));
        assertThat("the interruption is not lost", Thread.interrupted(), is(true));
    }
}
