package accountspec.cli;

import accountspec.exchange.Discretion;
import accountspec.exchange.Exchange;
import accountspec.operation.Operation;
import accountspec.spec.OperationFolder;
import accountspec.target.Credentials;
import accountspec.target.Need;
import accountspec.target.Rate;
import accountspec.target.Target;
import accountspec.trial.Cast;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Wire;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Puts a trial together from its parts. */
final class Session {

    private Session() {}

    /**
     * Looks up every caller's credentials, so that a profile without them fails before anything is sent.
     *
     * @throws accountspec.target.ProfileException saying whose are missing and where they were looked for
     */
    static void resolveCredentials(Target target) {
        Stream.concat(
                        target.callers().values().stream(),
                        target.organizations().values().stream()
                                .flatMap(organization -> organization.parties().values().stream()))
                .filter(target::mayCallAs)
                .forEach(party -> party.credentials().ifPresent(Credentials::resolve));
    }

    static Trial trial(Target target, Wire wire, Time time, Consumer<Exchange> heard) {
        return trial(target, wire, time, heard, Discretion.none());
    }

    /** @param discretion about contacts that are not the run's own */
    static Trial trial(Target target, Wire wire, Time time, Consumer<Exchange> heard, Discretion discretion) {
        Operation put = put();
        Operation get = put.sibling(Need.READ_BACK.words());
        Operation delete = put.sibling(Need.DELETE.words());
        Cast cast = new Cast(target, party -> ProfileSigners.of(target, party), get, delete);
        Map<String, Rate> rates = new HashMap<>();
        target.pace().put().ifPresent(rate -> rates.put(put.name(), rate));
        target.pace().get().ifPresent(rate -> rates.put(get.name(), rate));
        target.pace().delete().ifPresent(rate -> rates.put(delete.name(), rate));
        return new Trial(
                put,
                cast,
                wire,
                new Binding(target.endpoint(), "accountspec/" + Version.current()),
                Pace.of(rates),
                target.patience(),
                time,
                heard,
                discretion);
    }

    static Operation put() {
        return Operation.load(OperationFolder.name());
    }
}
