package accountspec.journal;

import accountspec.exchange.Answer;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.journal.Restoration.Status;
import accountspec.outcome.Outcome;
import accountspec.target.Party;
import accountspec.target.Target;
import accountspec.trial.Backoff;
import accountspec.trial.Slot;
import accountspec.verdict.Unproven;
import accountspec.wire.Signer;
import accountspec.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks after a target's contacts: reads them before a run, journals them, sees which accounts the run writes to, and puts
 * them back.
 */
public final class Custody implements AutoCloseable {

    private static final int TRIES = 3;
    private static final String OVER = "the run is over";

    private final Hands hands;
    private final Target target;
    private final Set<String> touched = new HashSet<>();

    private Before before = new Before(Map.of(), Map.of(), Optional.empty());
    private @Nullable Journal journal;
    private final Map<Path, Entries> earlier = new LinkedHashMap<>();
    private @Nullable String stopped;
    private int underWay;
    private boolean unanswered;
    private boolean gentle;

    /** How to keep the contacts of a target that has not answered yet, while nothing is written to it. */
    private final Object looking = new Object();

    private @Nullable Runnable pending;
    private Optional<Silence> deaf = Optional.empty();

    public Custody(Hands hands) {
        this.hands = hands;
        this.target = hands.target();
    }

    public Hands hands() {
        return hands;
    }

    /** Reads every contact there is to read; changes nothing. */
    public Before look() {
        return look(hurried());
    }

    private Before look(Duration patience) {
        deaf = Optional.empty();
        Map<Slot, Map<String, String>> held = new LinkedHashMap<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        Optional<String> gone = Optional.empty();
        for (String account : hands.accounts()) {
            if (!hands.canRead()) {
                unreadable.put(account, "the profile does not offer read-back");
            } else if (gone.isPresent()) {
                unreadable.put(account, gone.get());
            } else {
                Map<Slot, Map<String, String>> contacts = new LinkedHashMap<>();
                Optional<Reading.Unreadable> failed = look(account, contacts, patience);
                deaf = failed.flatMap(Reading.Unreadable::silence);
                failed.ifPresentOrElse(why -> unreadable.put(account, why.why()), () -> held.putAll(contacts));
                gone = failed.filter(Reading.Unreadable::gone).map(Reading.Unreadable::why);
            }
        }
        before = new Before(held, unreadable, gone);
        return before;
    }

    private Optional<Reading.Unreadable> look(
            String account, Map<Slot, Map<String, String>> contacts, Duration patience) {
        for (String type : hands.types()) {
            Slot slot = new Slot(account, type);
            Reading reading = hands.read(slot, patience);
            if (reading instanceof Reading.Unreadable unreadable) {
                return Optional.of(unreadable);
            }
            contacts.put(slot, ((Reading.Seen) reading).contact());
        }
        return Optional.empty();
    }

    /**
     * Makes sure that no earlier run of the target was left unfinished. Sends nothing.
     *
     * @param named the journal to write, if somebody named one
     * @param forgiving whether an earlier run's journal that holds nobody's contact is taken over, not a reason to stop
     * @throws JournalException when there is one, with what to do about it
     */
    public void check(JournalFolder folder, Optional<Path> named, boolean forgiving) {
        Set<Path> earlier = new LinkedHashSet<>(folder.of(target.endpoint().toString()));
        named.filter(Files::exists).ifPresent(earlier::add);
        for (Path file : earlier) {
            if (Journal.isHeld(file)) {
                throw new JournalException(
                        "another run of " + target.endpoint() + " is under way (it writes the journal " + file
                                + "); two at a time would undo each other's contacts. Wait until it is over");
            }
            Entries entries = Entries.read(file);
            if (!entries.over() && !entries.atStake().isEmpty() && !(forgiving && !entries.holdsAny())) {
                throw new JournalException("an earlier run of " + entries.endpoint() + ", begun " + entries.begun()
                        + ", did not come to its end, and contacts that were there may still be written over."
                        + " Put them back first: accountspec restore " + file);
            }
            this.earlier.put(file, entries);
        }
    }

