package accountspec.cli;

import accountspec.journal.Before;
import accountspec.journal.Hands;
import accountspec.target.Hosts;
import accountspec.target.Target;
import accountspec.trial.Slot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run may write over, as whoever started it said. */
final class Consent {

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Where to keep the contacts as they were, until they are put back. Default: a file of its own"
                    + " in the user's folder for state.")
    private @Nullable Path journal;

    @Option(
            names = "--overwrite",
            description = "Write over contacts that are not this suite's. They are journalled and put back. Needed"
                    + " everywhere but on this machine.")
    private boolean overwrite;

    @Option(
            names = "--i-own-account",
            paramLabel = "NUMBER",
            converter = Converters.ForAccount.class,
            description = "This account's contacts may be written over. Needed on AWS, for each account that the run"
                    + " writes to. May be given again.")
    private List<String> owned = List.of();

    @Option(
            names = "--read-only",
            description =
                    "Only what must be refused, and none of its controls: shows what is wrongly accepted, and proves"
                            + " nothing.")
    private boolean readOnly;

    boolean isReadOnly() {
        return readOnly;
    }

    Optional<Path> journal() {
        return Optional.ofNullable(journal);
    }

    /**
     * Before anything is sent to AWS, each account that will be written to must have been named.
     *
     * @param written the numbers of those accounts, or words for one whose number the profile does not tell
     */
    void requireOwned(Set<String> written) {
        Set<String> missing = new TreeSet<>(written);
        owned.forEach(missing::remove);
        if (!missing.isEmpty()) {
            List<String> unnumbered = missing.stream()
                    .filter(account -> !account.matches("\\d{12}"))
                    .toList();
            String options = String.join(
                    " ",
                    missing.stream()
                            .map(account -> "--i-own-account " + account)
                            .toList());
            throw new IllegalArgumentException(
                    "this is AWS, and the run writes to the contacts of " + String.join(", ", missing) + ". "
                            + (unnumbered.isEmpty()
                                    ? "If they are yours: " + options
                                    : "Its number is not known: write a profile that tells it (account: \"<12 digits>\"),"
                                            + " and name it with --i-own-account")
                            + ". Nothing was sent; 'accountspec plan' shows what would be");
        }
    }

    /** Before anything is written, whoever started the run must have agreed that these contacts are written over. */
    void requireOverwrite(Target target, Before before, Hands hands) {
        if (overwrite || readOnly || Hosts.isThisMachine(target.endpoint())) {
            return;
        }
        List<String> whose = new ArrayList<>();
        for (Slot slot : before.foreign(hands)) {
            whose.add("the " + slot.type() + " contact of " + slot.account());
        }
        if (!whose.isEmpty()) {
            throw new IllegalArgumentException("there are contacts that this suite did not write: "
                    + String.join(", ", whose)
                    + ". With --overwrite they are journalled, written over, and put back. Nothing was written");
        }
        boolean remote = Hosts.exists(target.endpoint()) && !Hosts.isPrivate(target.endpoint());
        if (remote && before.gone().isEmpty() && !before.unreadable().isEmpty()) {
            Map.Entry<String, String> first =
                    before.unreadable().entrySet().iterator().next();
            throw new IllegalArgumentException("nobody can tell what contacts " + first.getKey() + " has: "
                    + first.getValue() + ". They would be written over and not put back; with --overwrite they are."
                    + " Nothing was written");
        }
    }
}
