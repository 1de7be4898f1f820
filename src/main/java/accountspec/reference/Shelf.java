package accountspec.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The contacts of an endpoint. Not safe for several threads: the endpoint locks it for each request. */
final class Shelf {

    private record Place(Optional<Contact> now, Optional<Contact> before, Instant since) {}

    private final Map<Slot, Place> places = new HashMap<>();
    private final Time time;

    Shelf(Time time) {
        this.time = time;
    }

    Optional<Contact> at(Slot slot) {
        return Optional.ofNullable(places.get(slot)).flatMap(Place::now);
    }

    /** What a replica shows that hears of a change only after the given time. */
    Optional<Contact> at(Slot slot, Duration lag) {
        return Optional.ofNullable(places.get(slot))
                .flatMap(p -> time.now().isBefore(p.since().plus(lag)) ? p.before() : p.now());
    }

    /** Whether there was a contact and is none any more. */
    boolean isEmptied(Slot slot) {
        return places.containsKey(slot) && at(slot).isEmpty();
    }

    void put(Slot slot, Contact contact) {
        change(slot, Optional.of(contact));
    }

    void clear(Slot slot) {
        change(slot, Optional.empty());
    }

    private void change(Slot slot, Optional<Contact> contact) {
        places.put(slot, new Place(contact, at(slot), time.now()));
    }
}
