package accountspec.memory;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.reference.Party;
import accountspec.reference.ReferenceEndpoint;
import accountspec.trial.Time;
import accountspec.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A reference endpoint that is called rather than connected to. A request that is marked with its caller needs no
 * signature, which takes a tenth of the time.
 *
 * @param imagined the endpoint's own time
 */
public record InMemory(ReferenceEndpoint endpoint, accountspec.reference.Time imagined) implements Wire {

    private static final String CALLER = "X-Accountspec-Caller";

    /**
     * The request in a party's name.
     *
     * @param caller as {@link #name} has it
     */
    public static Sent marked(Sent request, String caller) {
        return with(request, CALLER, caller);
    }

    /** The request with one more header. */
    public static Sent with(Sent request, String header, String value) {
        List<Header> headers = new ArrayList<>(request.headers());
        headers.add(new Header(header, value));
        return new Sent(request.method(), request.target(), headers, request.body());
    }

    /** A party's name among all organizations. */
    public static String name(String party, String account) {
        return party + " of " + account;
    }

    @Override
    public Received send(Sent request) {
        return request.header(CALLER)
                .flatMap(name -> endpoint.world()
                        .parties()
                        .filter(party -> name.equals(name(party)))
                        .findFirst())
                .map(party -> endpoint.answer(request, party))
                .orElseGet(() -> endpoint.answer(request));
    }

    private static String name(Party party) {
        return name(party.name(), party.account());
    }

    /** The same time, as a trial counts it. */
    public Time time() {
        return new Time() {
            @Override
            public long nanos() {
                Instant now = imagined.now();
                return now.getEpochSecond() * 1_000_000_000 + now.getNano();
            }

            @Override
            public void pass(Duration time) {
                imagined.pass(time);
            }
        };
    }
}
