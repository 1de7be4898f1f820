package accountspec.reference;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How contacts are kept.
 *
 * @param key which place a contact really has
 * @param put how a contact comes in
 * @param get how it is found again
 */
record Keeping(UnaryOperator<Slot> key, Put put, Get get) {

    interface Put {
        void into(Shelf shelf, Slot slot, Contact contact);
    }

    interface Get {
        Optional<Contact> from(Shelf shelf, Slot slot);
    }

    /** A put replaces the whole contact, and nothing else. */
    static Keeping faithful() {
        return new Keeping(UnaryOperator.identity(), Shelf::put, Shelf::at);
    }

    Keeping putting(Put other) {
        return new Keeping(key, other, get);
    }

    Keeping getting(Get other) {
        return new Keeping(key, put, other);
    }

    Keeping keyed(UnaryOperator<Slot> other) {
        return new Keeping(other, put, get);
    }
}
