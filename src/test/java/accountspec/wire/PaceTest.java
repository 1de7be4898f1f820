package accountspec.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
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

    @Test
    void what_a_pause_left_unused_is_caught_up_as_far_as_a_burst_goes() throws InterruptedException {
        Duration interval = Duration.ofMillis(50);
        Pace pace = Pace.of(Map.of("PutAlternateContact", new Rate(interval, 3)));
        Thread.sleep(interval.multipliedBy(8).toMillis());

        long began = System.nanoTime();
        int atOnce = 0;
        Thread.currentThread().interrupt(); // so that the first that has to wait throws
        try {
            for (; atOnce < 100; atOnce++) {
                pace.await("PutAlternateContact");
            }
        } catch (IllegalStateException waiting) {
            assertThat(Thread.interrupted(), is(true));
        }
        long earnedMeanwhile = (System.nanoTime() - began) / interval.toNanos() + 1;

        assertThat((long) atOnce, is(greaterThanOrEqualTo(3L)));
        assertThat((long) atOnce, is(lessThanOrEqualTo(3 + earnedMeanwhile)));
    }
}
