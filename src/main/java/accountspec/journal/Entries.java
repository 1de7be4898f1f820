package accountspec.journal;

import accountspec.trial.Slot;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a journal says.
 *
 * @param target the profile's name for it
 * @param profile the file that it was read from, if it was read from one
 * @param process the number of the process that wrote it
 * @param held each contact as it was; empty for none
 * @param touched the accounts that the run was about to write to
 * @param over whether all is known to be as it was
 */
public record Entries(
        String target,
        String endpoint,
        Optional<Path> profile,
        String begun,
        long process,
        Map<Slot, Map<String, String>> held,
        Set<String> touched,
        boolean over) {

    static final String FORMAT = "accountspec 1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> LINE = new TypeReference<>() {};

    /** The contacts that the run may have changed. */
    public Map<Slot, Map<String, String>> atStake() {
        Map<Slot, Map<String, String>> slots = new LinkedHashMap<>(held);
        slots.keySet().removeIf(slot -> !touched.contains(slot.account()));
        return slots;
    }

    /** Whether there was any contact that could be lost. */
    boolean holdsAny() {
        return atStake().values().stream().anyMatch(contact -> !contact.isEmpty());
    }

    /** @throws JournalException when the file cannot be read, or is no journal */
    public static Entries read(Path file) {
        if (Files.isDirectory(file)) {
            throw new JournalException(file + " is a folder; a journal is a file that certify named");
        }
        try {
            return of(file, Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new JournalException("there is no journal " + file, e);
        } catch (CharacterCodingException e) {
            throw new JournalException(file + " is no journal of accountspec's: it is not text in UTF-8", e);
        } catch (AccessDeniedException e) {
            throw new JournalException("the journal " + file + " cannot be read: not allowed", e);
        } catch (IOException e) {
            throw new JournalException("the journal " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Entries of(Path file, String text) {
        Map<String, Object> head = Map.of();
        Map<Slot, Map<String, String>> held = new LinkedHashMap<>();
        Set<String> touched = new HashSet<>();
        boolean over = false;
        // What follows the last line feed was cut off by a crash; nothing that depends on it was done.
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        for (String written : whole.lines().toList()) {
            Map<String, Object> line = line(file, written);
            if (line.containsKey("journal")) {
                head = line;
            } else if (line.containsKey("held")) {
                held.put(new Slot(word(line, "held"), word(line, "type")), contact(line.get("contact")));
            } else if (line.containsKey("touched")) {
                touched.add(word(line, "touched"));
            } else {
                over |= line.containsKey("restored");
            }
        }
        if (!FORMAT.equals(head.get("journal"))) {
            throw new JournalException(file + " is no journal of accountspec's: its first line does not say so");
        }
        return new Entries(
                word(head, "target"),
                word(head, "endpoint"),
                Optional.ofNullable(head.get("profile")).map(path -> Path.of(path.toString())),
                word(head, "begun"),
                Long.parseLong(word(head, "process")),
                held,
                touched,
                over);
    }

    private static Map<String, Object> line(Path file, String text) {
        try {
            return JSON.readValue(text, LINE);
        } catch (JsonProcessingException e) {
            throw new JournalException(file + " is no journal of accountspec's, or was damaged: a line is no JSON", e);
        }
    }

    private static String word(Map<String, Object> line, String name) {
        return String.valueOf(line.get(name));
    }

    private static Map<String, String> contact(Object written) {
        Map<String, String> contact = new LinkedHashMap<>();
        if (written instanceof Map<?, ?> members) {
            members.forEach((name, value) -> contact.put(String.valueOf(name), String.valueOf(value)));
        }
        return contact;
    }
}
