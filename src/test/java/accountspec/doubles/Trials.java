package accountspec.doubles;

import accountspec.operation.Operation;
import accountspec.target.Target;
import accountspec.trial.Cast;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Wire;
import java.net.URI;
import java.util.Map;

/** Trials of targets in memory. */
public final class Trials {

    /** One caller that need not sign, and all that can be had without signatures. */
    public static final String ALONE = """
            target: a double
            endpoint: http://double.test
            signing: none
            callers:
              the account: { account: "555555555555" }
            offers: [read-back, delete]
            provoke:
              TooManyRequestsException: { header: { X-Fault: TooManyRequestsException } }
              InternalServerException: { header: { X-Fault: InternalServerException } }
            """;

    private Trials() {}

    public static Target target(String profile) {
        return Target.read("the double's profile", profile, Map.of());
    }

    /** In imagined time. */
    public static Trial of(Target target, Wire wire) {
        return of(target, wire, new ImaginedTime());
    }

    public static Trial of(Target target, Wire wire, Time time) {
        Cast cast = new Cast(
                target,
                party -> ProfileSigners.of(target, party),
                Operation.load("get-alternate-contact"),
                Operation.load("delete-alternate-contact"));
        return new Trial(
                Operation.load("put-alternate-contact"),
                cast,
                wire,
                new Binding(URI.create("http://double.test"), "test"),
                Pace.of(Map.of()),
                target.patience(),
                time,
                exchange -> {});
    }
}
