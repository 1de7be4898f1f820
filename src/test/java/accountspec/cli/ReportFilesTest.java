package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG";

    @TempDir
    private Path folder;

    @Test
    void a_file_with_a_secret_in_it_is_withheld_and_named() throws IOException {
        try (ReportFiles files = ReportFiles.in(folder)) {
            Path leaking = Files.createDirectories(files.allureResults()).resolve("1-attachment.txt");
            Files.writeString(leaking, "Authorization: " + SECRET);
            Files.writeString(folder.resolve("report.json"), "{}");
            Files.writeString(folder.resolve("theirs.txt"), SECRET);

            Path page = folder.resolve("allure-report/index.html");

            List<Path> withheld = files.withhold(List.of(SECRET), () -> {
                assertThat(Files.exists(leaking), is(true)); // the page is made of it
                Files.createDirectories(page.getParent());
                Files.writeString(page, "<p>" + SECRET);
            });

            assertThat(withheld, contains(leaking, page));

            assertThat(Files.exists(leaking), is(false));
            assertThat(Files.exists(page), is(false));
            assertThat(Files.exists(folder.resolve("report.json")), is(true));
            assertThat(Files.exists(folder.resolve("theirs.txt")), is(true));
            assertThat(files.withhold(List.of(SECRET), () -> {}), is(empty()));
        }
    }

    @Test
    void the_last_runs_files_go_and_others_stay() throws IOException {
        Files.writeString(folder.resolve("index.html"), "old");
        Files.writeString(folder.resolve("theirs.txt"), "theirs");

        ReportFiles.in(folder).close();

        assertThat(Files.exists(folder.resolve("index.html")), is(false));
        assertThat(Files.exists(folder.resolve("theirs.txt")), is(true));
    }

    @Test
    void a_folder_that_may_not_be_written_to_is_told_before_anything_is_sent() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(folder), "nothing is forbidden to root");

        IOException refused = assertThrows(IOException.class, () -> ReportFiles.in(folder));

        assertThat(
                refused.getMessage(),
                is("cannot write reports to " + folder + ": not allowed. Name another folder with --reports"));
    }

    @Test
    void two_runs_do_not_write_to_one_folder_at_a_time() throws IOException {
        try (ReportFiles first = ReportFiles.in(folder)) {
            Files.writeString(first.folder().resolve("index.html"), "the first run's");

            IOException refused = assertThrows(IOException.class, () -> ReportFiles.in(folder));

            assertThat(
                    refused.getMessage(),
                    is("cannot write reports to " + folder
                            + ": another run is writing there. Name another folder with --reports"));
            assertThat(Files.readString(folder.resolve("index.html")), is("the first run's"));
        }
        ReportFiles.in(folder).close();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList(), is(empty()));
        }
    }
}
