package accountspec.target;

import java.time.Duration;

/**
 * How often an operation may be called.
 *
 * @param interval the time that each call earns back
 * @param burst how many calls may come at once after a rest
 */
public record Rate(Duration interval, int burst) {

    static Rate perSecond(int calls, int burst) {
        return new Rate(Duration.ofSeconds(1).dividedBy(calls), burst);
    }
}
