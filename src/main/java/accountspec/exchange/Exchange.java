package accountspec.exchange;

import java.time.Duration;

/**
 * One request and what came of it.
 *
 * @param number counts the run's requests from 1
 * @param scenario the scenario that asked, or what else did ("control", "read back")
 * @param caller the party that sent it
 * @param told what was sent, in words, for people
 */
public record Exchange(
        int number, String scenario, String caller, String told, Sent sent, Answer answer, Duration took) {

    /** Bytes of an answer's body that are worth keeping for hundreds of answers. */
    private static final int KEPT = 1 << 14;

    /** The same exchange with another request or answer: as people may see it. */
    public Exchange with(Sent request, Answer reply) {
        return new Exchange(number, scenario, caller, told, request, reply, took);
    }

    /** Without most of a long answer, for keeping. */
    public Exchange abridged() {
        return answer instanceof Received received ? with(sent, received.abridged(KEPT)) : this;
    }
}
