package accountspec.reference;

import java.util.Optional;

/** How contacts are kept. */
interface Keeping {

    void put(Shelf shelf, Slot slot, Contact contact);

    Optional<Contact> get(Shelf shelf, Slot slot);

    void delete(Shelf shelf, Slot slot);

    /** A put replaces the whole contact, and nothing else. */
    static Keeping faithful() {
        return new Keeping() {
            @Override
            public void put(Shelf shelf, Slot slot, Contact contact) {
                shelf.put(slot, contact);
            }

            @Override
            public Optional<Contact> get(Shelf shelf, Slot slot) {
                return shelf.at(slot);
            }

            @Override
            public void delete(Shelf shelf, Slot slot) {
                shelf.clear(slot);
            }
        };
    }
}
