package accountspec.recording;

import accountspec.exchange.Exchange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** A recording in its file; its exchanges are read when they are asked for. */
public final class Recording {

    /** Bytes of a request's body that are kept. */
    public static final int KEPT_OF_A_REQUEST = Lines.KEPT;

    private static final ObjectReader JSON = JsonMapper.builder().build().reader();

    /** Longer lines were not written by a recorder. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final long[] offsets;

    Recording(Path file, long[] offsets) {
        this.file = file;
        this.offsets = offsets;
    }

    /** Takes exchanges, one after another. */
    public interface Reader {
        void read(Recorded exchange) throws IOException;
    }

    /**
     * Opens a recording, and sees that it is whole.
     *
     * @throws RecordingException saying what is wrong with it: cut short, changed, or no recording at all
     */
    public static Recording open(Path file) throws IOException {
        long[] offsets = new long[1024];
        int exchanges = 0;
        MessageDigest digest = Recorder.sha256();
        long position = 0;
        int number = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                number++;
                JsonNode json = parsed(file, number, line);
                if (number == 1) {
                    requireHead(file, json);
                } else if (json.has("end")) {
                    requireEnd(file, json.get("end"), exchanges, HexFormat.of().formatHex(digest.digest()));
                    return new Recording(file, Arrays.copyOf(offsets, exchanges));
                } else {
                    if (exchanges == offsets.length) {
                        offsets = Arrays.copyOf(offsets, exchanges * 2);
                    }
                    offsets[exchanges++] = position;
                }
                digest.update(line);
                position += line.length;
            }
        }
        throw new RecordingException(file + ": is cut short after " + exchanges
                + " exchanges: its last line is missing, so the run did not come to its end");
    }

    private static void requireHead(Path file, JsonNode head) throws RecordingException {
        if (!head.path("recording").asText().equals("accountspec")) {
            throw new RecordingException(file + ": is no recording of accountspec");
        }
        if (head.path("version").asInt() > Lines.VERSION) {
            throw new RecordingException(file + ": was made by a newer accountspec, "
                    + head.path("suite").asText());
        }
    }

    private static void requireEnd(Path file, JsonNode end, int exchanges, String sum) throws RecordingException {
        if (end.path("exchanges").asInt() != exchanges
                || !end.path("sha256").asText().equals(sum)) {
            throw new RecordingException(file + ": was changed after it was made: its last line tells of "
                    + end.path("exchanges").asInt() + " exchanges, and of another sum of them");
        }
    }

    private static JsonNode parsed(Path file, int number, byte[] line) throws IOException {
        if (line[line.length - 1] != '\n') {
            throw new RecordingException(file + ", line " + number + ": is cut short in the middle of the line");
        }
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new RecordingException(file + ", line " + number + ": is no JSON");
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(2_048);
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n' || line.size() > LONGEST_LINE) {
                break;
            }
        }
        return line.toByteArray();
    }

    public Path file() {
        return file;
    }

    public int size() {
        return offsets.length;
    }

    /** What the head says of the run. */
    public Facts facts() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            JsonNode head = JSON.readTree(line(in));
            return new Facts(
                    head.get("suite").asText(),
                    head.get("target").asText(),
                    head.get("endpoint").asText(),
                    head.get("depth").asText(),
                    Instant.parse(head.get("began").asText()),
                    head.get("masked").asBoolean(),
                    Lines.assignment(head));
        }
    }

    /** @param number of the exchange, from 1 */
    public Recorded exchange(int number) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long begin = offsets[number - 1];
            in.seek(begin);
            byte[] line = new byte[(int) Math.min(LONGEST_LINE, end(number, in) - begin)];
            in.readFully(line);
            return Lines.recorded(JSON.readTree(line));
        }
    }

    /** All exchanges by their numbers, each read again whenever it is asked for. */
    public List<Exchange> asList() {
        return new AbstractList<>() {
            @Override
            public Exchange get(int index) {
                try {
                    return exchange(Objects.checkIndex(index, offsets.length) + 1)
                            .exchange();
                } catch (IOException e) {
                    throw new UncheckedIOException("the recording " + file + " cannot be read again", e);
                }
            }

            @Override
            public int size() {
                return offsets.length;
            }
        };
    }

    private long end(int number, RandomAccessFile in) throws IOException {
        return number < offsets.length ? offsets[number] : in.length();
    }

    /** All exchanges in order, one at a time in memory. */
    public void forEach(Reader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            line(in);
            for (int i = 0; i < offsets.length; i++) {
                reader.read(Lines.recorded(JSON.readTree(line(in))));
            }
        }
    }
}
