package accountspec.journal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.trial.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Slot BILLING = new Slot("555555555555", "BILLING");
    private static final Slot SECURITY = new Slot("555555555555", "SECURITY");
    private static final Map<String, String> ZOE = Map.of("Name", "Zoë \"Z\"\nQ", "Title", "CFO");

    @TempDir
    private Path folder;

    @Test
    void what_was_held_is_read_again_as_it_was() {
        try (Journal journal = begun("a.journal")) {
            journal.hold(BILLING, ZOE);
            journal.hold(SECURITY, Map.of());
            journal.touch("555555555555");
        }

        Entries entries = Entries.read(folder.resolve("a.journal"));

        assertThat(entries.atStake(), is(Map.of(BILLING, ZOE, SECURITY, Map.of())));
        assertThat(entries.endpoint(), is("http://double.test"));
        assertThat(entries.over(), is(false));
    }

    @Test
    void only_its_owner_may_read_it() throws IOException {
        begun("a.journal").close();

        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.journal"))),
                is("rw-------"));
    }

    @Test
    void a_line_that_a_crash_cut_off_is_as_if_it_had_not_been_begun() throws IOException {
        Path file = folder.resolve("a.journal");
        try (Journal journal = begun("a.journal")) {
            journal.hold(BILLING, ZOE);
            journal.touch("555555555555");
        }
        Files.writeString(file, "{\"restored\":\"2026", StandardOpenOption.APPEND);

        assertThat(Entries.read(file).over(), is(false));
        try (Journal journal = Journal.resume(file)) {
            journal.restored("now");
        }
        assertThat(Entries.read(file).over(), is(true));
        assertThat(Entries.read(file).atStake(), is(Map.of(BILLING, ZOE)));
    }

    @Test
    void accounts_that_were_not_written_to_are_not_at_stake() {
        try (Journal journal = begun("a.journal")) {
            journal.hold(BILLING, ZOE);
        }

        assertThat(Entries.read(folder.resolve("a.journal")).atStake(), is(Map.of()));
    }

    @Test
    void a_file_that_is_there_already_is_not_written_over() throws IOException {
        Files.writeString(folder.resolve("a.journal"), "precious");

        JournalException told = assertThrows(JournalException.class, () -> begun("a.journal"));

        assertThat(told.getMessage(), containsString("--journal"));
        assertThat(Files.readString(folder.resolve("a.journal")), is("precious"));
    }

    @Test
    void the_journal_of_a_run_under_way_is_held() {
        Path file = folder.resolve("a.journal");
        try (Journal journal = begun("a.journal")) {
            assertThat(Journal.isHeld(journal.file()), is(true));
        }
        assertThat(Journal.isHeld(file), is(false));
    }

    @Test
    void a_file_that_is_no_journal_is_refused_in_words() throws IOException {
        Path file = Files.writeString(folder.resolve("b.journal"), "{\"some\":\"JSON\"}\n");

        assertThat(
                assertThrows(JournalException.class, () -> Entries.read(file)).getMessage(),
                containsString("is no journal of accountspec's"));
    }

    @Test
    void it_lies_in_the_users_folder_for_state() {
        assertThat(
                JournalFolder.usual(Map.of("XDG_STATE_HOME", "/state"), "/home/x")
                        .path(),
                is(Path.of("/state/accountspec")));
        assertThat(
                JournalFolder.usual(Map.of(), folder.toString()).path(),
                is(folder.resolve(".local/state/accountspec")));
    }

    private Journal begun(String name) {
        return Journal.begin(folder.resolve(name), "double", "http://double.test", Optional.empty(), "2026-11-22");
    }
}
