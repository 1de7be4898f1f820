package accountspec.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import accountspec.report.Difference;
import accountspec.report.RunReport;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
                Difference.between(report("conforms", "x"), report("deviates", "<img src=x onerror=alert(1)>\u202e")),
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

    private static RunReport report(String verdict, String target) throws IOException {
        var json = JsonMapper.builder().build().createObjectNode();
        json.put("result", verdict.equals("conforms") ? "conforms" : "does not conform")
                .put("depth", "core");
        json.putObject("suite").put("version", "1");
        json.putObject("target").put("name", target).put("endpoint", "http://x");
        json.putArray("clauses")
                .addObject()
                .put("id", "PAC-PHONE-2")
                .put("standing", "stated")
                .put("verdict", verdict)
                .put("scenarios", 1);
        return new RunReport(json);
    }
}