    /**
     * Writes down what was seen, so that from now on no contact can be lost.
     *
     * @param profile the file that the target was read from
     */
    public void keep(JournalFolder folder, Optional<Path> named, Optional<Path> profile) {
        if (before.held().isEmpty()) {
            return;
        }
        String endpoint = target.endpoint().toString();
        String begun = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        Path file = named.orElseGet(() -> folder.next(endpoint, begun));
        delete(earlier.keySet().stream().filter(file::equals).toList());
        Set<String> owed = new HashSet<>();
        earlier.values().stream().filter(entries -> !entries.over()).forEach(entries -> {
            before = before.takingOver(entries.atStake());
            owed.addAll(entries.touched());
        });
        Journal begunJournal = Journal.begin(file, target.name(), endpoint, profile, begun);
        before.held().forEach(begunJournal::hold);
        journal = begunJournal;
        touched.forEach(begunJournal::touch);
        owed.forEach(this::touch);
        delete(earlier.keySet().stream().filter(path -> !path.equals(file)).toList());
    }

    /** As {@link #keep}; while the target answers no read, nothing is written, and it is looked at before each write. */
    public void keepOnceRead(JournalFolder folder, Optional<Path> named, Optional<Path> profile) {
        if (deaf.isPresent()) {
            pending = () -> keep(folder, named, profile);
        } else {
            keep(folder, named, profile);
        }
    }

