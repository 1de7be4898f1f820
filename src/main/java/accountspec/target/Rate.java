package accountspec.target;

import java.time.Duration;

/**
 * How often an operation may be called.
 *
 * @param interval the time that each call earns back
 * @param burst how many calls may come at once after a rest
 */
public record Rate(Duration interval, int burst) {

    /** So many a second, where no more is known: what a quarter of a second has earned may come at once. */
    static Rate perSecond(int calls) {
        return perSecond(calls, Math.max(1, calls / 4));
    }

    static Rate perSecond(int calls, int burst) {
        return new Rate(Duration.ofSeconds(1).dividedBy(calls), burst);
    }
}
