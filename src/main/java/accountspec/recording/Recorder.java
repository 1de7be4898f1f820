package accountspec.recording;

import accountspec.exchange.Exchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Writes a recording, a line an exchange, beside the run. The last line says how many there were and what they add up to: a
 * recording without it is of a run that was cut short.
 */
public final class Recorder implements AutoCloseable {

    private final Path file;
    private final OutputStream out;
    private final Clock clock;
    private final Recording.Reader beside;
    private final BackgroundWriter writer = new BackgroundWriter("recording");
    private final MessageDigest digest = sha256();
    private long[] offsets = new long[1024];
    private int exchanges;
    private long position;
    private boolean closed;

    private Recorder(Path file, OutputStream out, Clock clock, Recording.Reader beside) {
        this.file = file;
        this.out = out;
        this.clock = clock;
        this.beside = beside;
    }

    /**
     * Begins a recording with its head.
     *
     * @param beside gets each exchange as the recording has it, in the thread that writes
     */
    public static Recorder begin(Path file, Facts facts, Clock clock, Recording.Reader beside) throws IOException {
        Recorder recorder =
                new Recorder(file, new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), clock, beside);
        recorder.line(Lines.head(facts));
        return recorder;
    }

    /**
     * Records an exchange that is just over.
     *
     * @param exchange without anything secret; only the beginning of long bodies is kept
     * @throws UncheckedIOException if an earlier one could not be written
     */
    public void record(Exchange exchange) {
        Exchange kept = exchange.abridged();
        Instant began = clock.instant().minus(exchange.took());
        try {
            writer.check();
        } catch (IOException e) {
            throw new UncheckedIOException("the recording " + file + " cannot be written", e);
        }
        writer.later(() -> write(kept, began));
    }

    private void write(Exchange exchange, Instant began) throws IOException {
        if (exchanges == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[exchanges++] = position;
        line(Lines.exchange(exchange, began));
        beside.read(Lines.cut(exchange, began));
    }

    private void line(byte[] line) throws IOException {
        out.write(line);
        digest.update(line);
        position += line.length;
    }

    /** Ends it with its last line. */
    public Recording finish() throws IOException {
        writer.finish();
        line(Lines.end(exchanges, HexFormat.of().formatHex(digest.digest())));
        close();
        return new Recording(file, Arrays.copyOf(offsets, exchanges));
    }

    /** Without {@link #finish} before it, what was recorded stays, as a recording that was cut short. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                writer.finish();
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
