package accountspec.reference;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whatever an endpoint does beside what it is asked.
 *
 * @param gate what happens before a request is looked at; one for each endpoint, because it may remember
 * @param order what is judged first
 * @param mood when it behaves otherwise
 * @param aftermath what it does when all is done
 * @param framing how the server marks the end of an answer
 */
record Conduct(Supplier<Gate> gate, Order order, Mood mood, Aftermath aftermath, Framing framing) {

    /** Lets a request in, late or not at all. */
    interface Gate {
        void admit(Time time);
    }

    enum Order {
        VALIDATION_FIRST,
        AUTHORIZATION_FIRST
    }

    /** Chooses how to behave towards one request. */
    interface Mood {
        Behaviour towards(Circumstance circumstance, Behaviour usual);
    }

    /** What a mood can depend on: the request, who asks about whom, and what is kept. */
    record Circumstance(Attempt attempt, Matter matter, Shelf shelf) {

        boolean isPut() {
            return attempt.operation() == Operation.PUT;
        }

        boolean isOf(String type) {
            return attempt.slot().type().equals(type);
        }

        boolean overwrites() {
            return isPut() && shelf.at(attempt.slot()).isPresent();
        }
    }

    /** Does something more when a request has been done, or refused with a fault. */
    interface Aftermath {
        void of(Attempt attempt, Matter matter, Optional<Fault> fault, Shelf shelf);
    }

    static Conduct proper() {
        return new Conduct(
                () -> time -> {},
                Order.VALIDATION_FIRST,
                (circumstance, usual) -> usual,
                (attempt, matter, fault, shelf) -> {},
                Framing.BY_LENGTH);
    }

    Conduct gate(Supplier<Gate> other) {
        return new Conduct(other, order, mood, aftermath, framing);
    }

    Conduct order(Order other) {
        return new Conduct(gate, other, mood, aftermath, framing);
    }

    Conduct mood(Mood other) {
        return new Conduct(gate, order, other, aftermath, framing);
    }

    Conduct aftermath(Aftermath other) {
        return new Conduct(gate, order, mood, other, framing);
    }

    Conduct framing(Framing other) {
        return new Conduct(gate, order, mood, aftermath, other);
    }
}
