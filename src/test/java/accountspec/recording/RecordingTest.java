package accountspec.recording;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.exchange.Answer;
import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Facts FACTS = new Facts("1.2.3", "staging", "http://double.test", "full", NOON, true);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("exchanges.jsonl");
    }

    @Test
    void what_is_recorded_is_read_again() throws IOException {
        Exchange answered = exchange(
                1,
                "{\"Name\":\"Zoë ␠ \\u001b\"}".getBytes(StandardCharsets.UTF_8),
                new Received(400, List.of(new Header("X-Twice", "1"), new Header("x-twice", "2")), bytes("no"), true));
        Exchange binary = exchange(
                2, new byte[] {(byte) 0xff, 0, (byte) 0xfe}, Received.of(200, List.of(), new byte[] {(byte) 0xc0}));
        Exchange lost = exchange(3, new byte[0], new Silence(Silence.Kind.TOO_LATE, "no complete answer within 5 s"));
        recorded(answered, binary, lost);

        Recording recording = Recording.open(file);

        assertThat(recording.size(), is(3));
        assertThat(recording.facts(), is(FACTS));
        List<Recorded> all = new ArrayList<>();
        recording.forEach(all::add);
        for (Recorded one : List.of(all.get(0), recording.exchange(1))) {
            assertThat(one.began(), is(NOON.minusMillis(12)));
            Received received = (Received) one.exchange().answer();
            assertThat(one.exchange().sent().body(), is(answered.sent().body()));
            assertThat(one.exchange().told(), is(answered.told()));
            assertThat(received.headers(), is(((Received) answered.answer()).headers()));
            assertThat(received.status(), is(400));
            assertThat(received.cut(), is(true));
        }
        assertThat(
                recording.exchange(2).exchange().sent().body(), is(binary.sent().body()));
        assertThat(((Received) recording.exchange(2).exchange().answer()).body(), is(new byte[] {(byte) 0xc0}));
        assertThat(recording.exchange(3).exchange().answer(), equalTo(lost.answer()));
    }

    @Test
    void of_a_very_long_body_the_beginning_is_kept_and_its_length_is_known() throws IOException {
        recorded(exchange(1, new byte[1 << 20], Received.of(200, List.of(), new byte[1 << 20])));

        Recorded one = Recording.open(file).exchange(1);

        assertThat(one.sentBytes(), is(1L << 20));
        assertThat(one.isSentCut(), is(true));
        assertThat(((Received) one.exchange().answer()).cut(), is(true));
        assertThat(Files.size(file), lessThan(300_000L));
    }

    @Test
    void what_is_padding_in_a_very_long_body_is_known_to_the_last_byte() throws IOException {
        byte[] long1 = bytes("{\"Name\":\"" + "a".repeat(1_000_000) + "\",\"Title\":\"" + " ".repeat(300) + "é\"}");
        byte[] random = new byte[40_000];
        new Random(7).nextBytes(random);
        recorded(
                exchange(1, long1, Received.of(200, List.of(), new byte[0])),
                exchange(2, random, Received.of(200, List.of(), new byte[0])));

        Recording recording = Recording.open(file);

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (Run run : recording.exchange(1).sentBody().orElseThrow()) {
            for (long i = 0; i < run.times(); i++) {
                whole.writeBytes(run.bytes());
            }
        }
        assertThat(whole.toByteArray(), is(long1));
        assertThat(recording.exchange(1).sentBody().orElseThrow().size(), is(5));
        assertThat(recording.exchange(2).sentBody(), is(Optional.empty()));
        assertThat(Files.size(file), lessThan(60_000L));
    }

    @Test
    void nothing_in_the_file_steers_a_terminal() throws IOException {
        recorded(exchange(
                1,
                bytes("\u001b[31m\u009b\u202e\u007f"),
                Received.of(200, List.of(new Header("X", "\u009b31m")), bytes("\u001b]0;title\u0007\ud83d\ude00"))));

        assertThat(Files.readString(file).replace("\n", "").matches("[ -~]*"), is(true));
    }

    @Test
    void what_is_written_beside_it_gets_each_exchange_as_a_reader_would_find_it() throws IOException {
        List<Recorded> beside = new ArrayList<>();
        try (Recorder recorder = Recorder.begin(file, FACTS, clock(), beside::add)) {
            recorder.record(exchange(1, bytes("a"), Received.of(200, List.of(), bytes("b"))));
            recorder.record(exchange(2, new byte[20_000], Received.of(400, List.of(), bytes("c"))));
            Recording recording = recorder.finish();

            assertThat(beside.size(), is(2));
            for (Recorded told : beside) {
                Recorded read = recording.exchange(told.exchange().number());
                assertThat(told.began(), is(read.began()));
                assertThat(told.sentBytes(), is(read.sentBytes()));
                assertThat(
                        told.exchange().sent().body(), is(read.exchange().sent().body()));
                assertThat(told.exchange().told(), is(read.exchange().told()));
            }
        }
    }

    @Test
    void a_recording_that_cannot_be_written_ends_the_run() throws IOException {
        try (Recorder recorder = Recorder.begin(file, FACTS, clock(), exchange -> {
            throw new IOException("No space left on device");
        })) {
            IOException failed = assertThrows(IOException.class, () -> {
                recorder.record(exchange(1, bytes("a"), Received.of(200, List.of(), bytes("b"))));
                recorder.finish();
            });

            assertThat(failed.getMessage(), is("No space left on device"));
            UncheckedIOException noMore = assertThrows(
                    UncheckedIOException.class,
                    () -> recorder.record(exchange(2, bytes("a"), Received.of(200, List.of(), bytes("b")))));
            assertThat(noMore.getMessage(), is("the recording " + file + " cannot be written"));
        } catch (IOException e) {
            assertThat("closing it tells once more", e.getMessage(), is("No space left on device"));
        }
    }

    @Test
    void a_recording_without_its_end_is_known_to_be_cut_short() throws IOException {
        try (Recorder recorder = Recorder.begin(file, FACTS, clock(), exchange -> {})) {
            recorder.record(exchange(1, bytes("a"), Received.of(200, List.of(), bytes("b"))));
        }

        assertThat(complaint(), containsString("cut short after 1 exchanges"));
    }

    @Test
    void a_recording_that_ends_in_the_middle_of_a_line_is_known_to_be_cut_short() throws IOException {
        recorded(exchange(1, bytes("a"), Received.of(200, List.of(), bytes("b"))));
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 120));

        assertThat(complaint(), containsString("cut short"));
    }

    @Test
    void a_recording_that_was_changed_is_known() throws IOException {
        recorded(exchange(1, bytes("a"), Received.of(200, List.of(), bytes("b"))));
        Files.writeString(file, Files.readString(file).replace("\"status\":200", "\"status\":400"));

        assertThat(complaint(), containsString("was changed"));
    }

    @Test
    void any_other_file_is_no_recording() throws IOException {
        Files.writeString(file, "{\"log\":{}}\n");

        assertThat(complaint(), containsString("is no recording"));
    }

    @Test
    void traffic_is_counted_by_status_and_time() {
        Tally tally = new Tally();
        for (int i = 1; i <= 98; i++) {
            tally.count(exchange(i, new byte[0], Received.of(200, List.of(), new byte[0])));
        }
        tally.count(exchange(99, new byte[0], Received.of(429, List.of(), new byte[0])));
        tally.count(new Exchange(
                100,
                "s",
                "c",
                "t",
                sent(new byte[0]),
                new Silence(Silence.Kind.BROKEN, "gone"),
                Duration.ofSeconds(2)));

        assertThat(tally.requests(), is(100));
        assertThat(tally.throttled(), is(1));
        assertThat(tally.unanswered(), is(1));
        assertThat(tally.statuses().toString(), is("{200=98, 429=1}"));
        assertThat(tally.percentile(99), is(Duration.ofMillis(12)));
        assertThat(tally.percentile(100), is(Duration.ofSeconds(2)));
        assertThat(tally.stretches().stream().mapToInt(Tally.Stretch::requests).sum(), is(100));
    }

    private String complaint() {
        return assertThrows(RecordingException.class, () -> Recording.open(file))
                .getMessage();
    }

    private void recorded(Exchange... exchanges) throws IOException {
        try (Recorder recorder = Recorder.begin(file, FACTS, clock(), exchange -> {})) {
            for (Exchange exchange : exchanges) {
                recorder.record(exchange);
            }
            recorder.finish();
        }
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    private static Exchange exchange(int number, byte[] body, Answer answer) {
        return new Exchange(
                number, "A scenario", "the account", "POST, told", sent(body), answer, Duration.ofMillis(12));
    }

    private static Sent sent(byte[] body) {
        return new Sent("POST", "/putAlternateContact", List.of(new Header("Content-Type", "application/json")), body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
