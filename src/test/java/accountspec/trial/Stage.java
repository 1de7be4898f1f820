package accountspec.trial;

import accountspec.doubles.ImaginedTime;
import accountspec.doubles.Recorded;
import accountspec.exchange.Exchange;
import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Operation;
import accountspec.reference.ReferenceEndpoint;
import accountspec.target.Patience;
import accountspec.target.Target;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Signer;
import accountspec.wire.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A trial of a target in memory, for whom time is imagined; everything that tests look at. */
record Stage(Target target, Trial trial, Recorded wire, ImaginedTime time, List<Exchange> heard) {

    static final Operation PUT = Operation.load("put-alternate-contact");
    static final Operation GET = Operation.load("get-alternate-contact");
    static final Operation DELETE = Operation.load("delete-alternate-contact");

    static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(5));

    /** One caller that need not sign, and both siblings. */
    private static final String ALONE = """
            target: a double
            endpoint: http://double.test
            signing: none
            callers:
              the account: { account: "555555555555" }
            offers: [read-back, delete]
            """;

    static Stage with(Wire wire) {
        return with(wire, new ImaginedTime());
    }

    static Stage with(Wire wire, ImaginedTime time) {
        return of(target(ALONE), wire, time);
    }

    /** All the parties of the reference's world, each with its own signature. */
    static Stage withEverybody(Wire wire) {
        return withEverybody(wire, new ImaginedTime());
    }

    static Stage withEverybody(Wire wire, ImaginedTime time) {
        return of(target(ReferenceEndpoint.standard().profileYaml(URI.create("http://double.test"))), wire, time);
    }

    static Stage of(Target target, Wire wire, ImaginedTime time) {
        Recorded recorded = Recorded.of(wire);
        List<Exchange> heard = new CopyOnWriteArrayList<>();
        Trial trial = new Trial(PUT, cast(target), recorded, binding(), Pace.of(Map.of()), PATIENCE, time, heard::add);
        return new Stage(target, trial, recorded, time, heard);
    }

    static Target target(String yaml) {
        return Target.read("the double's profile", yaml, Map.of());
    }

    static Cast cast(Target target) {
        return new Cast(target, party -> ProfileSigners.of(target, party), GET, DELETE);
    }

    static Binding binding() {
        return new Binding(URI.create("http://double.test"), "test");
    }

    /** Calls unsigned. */
    static Caller theAccount() {
        return new Caller("the account", Optional.of("555555555555"), Optional.of(Signer.NONE));
    }

    static Request request(Draft draft) {
        return Request.of(theAccount(), draft, "a scenario");
    }

    /** A request that the wires can tell from all others by its name. */
    static Request poisoned() {
        return request(PUT.draft(0, 1).with("Name", new Value.Text("poison")));
    }

    static Request valid() {
        return request(PUT.draft(0, 1));
    }
}
