package accountspec.recording;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a body: some bytes, or one byte many times over.
 *
 * @param bytes a single one where there are several times
 */
public record Run(byte[] bytes, long times) {

    /** Fewer of the same are told as they are. */
    private static final int FEWEST = 200;

    /** Takes a body apart, so that what is padding takes no room. */
    public static List<Run> of(byte[] body) {
        List<Run> runs = new ArrayList<>();
        int told = 0;
        for (int from = 0; from < body.length; ) {
            int to = from + 1;
            while (to < body.length && body[to] == body[from]) {
                to++;
            }
            if (to - from >= FEWEST) {
                add(runs, Arrays.copyOfRange(body, told, from));
                runs.add(new Run(new byte[] {body[from]}, to - from));
                told = to;
            }
            from = to;
        }
        add(runs, Arrays.copyOfRange(body, told, body.length));
        return runs;
    }

    private static void add(List<Run> runs, byte[] bytes) {
        if (bytes.length > 0) {
            runs.add(new Run(bytes, 1));
        }
    }

    /** Both parts of a body, as one; a run that goes on from one to the other is one run. */
    static List<Run> joined(List<Run> first, List<Run> second) {
        List<Run> runs = new ArrayList<>(first);
        for (Run run : second) {
            Run last = runs.isEmpty() ? new Run(new byte[0], 1) : runs.remove(runs.size() - 1);
            if (last.times == 1 && run.times == 1) {
                ByteArrayOutputStream both = new ByteArrayOutputStream();
                both.writeBytes(last.bytes);
                both.writeBytes(run.bytes);
                runs.add(new Run(both.toByteArray(), 1));
            } else if (Arrays.equals(last.bytes, run.bytes)) {
                runs.add(new Run(run.bytes, last.times + run.times));
            } else {
                if (last.bytes.length > 0) {
                    runs.add(last);
                }
                runs.add(run);
            }
        }
        return runs;
    }

    long length() {
        return bytes.length * times;
    }
}
