package accountspec.doubles;

import accountspec.exchange.Answer;
import accountspec.exchange.Sent;
import accountspec.wire.Wire;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Passes everything on, and remembers what was sent. */
public final class Recorded implements Wire {

    private final Wire wire;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    private Recorded(Wire wire) {
        this.wire = wire;
    }

    public static Recorded of(Wire wire) {
        return new Recorded(wire);
    }

    @Override
    public Answer send(Sent request) {
        sent.add(request);
        return wire.send(request);
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public long count(Predicate<Sent> which) {
        return sent.stream().filter(which).count();
    }
}