    /** What there is instead of an answer to a write that must not be sent yet. */
    private Optional<Silence> lookAgain() {
        synchronized (looking) {
            if (pending == null || isStopped()) {
                return Optional.empty();
            }
            look(Duration.ZERO);
            if (deaf.isEmpty()) {
                synchronized (this) {
                    pending.run();
                }
                pending = null;
            }
            return deaf;
        }
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new JournalException(
                        "the journal of a run that is over, " + file + ", cannot be deleted: " + e, e);
            }
        }
    }

    /** What a run can write over and nobody can undo, for those who start it. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (gentle) {
            return warnings;
        }
        if (pending != null) {
            return List.of("nothing is written until the target's contacts can be read: "
                    + before.gone().orElseThrow());
        }
        before.unreadable()
                .forEach((account, why) ->
                        warnings.add("the contacts of " + account + " will be written over and not put back: " + why));
        boolean empty = before.held().values().stream().anyMatch(Map::isEmpty);
        if (empty && !hands.canDelete()) {
            warnings.add("contacts that do not exist yet will stay, since the profile does not offer delete");
        }
        return warnings;
    }

    /** Where the journal is, if anything is promised. */
    public Optional<Path> journal() {
        return Optional.ofNullable(journal).map(Journal::file);
    }

    // ---- during the run

    /** Signs as the signer does, and takes note of each account that the request may write to, before it is sent. */
    public Signer watching(Party party, Signer signer) {
        String own = Hands.account(party);
        return (request, signature) -> {
            if (!hands.isRead(request)) {
                touch(own);
                String body = new String(request.body(), StandardCharsets.ISO_8859_1) + request.target();
                hands.accounts().stream().filter(body::contains).forEach(this::touch);
            }
            return signer.sign(request, signature);
        };
    }

    private synchronized void touch(String account) {
        if (touched.add(account) && journal != null) {
            journal.touch(account);
        }
    }

    /** A wire that lets nothing more through once the run is stopped. */
    public Wire guarded(Wire wire) {
        return request -> {
            Optional<Silence> notYet = hands.isRead(request) ? Optional.empty() : lookAgain();
            if (notYet.isPresent()) {
                return notYet.get();
            }
            enter();
            Optional<Answer> answer = Optional.empty();
            try {
                answer = Optional.of(wire.send(request));
                return answer.get();
            } finally {
                leave(request, answer);
            }
        };
    }

    private synchronized void enter() {
        if (stopped != null) {
            throw Unproven.because(stopped);
        }
        underWay++;
    }

    private synchronized void leave(Sent request, Optional<Answer> answer) {
        underWay--;
        unanswered |= !hands.isRead(request)
                && answer.filter(Silence.class::isInstance)
                        .filter(silence -> ((Silence) silence).kind() != Silence.Kind.UNREACHABLE)
                        .isPresent();
        notifyAll();
    }

    /** Sends no further request of the run's. */
    public synchronized void stop(String why) {
        if (stopped == null) {
            stopped = why;
        }
    }

    private synchronized boolean isStopped() {
        return stopped != null;
    }

    /** The run should write nothing: at its end, only what is found to differ is put back. */
    public void expectNoWrites() {
        gentle = true;
    }

    /** Why the run was stopped before it came to its end, if it was. */
    public synchronized Optional<String> stoppedEarly() {
        return Optional.ofNullable(stopped).filter(why -> !why.equals(OVER));
    }

    private synchronized void awaitTheLast() {
        long deadline =
                System.nanoTime() + target.patience().timeout().multipliedBy(3).toNanos();
        while (underWay > 0 && System.nanoTime() < deadline) {
            try {
                wait(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    // ---- after it

    /**
     * Puts everything back and reads it again until it agrees.
     *
     * @param patient whether the target is worth the profile's whole patience, or was given up already
     */
    public Restoration putBack(boolean patient) {
        stop(OVER);
        awaitTheLast();
        boolean unseen = before.held().isEmpty() && before.unreadable().isEmpty();
        if (touched.isEmpty() || unseen || pending != null) {
            over();
            return Restoration.NOT_NEEDED;
        }
        Restoration restoration =
                putBack(before.held(), patient ? target.patience().throttled() : hurried(), unanswered, beyond());
        if (restoration.status() != Status.NOT_PROVEN) {
            over();
        }
        return restoration;
    }

    private void over() {
        if (journal != null) {
            journal.restored(Instant.now().toString());
        }
    }

    /**
     * Finishes what an earlier run left undone.
     *
     * @throws JournalException when the journal cannot be used for this target
     */
    public Restoration finish(Path file) {
        Entries entries = Entries.read(file);
        if (!entries.endpoint().equals(target.endpoint().toString())) {
            throw new JournalException("the journal " + file + " is of " + entries.endpoint() + ", and the profile of "
                    + target.endpoint() + "; give the profile of the journal's target with --target");
        }
        if (entries.over()) {
            return Restoration.NOT_NEEDED; // and what was set since is nobody's business here
        }
        journal = Journal.resume(file);
        touched.addAll(entries.touched());
        if (entries.atStake().isEmpty()) {
            over();
            return Restoration.NOT_NEEDED;
        }
        // The request that was under way when the run was killed may take effect even now.
        Restoration restoration = putBack(entries.held(), target.patience().throttled(), true, List.of());
        if (restoration.status() != Status.NOT_PROVEN) {
            over();
        }
        return restoration;
    }

    /** What was written over, and cannot be undone. */
    private List<String> beyond() {
        List<String> beyond = new ArrayList<>();
        before.unreadable().forEach((account, why) -> {
            if (touched.contains(account)) {
                beyond.add("the contacts of " + account + " were written over and are not put back: " + why);
            }
        });
        return beyond;
    }

    private Restoration putBack(
            Map<Slot, Map<String, String>> held, Duration patience, boolean late, List<String> unreadable) {
        List<String> beyond = new ArrayList<>(unreadable);
        Map<Slot, Map<String, String>> owed = new LinkedHashMap<>(held);
        owed.forEach((slot, contact) -> {
            if (contact.isEmpty() && !hands.canDelete() && touched.contains(slot.account())) {
                beyond.add("the " + slot.type() + " contact of " + slot.account()
                        + " did not exist before, and stays: the profile does not offer delete");
            }
        });
        owed.entrySet().removeIf(entry -> entry.getValue().isEmpty() && !hands.canDelete());
        List<Amiss> amiss = pass(owed, patience, gentle);
        if (late && amiss.isEmpty()) {
            hands.time().pass(target.patience().settle());
            amiss = pass(owed, patience, true);
        }
        Status status = !amiss.isEmpty()
                ? Status.NOT_PROVEN
                : owed.isEmpty() && !beyond.isEmpty() ? Status.NOT_PROMISED : Status.PROVEN;
        return new Restoration(
                status,
                owed.size(),
                amiss.stream().map(Amiss::told).toList(),
                beyond,
                amiss.stream().anyMatch(one -> !one.gone || one.existed),
                journal());
    }

    /**
     * @param existed whether there was a contact that somebody may miss
     * @param gone whether the target gave no usable answer
     */
    private record Amiss(String told, boolean existed, boolean gone) {}

    private List<Amiss> pass(Map<Slot, Map<String, String>> owed, Duration patience, boolean again) {
        List<Amiss> amiss = new ArrayList<>();
        for (Map.Entry<Slot, Map<String, String>> entry : owed.entrySet()) {
            boolean written = touched.contains(entry.getKey().account());
            // One wait for a target that does not answer is enough.
            if (amiss.stream().noneMatch(Amiss::gone)) {
                Optional<Amiss> failed = again || !written
                        ? putBackIfOurs(entry.getKey(), entry.getValue(), patience)
                        : putBack(entry.getKey(), entry.getValue(), patience);
                failed.ifPresent(amiss::add);
            } else if (written) {
                amiss.add(new Amiss(
                        named(entry.getKey(), entry.getValue()) + "is not known to be as it was, for the same reason",
                        !entry.getValue().isEmpty(),
                        true));
            }
        }
        return amiss;
    }

    private static String named(Slot slot, Map<String, String> contact) {
        return "the " + slot.type() + " contact of " + slot.account()
                + (contact.isEmpty() ? ", which did not exist before, " : " ");
    }

    /** What others wrote meanwhile to an account that the run did not write to is theirs. */
    private Optional<Amiss> putBackIfOurs(Slot slot, Map<String, String> contact, Duration patience) {
        Reading reading = hands.read(slot, patience);
        boolean differs =
                reading instanceof Reading.Seen seen && !seen.contact().equals(contact);
        boolean ours = touched.contains(slot.account())
                || reading instanceof Reading.Seen seen && hands.isOurs(seen.contact());
        return differs && ours || reading instanceof Reading.Unreadable && touched.contains(slot.account())
                ? putBack(slot, contact, patience)
                : Optional.empty();
    }

    private Optional<Amiss> putBack(Slot slot, Map<String, String> contact, Duration patience) {
        String last = "";
        boolean gone = false;
        for (int tries = 0; tries < TRIES; tries++) {
            Outcome outcome = hands.restore(slot, contact, patience);
            Reading reading = outcome instanceof Outcome.Unanswered
                    ? new Reading.Unreadable("nothing could be read", outcome)
                    : settled(slot, contact, patience);
            if (reading instanceof Reading.Seen seen && seen.contact().equals(contact)) {
                return Optional.empty();
            }
            gone = reading instanceof Reading.Unreadable unreadable && unreadable.gone();
            last = told(contact, outcome, reading);
            if (gone) {
                break;
            }
        }
        return Optional.of(
                new Amiss(named(slot, contact) + "is not known to be as it was: " + last, !contact.isEmpty(), gone));
    }

    private static String told(Map<String, String> contact, Outcome outcome, Reading reading) {
        String doing = contact.isEmpty() ? "deleting it" : "setting it";
        return doing + " was " + outcome.told() + ", and then "
                + (reading instanceof Reading.Unreadable unreadable ? unreadable.why() : "something else was read");
    }

    /** AWS's reads are eventually consistent: where a change took time to show, it is seen twice before it is believed. */
    private Reading settled(Slot slot, Map<String, String> contact, Duration patience) {
        long began = hands.time().nanos();
        Backoff backoff = Backoff.betweenLooks();
        boolean waited = false;
        int agreed = 0;
        Reading reading;
        while (true) {
            reading = hands.read(slot, patience);
            boolean agrees =
                    reading instanceof Reading.Seen seen && seen.contact().equals(contact);
            agreed = agrees ? agreed + 1 : 0;
            boolean unreadable = reading instanceof Reading.Unreadable;
            if (unreadable
                    || agreed > (waited ? 1 : 0)
                    || !agrees
                            && hands.time()
                                            .since(began)
                                            .compareTo(target.patience().settle())
                                    > 0) {
                return reading;
            }
            waited = true;
            hands.time().pass(backoff.pause());
            backoff = backoff.longer();
        }
    }

    /** For looking before and after a run whose own patience is what counts. */
    private Duration hurried() {
        return target.patience().throttled().dividedBy(3);
    }

    @Override
    public void close() {
        if (journal != null) {
            journal.close();
        }
    }

    /** Deletes the journal of a run that is over, unless somebody named its file. */
    public void discard() {
        if (journal != null) {
            journal.close();
            delete(List.of(journal.file()));
        }
    }
}
