package accountspec.pages;

import static accountspec.pages.SamplePages.MARKUP;
import static accountspec.pages.SamplePages.SECRET;
import static accountspec.pages.SamplePages.deviates;
import static accountspec.pages.SamplePages.scenario;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import accountspec.spec.ClauseBook;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Undecided;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

    @TempDir
    private Path folder;

    @Test
    void it_tells_the_verdict_and_each_finding_with_a_command_that_repeats_it() throws IOException {
        String page =
                page(Optional.of("{}"), scenario("PAC-PHONE-2", "A long number", deviates("accepted (HTTP 200)")));

        assertThat(page, containsString("<h1>Does not conform</h1>"));
        assertThat(page, containsString(" statements that bind is broken: PAC-PHONE-2."));
        assertThat(page, containsString("<dd>accepted (HTTP 200)</dd>"));
        assertThat(page, containsString("curl of 7\n# expected: refused with ValidationException"));
        assertThat(page, containsString("accountspec certify --clause PAC-PHONE-2"));
        assertThat(page, containsString("id=\"PAC-PHONE-2\""));
    }

    @Test
    void what_could_not_be_tried_is_told_with_what_it_needs() throws IOException {
        String page = page(
                Optional.empty(),
                scenario("PAC-PHONE-2", "A long number", new Undecided("the profile does not offer telephones", true)),
                scenario("PAC-EMAIL-2", "A long address", new Conforms()));

        assertThat(page, containsString("<h1>Conforms in part</h1>"));
        assertThat(page, containsString("<dt>the profile does not offer telephones</dt>"));
    }

    @Test
    void nothing_of_a_targets_is_markup_or_steers_anything() throws IOException {
        String page = page(
                Optional.of(MARKUP + "\u001b[31m\u202e"),
                scenario("PAC-PHONE-2", "A number", deviates(MARKUP + "\u009b31m\u202e")));

        assertThat(page, not(containsString("<script>window.hostile")));
        assertThat(page, not(containsString("<img")));
        assertThat(page, containsString("&lt;script&gt;window.hostile = 1"));
        assertThat(page.matches("(?s).*[\\p{Cntrl}\\u202e&&[^\\n\\t]].*"), is(false));
    }

    @Test
    void it_forbids_itself_the_network_and_any_script_but_its_own() throws IOException {
        String page = page(Optional.of("{}"), scenario("PAC-PHONE-2", "A number", new Conforms()));

        assertThat(page, containsString("default-src &#39;none&#39;"));
        assertThat(page.split("<script", -1).length, is(2));
        assertThat(page, not(containsString("src=\"http")));
        assertThat(page, not(containsString("href=\"http")));
        assertThat(page, not(containsString("url(")));
    }

    @Test
    void no_secret_gets_into_it() throws IOException {
        String page = page(Optional.of("{}"), scenario("PAC-PHONE-2", "A number", deviates("echoed " + SECRET)));

        assertThat(page, not(containsString(SECRET)));
        assertThat(page, containsString("echoed [redacted]"));
    }

    @Test
    void a_target_that_answers_every_request_with_a_novel_does_not_make_it_too_big_to_mail() throws IOException {
        List<ScenarioResult> scenarios = new ArrayList<>();
        ClauseBook.bundled().clauses().forEach(clause -> {
            for (int i = 0; i < 6; i++) {
                scenarios.add(scenario(clause.id().text(), "No. " + i, deviates(i + "\u001b".repeat(2_000))));
            }
        });

        String page = page(Optional.of("\u001b<&\"".repeat(4_000)), scenarios.toArray(ScenarioResult[]::new));

        assertThat(page.getBytes(StandardCharsets.UTF_8).length, lessThan(3_000_000));
        assertThat(page, containsString("There is no room for the exchange here"));
    }

    private String page(Optional<String> answer, ScenarioResult... scenarios) throws IOException {
        return Files.readString(SamplePages.report(folder, answer, scenarios));
    }
}
