package accountspec.exchange;

/**
 * No HTTP answer came back.
 *
 * @param kind what happened instead
 * @param detail in words, without anything secret
 */
public record Silence(Kind kind, String detail) implements Answer {

    /** The ways of not answering. */
    public enum Kind {
        /** No connection could be made: refused, no such host, no route. */
        UNREACHABLE,
        /** The answer was not complete in time. */
        TOO_LATE,
        /** The connection ended before the answer was complete, or what came was not HTTP. */
        BROKEN
    }
}
