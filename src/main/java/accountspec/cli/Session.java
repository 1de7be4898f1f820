package accountspec.cli;

import accountspec.exchange.Discretion;
import accountspec.exchange.Exchange;
import accountspec.journal.Hands;
import accountspec.operation.Operation;
import accountspec.recording.Tally;
import accountspec.spec.OperationFolder;
import accountspec.target.Credentials;
import accountspec.target.Need;
import accountspec.target.Party;
import accountspec.target.Rate;
import accountspec.target.Target;
import accountspec.trial.Cast;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Signer;
import accountspec.wire.Wire;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts a trial together from its parts. */
final class Session {

    private static final Operation PUT = Operation.load(OperationFolder.name());
    private static final Operation GET = PUT.sibling(Need.READ_BACK.words());
    private static final Operation DELETE = PUT.sibling(Need.DELETE.words());

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
        return trial(
                target, wire, party -> ProfileSigners.of(target, party), pace(target), time, heard, Discretion.none());
    }

    /** @param discretion about contacts that are not the run's own */
    static Trial trial(
            Target target,
            Wire wire,
            Function<Party, Signer> signers,
            Pace pace,
            Time time,
            Consumer<Exchange> heard,
            Discretion discretion) {
        return new Trial(
                PUT,
                new Cast(target, signers, GET, DELETE),
                wire,
                binding(target),
                pace,
                target.patience(),
                time,
                heard,
                discretion);
    }

    /** The operation's name at AWS. */
    static String operation() {
        return PUT.name();
    }

    /** Names of the members that say who a contact is. */
    static List<String> sensitive() {
        return PUT.sensitive();
    }

    /** The operations that read and undo what the operation does. */
    static List<Operation> siblings() {
        return List.of(GET, DELETE);
    }

    /** What reads and restores the target's contacts, at the same pace as the trial. */
    static Hands hands(Target target, Wire wire, Function<Party, Signer> signers, Pace pace, Time time) {
        return new Hands(target, signers, wire, binding(target), pace, time, PUT, GET, DELETE);
    }

    static Pace pace(Target target) {
        return Pace.of(rates(target));
    }

    /** How often each operation may be called, by its name; those without a rate are missing. */
    static Map<String, Rate> rates(Target target) {
        Map<String, Rate> rates = new HashMap<>();
        target.pace().put().ifPresent(rate -> rates.put(PUT.name(), rate));
        target.pace().get().ifPresent(rate -> rates.put(GET.name(), rate));
        target.pace().delete().ifPresent(rate -> rates.put(DELETE.name(), rate));
        return rates;
    }

    /** What the pace allows for these requests at best: the operation that is called most, at its rate. */
    static Duration leastTime(Target target, Tally tally) {
        Map<String, Rate> rates = rates(target);
        return Stream.of(PUT, GET, DELETE)
                .filter(operation -> rates.containsKey(operation.name()))
                .map(operation -> rates.get(operation.name()).interval().multipliedBy(calls(operation, tally)))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static int calls(Operation operation, Tally tally) {
        return tally.calls().entrySet().stream()
                .filter(call -> operationAt(call.getKey()).equals(operation))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Malformed requests are paced as what they were made from. */
    private static Operation operationAt(String path) {
        return path.endsWith(GET.path()) ? GET : path.endsWith(DELETE.path()) ? DELETE : PUT;
    }

    private static Binding binding(Target target) {
        return new Binding(target.endpoint(), "accountspec/" + Version.current());
    }
}
