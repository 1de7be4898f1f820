package accountspec.pages;

import static accountspec.pages.SamplePages.runReport;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import accountspec.report.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a difference says what changed, and does nothing that a target says. */
final class DifferencePageTest {

    @TempDir
    private Path folder;

    @Test
    void a_page_is_one_file_and_nothing_of_a_target_is_markup() throws IOException {
        Path file = folder.resolve("diff.html");

        DifferencePage.write(
                file,
                Difference.between(
                        runReport("conforms", "x"), runReport("deviates", "<img src=x onerror=alert(1)>\u202e")),
                "then",
                "now");

        String page = Files.readString(file);
        assertThat(page, containsString("The target got worse."));
        assertThat(page, containsString("PAC-PHONE-2"));
        assertThat(page, containsString("default-src &#39;none&#39;"));
        assertThat(page, not(containsString("<img")));
        assertThat(page, not(containsString("\u202e")));
        assertThat(page, not(containsString("<link")));
    }
}
