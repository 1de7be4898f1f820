package accountspec.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How contacts are kept.
 *
 * @param key which place a contact really has
 * @param put how a contact comes in
 * @param get how it is found again
 * @param written what its texts are in JSON
 */
record Keeping(UnaryOperator<Slot> key, Put put, Get get, Written written) {

    interface Put {
        void into(Shelf shelf, Slot slot, Contact contact);
    }

    interface Get {
        Optional<Contact> from(Shelf shelf, Slot slot);
    }

    interface Written {
        JsonNode json(String text);
    }

    /** A put replaces the whole contact, and nothing else. */
    static Keeping faithful() {
        return new Keeping(UnaryOperator.identity(), Shelf::put, Shelf::at, TextNode::valueOf);
    }

    Keeping putting(Put other) {
        return new Keeping(key, other, get, written);
    }

    Keeping getting(Get other) {
        return new Keeping(key, put, other, written);
    }

    Keeping keyed(UnaryOperator<Slot> other) {
        return new Keeping(other, put, get, written);
    }

    Keeping writing(UnaryOperator<Written> change) {
        return new Keeping(key, put, get, change.apply(written));
    }
}
