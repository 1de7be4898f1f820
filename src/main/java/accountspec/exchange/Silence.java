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
        /** No connection could be made for now: refused, no route. */
        UNREACHABLE,
        /** The host has no address, which waiting seldom mends. */
        NO_SUCH_HOST,
        /** The two sides cannot agree on TLS, or the certificate is not trusted; waiting mends neither. */
        NO_TLS,
        /** The answer was not complete in time. */
        TOO_LATE,
        /** The connection ended before the answer was complete, or what came was not HTTP. */
        BROKEN
    }
}
