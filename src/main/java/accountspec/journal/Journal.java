package accountspec.journal;

import accountspec.trial.Slot;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file that lines are added to, each of them on the disk before the call returns. Whoever has it open holds its lock, so
 * that a run under way is told from one that was killed.
 */
public final class Journal implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Begins a journal where there is none.
     *
     * @param profile the file that the target was read from
     * @throws JournalException when it cannot be written, or there is a file already
     */
    static Journal begin(Path file, String target, String endpoint, Optional<Path> profile, String begun) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly(file));
            Journal journal = locked(file, channel);
            Map<String, Object> head = new LinkedHashMap<>();
            head.put("journal", Entries.FORMAT);
            head.put("target", target);
            head.put("endpoint", endpoint);
            profile.ifPresent(path -> head.put("profile", path.toAbsolutePath().toString()));
            head.put("begun", begun);
            head.put("process", ProcessHandle.current().pid());
            journal.add(head);
            journal.forceFolder();
            return journal;
        } catch (FileAlreadyExistsException e) {
            throw new JournalException("there is a file " + file + " already; name another with --journal", e);
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }

    /**
     * Opens a journal that was left, to add to it.
     *
     * @throws JournalException when a run holds it
     */
    public static Journal resume(Path file) {
        try {
            int whole = Files.readString(file, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            Journal journal = locked(file, channel);
            channel.truncate(whole); // half a line, cut off by a crash
            channel.position(whole);
            journal.add(Map.of("resumed", ProcessHandle.current().pid()));
            return journal;
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }

    /** Whether some process has the journal open. */
    static boolean isHeld(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new JournalException("the journal " + file + " cannot be opened: " + e, e);
        }
    }

    public Path file() {
        return file;
    }

    void hold(Slot slot, Map<String, String> contact) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("held", slot.account());
        line.put("type", slot.type());
        line.put("contact", contact.isEmpty() ? null : contact);
        add(line);
    }

    void touch(String account) {
        add(Map.of("touched", account));
    }

    void restored(String when) {
        add(Map.of("restored", when));
    }

    private synchronized void add(Map<String, Object> line) {
        try {
            String text = JSON.writeValueAsString(line) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }

    private static Journal locked(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return new Journal(file, channel);
            }
        } catch (OverlappingFileLockException e) {
            // held within this process
        }
        channel.close();
        throw new JournalException("a run is under way that writes the journal " + file + "; wait until it is over");
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A new file is safe only once its folder is. Some systems cannot open folders; theirs are safe by other means. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static JournalException cannotBeWritten(Path file, IOException e) {
        return new JournalException(
                "the journal " + file + " cannot be written: " + e + ". Name another file with --journal", e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }
}
