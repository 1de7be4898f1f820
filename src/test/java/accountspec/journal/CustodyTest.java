package accountspec.journal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.doubles.Accounts;
import accountspec.exchange.Answer;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.journal.Restoration.Status;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import accountspec.reference.ReferenceEndpoint;
import accountspec.target.Party;
import accountspec.target.PartyName;
import accountspec.target.Target;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Time;
import accountspec.verdict.Unproven;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustodyTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final Operation PUT = Operation.load("put-alternate-contact");

    private final ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
    private final Accounts accounts = new Accounts(endpoint);

    @TempDir
    private Path folder;

    @Test
    void a_contact_that_was_written_over_is_set_again_and_one_that_is_new_is_deleted() {
        accounts.withABillingContactEach();
        Map<String, String> before = accounts.all();
        try (Custody custody = begun(target(), endpoint::answer)) {
            write(custody, target(), endpoint::answer, "BILLING");
            write(custody, target(), endpoint::answer, "SECURITY");
            assertThat(accounts.all(), is(not(before)));

            Restoration restoration = custody.putBack(true);

            assertThat(restoration.told().toString(), restoration.status(), is(Status.PROVEN));
            assertThat(accounts.all(), is(before));
        }
    }

    @Test
    void what_cannot_be_set_again_is_told_and_the_journal_stays_open() {
        accounts.withABillingContactEach();
        try (Custody custody = begun(target(), request -> refusingPuts(request))) {
            write(custody, target(), endpoint::answer, "BILLING");

            Restoration restoration = custody.putBack(true);

            assertThat(restoration.status(), is(Status.NOT_PROVEN));
            assertThat(restoration.lost(), is(true));
            assertThat(restoration.told().get(0), containsString("the BILLING contact of 555555555555"));
            assertThat(Entries.read(restoration.journal().orElseThrow()).over(), is(false));
        }
    }

    @Test
    void a_target_that_is_gone_loses_contacts_only_where_there_were_any() {
        assertThat(goneAfterAWrite().lost(), is(false));
        accounts.clear("555555555555", "BILLING");
        accounts.withABillingContactEach();
        assertThat(goneAfterAWrite().lost(), is(true));
    }

    private Restoration goneAfterAWrite() {
        boolean[] gone = {false};
        Wire wire = request -> gone[0] ? new Silence(Silence.Kind.UNREACHABLE, "refused") : endpoint.answer(request);
        try (Custody custody = begun(target(), wire)) {
            write(custody, target(), wire, "BILLING");
            gone[0] = true;
            Restoration restoration = custody.putBack(false);
            assertThat(restoration.status(), is(Status.NOT_PROVEN));
            return restoration;
        } finally {
            delete();
        }
    }

    @Test
    void in_accounts_that_were_not_written_to_only_what_the_suite_wrote_is_undone() {
        try (Custody custody = begun(target(), endpoint::answer)) {
            write(custody, target(), endpoint::answer, "BILLING");
            accounts.set("444444444444", "SECURITY", "accountspec, by a target that mixes accounts up");
            accounts.set("444444444444", "BILLING", "Somebody who came meanwhile");

            assertThat(custody.putBack(true).status(), is(Status.PROVEN));
        }
        assertThat(accounts.at("444444444444", "SECURITY"), is(Optional.empty()));
        assertThat(accounts.at("444444444444", "BILLING").isPresent(), is(true));
    }

    @Test
    void nothing_is_sent_for_the_run_once_its_contacts_are_put_back() {
        try (Custody custody = begun(target(), endpoint::answer)) {
            Wire guarded = custody.guarded(endpoint::answer);
            custody.putBack(true);

            assertThrows(Unproven.class, () -> guarded.send(request(custody, target(), "BILLING")));
        }
    }

    @Test
    void nothing_is_written_to_a_target_that_answers_no_read_until_it_does() {
        accounts.withABillingContactEach();
        Map<String, String> before = accounts.all();
        boolean[] asleep = {true};
        Wire wire = request -> asleep[0] && request.target().startsWith("/get")
                ? new Silence(Silence.Kind.TOO_LATE, "no complete answer")
                : endpoint.answer(request);
        try (Custody custody = new Custody(hands(target(), wire))) {
            custody.look();
            custody.keepOnceRead(new JournalFolder(folder), Optional.empty(), Optional.empty());
            assertThat(custody.warnings().toString(), containsString("nothing is written until"));
            assertThat(
                    custody.guarded(wire).send(request(custody, target(), "BILLING")),
                    is(new Silence(Silence.Kind.TOO_LATE, "no complete answer")));
            assertThat(accounts.all(), is(before));
            assertThat(custody.journal(), is(Optional.empty()));

            asleep[0] = false;
            write(custody, target(), wire, "BILLING");
            assertThat(accounts.all(), is(not(before)));
            assertThat(Entries.read(custody.journal().orElseThrow()).touched().toString(), containsString("5555"));

            assertThat(custody.putBack(true).status(), is(Status.PROVEN));
            assertThat(accounts.all(), is(before));
        }
    }

    @Test
    void what_could_not_be_put_back_as_it_was_is_not_taken_for_a_contact() {
        accounts.withABillingContactEach();
        Wire listing = request -> {
            Received answer = endpoint.answer(request);
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            return Received.of(
                    answer.status(),
                    answer.headers(),
                    body.replaceAll("(\"Title\":)(\"[^\"]*\")", "$1[$2]").getBytes(StandardCharsets.UTF_8));
        };

        Before before = new Custody(hands(target(), listing)).look();

        assertThat(before.held().values().stream().allMatch(Map::isEmpty), is(true));
        assertThat(
                before.unreadable().get("555555555555"),
                containsString("holds no AlternateContact that could be put back"));
    }

    @Test
    void without_read_back_nothing_is_promised_and_that_is_said_before_and_after() {
        Target target = without("offers: [read-back, delete]", "offers: []");
        try (Custody custody = begun(target, endpoint::answer)) {
            assertThat(custody.warnings().toString(), containsString("will be written over and not put back"));
            write(custody, target, endpoint::answer, "BILLING");

            Restoration restoration = custody.putBack(true);

            assertThat(restoration.status(), is(Status.NOT_PROMISED));
            assertThat(restoration.lost(), is(false));
            assertThat(restoration.told().toString(), containsString("555555555555 were written over"));
            assertThat(custody.journal(), is(Optional.empty()));
        }
    }

    @Test
    void without_delete_a_new_contact_stays_and_that_is_said_before_and_after() {
        Target target = without("offers: [read-back, delete]", "offers: [read-back]");
        accounts.set("555555555555", "BILLING", "Owner");
        try (Custody custody = begun(target, endpoint::answer)) {
            assertThat(custody.warnings().toString(), containsString("does not offer delete"));
            write(custody, target, endpoint::answer, "BILLING");
            write(custody, target, endpoint::answer, "SECURITY");

            Restoration restoration = custody.putBack(true);

            assertThat(restoration.status(), is(Status.PROVEN));
            assertThat(restoration.beyond().toString(), containsString("SECURITY contact of 555555555555"));
        }
        assertThat(accounts.at("555555555555", "BILLING").orElse(""), containsString("Owner"));
    }

    @Test
    void a_run_does_not_start_over_the_journal_of_one_that_was_killed() {
        accounts.withABillingContactEach();
        Path journal = killed();

        Custody next = new Custody(hands(target(), endpoint::answer));
        JournalException told = assertThrows(
                JournalException.class, () -> next.check(new JournalFolder(folder), Optional.empty(), true));

        assertThat(told.getMessage(), containsString("accountspec restore " + journal));
    }

    @Test
    void where_nobody_had_a_contact_a_forgiving_run_takes_the_killed_ones_place() {
        killed();

        try (Custody next = begun(target(), endpoint::answer)) {
            assertThat(next.putBack(true).status(), is(Status.PROVEN));
        }
        assertThat(accounts.all(), is(Map.of()));
    }

    @Test
    void restoring_twice_is_as_good_as_once() {
        accounts.withABillingContactEach();
        Map<String, String> before = accounts.all();
        Path journal = killed();
        assertThat(accounts.all(), is(not(before)));

        assertThat(restored(journal).status(), is(Status.PROVEN));
        assertThat(accounts.all(), is(before));
        accounts.set("555555555555", "BILLING", "Somebody new");
        assertThat(restored(journal).status(), is(Status.NOT_NEEDED));
        assertThat(accounts.at("555555555555", "BILLING").orElse(""), containsString("Somebody new"));
    }

    @Test
    void a_journal_of_another_target_is_refused() {
        Path journal = killed();
        Target other = Target.read("other", endpoint.profileYaml(URI.create("http://127.0.0.1:2")), Map.of());

        JournalException told =
                assertThrows(JournalException.class, () -> new Custody(hands(other, endpoint::answer)).finish(journal));

        assertThat(told.getMessage(), containsString("--target"));
    }

    // ---- a run, as far as custody sees it

    private Custody begun(Target target, Wire wire) {
        Custody custody = new Custody(hands(target, wire));
        JournalFolder journals = new JournalFolder(folder);
        custody.check(journals, Optional.empty(), true);
        custody.look();
        custody.keep(journals, Optional.empty(), Optional.empty());
        return custody;
    }

    /** A run that wrote and then had no time to put anything back. */
    private Path killed() {
        try (Custody custody = begun(target(), endpoint::answer)) {
            write(custody, target(), endpoint::answer, "BILLING");
            return custody.journal().orElseThrow();
        }
    }

    private Restoration restored(Path journal) {
        try (Custody custody = new Custody(hands(target(), endpoint::answer))) {
            return custody.finish(journal);
        }
    }

    private void write(Custody custody, Target target, Wire wire, String type) {
        Answer answer = custody.guarded(wire).send(request(custody, target, type));
        assertThat(((Received) answer).status(), is(200));
    }

    private Sent request(Custody custody, Target target, String type) {
        Party party = target.caller(PartyName.THE_ACCOUNT).orElseThrow();
        Sent unsigned =
                new Binding(NOWHERE, "test").bind(PUT.draft(0, 1).ofType(type), Form.documented(PUT), "a scenario");
        return custody.watching(party, ProfileSigners.of(target, party)).sign(unsigned, Form.Signature.RIGHT);
    }

    private Answer refusingPuts(Sent request) {
        return request.target().startsWith("/put")
                ? Received.of(403, List.of(), "{\"__type\":\"AccessDeniedException\"}".getBytes())
                : endpoint.answer(request);
    }

    private Hands hands(Target target, Wire wire) {
        return new Hands(
                target,
                party -> ProfileSigners.of(target, party),
                wire,
                new Binding(NOWHERE, "test"),
                Pace.of(Map.of()),
                Time.REAL,
                PUT,
                Operation.load("get-alternate-contact"),
                Operation.load("delete-alternate-contact"));
    }

    private Target target() {
        return without("", "");
    }

    private Target without(String what, String instead) {
        return Target.read(
                "double",
                (what.isEmpty()
                                ? endpoint.profileYaml(NOWHERE)
                                : endpoint.profileYaml(NOWHERE).replace(what, instead))
                        + "patience: { throttled: 300ms, settle: 50ms, timeout: 1s }\n",
                Map.of());
    }

    private void delete() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
