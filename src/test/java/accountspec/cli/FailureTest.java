package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    private final StringWriter err = new StringWriter();

    static Stream<Exception> waysToRunOutOfRoom() {
        IOException full = new IOException("No space left on device");
        return Stream.of(
                full,
                new FileSystemException("r/report.json", null, "No space left on device"),
                new UncheckedIOException("the recording r/exchanges.jsonl cannot be written", full),
                new IllegalStateException("Cucumber failed", new IllegalStateException("java.io.IOException", full)));
    }

    @ParameterizedTest
    @MethodSource("waysToRunOutOfRoom")
    void a_full_disk_is_no_fault_of_the_suites(Exception thrown) {
        assertThat(told(thrown), is(2));
        assertThat(err.toString(), startsWith("accountspec: the reports cannot be written: "));
        assertThat(
                err.toString(),
                containsString("No space left on device. Make room, or name another folder with --reports"));
        assertThat(err.toString().lines().count(), is(1L));
    }

    @Test
    void what_is_repeated_of_a_message_steers_no_terminal() {
        assertThat(told(new IllegalArgumentException("'\u001b[31m' is no tag")), is(2));
        assertThat(err.toString().strip(), is("accountspec: '\\u001b[31m' is no tag"));
    }

    @Test
    void anything_else_is_told_with_its_trace() {
        assertThat(told(new IllegalStateException("odd")), is(4));
        assertThat(err.toString(), containsString("please report it with this:"));
        assertThat(err.toString(), containsString("IllegalStateException: odd"));
    }

    private int told(Exception thrown) {
        PrintWriter out = new PrintWriter(err, true);
        return Failure.told(thrown, out);
    }
}
