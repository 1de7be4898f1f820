package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import accountspec.hostile.HostileEndpoint;
import accountspec.hostile.Http;
import accountspec.hostile.Manner;
import accountspec.pages.Browser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Allure's page of a run, in a real browser; the target, which accepts everything, means harm. */
@Isolated // there is one System.out
final class AllurePageTest {

    private static final String MARKUP =
            "</script><script>window.hostile=1</script><img src=x onerror=\"window.hostile=1\">";

    private static final String FEATURE = "The phone number of an alternate contact";
    private static final String STORY = "PAC-PHONE-2";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        byte[] answer = Http.answer(200, "{\"message\": \"" + MARKUP + "\"}", "X-Markup: " + MARKUP);
        try (HostileEndpoint endpoint = HostileEndpoint.start(Manner.toEach(asked -> answer))) {
            Run.of(
                    endpoint.uri(),
                    folder,
                    List.of("--depth", "core", "--no-measure", "--clause", "PAC-PHONE-2", "--clause", "PAC-SET-1"));
        }
        page = folder.resolve("allure-report/index.html");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOfNothingLeftAndNothingRan() {
        assertThat(browser.complaints(), is(empty()));
        assertThat(browser.requestsThatLeave(), is(empty()));
        assertThat(browser.script("return window.hostile"), is(nullValue()));
    }

    @Test
    void the_overview_says_what_was_run() {
        browser.go(page, "");

        shows("PutAlternateContact");
        shows("hostile"); // the target, among the environment
    }

    @Test
    void behaviours_go_from_the_operation_to_the_statement() {
        browser.go(page, "#behaviors");

        follow(".node__title", "PutAlternateContact");
        follow(".node__title", FEATURE);
        follow(".node__title", STORY);
        follow("a.node__leaf", "is refused");

        shows("refused with ValidationException");
        assertThat(
                (String) browser.script(
                        "return document.querySelector('a[href=\"../index.html#PAC-PHONE-2\"]').textContent"),
                containsString("PAC-PHONE-2"));
    }

    @Test
    void suites_go_from_the_feature_to_what_a_failing_scenario_sent_and_got() {
        browser.go(page, "#suites");

        follow(".node__title", FEATURE);
        follow("a.node__leaf", "is refused");
        follow(".attachment-row", "PhoneNumber");

        shows("POST /putAlternateContact");
        shows(MARKUP);
    }

    @Test
    void categories_tell_what_deviates_from_what_is_unproven() {
        browser.go(page, "#categories");

        shows("Deviates");
        shows("Unproven");
    }

    private static void shows(String text) {
        assertThat(text, browser.eventually("document.body.innerText.includes(" + quoted(text) + ")"), is(true));
    }

    /** Clicks what has these words, as soon as it is there. */
    private static void follow(String css, String text) {
        String found = "[...document.querySelectorAll('" + css + "')].find(one => one.innerText.includes("
                + quoted(text) + "))";
        assertThat(text, browser.eventually("(one => Boolean(one) && (one.click(), true))(" + found + ")"), is(true));
    }

    private static String quoted(String text) {
        return "'" + text.replace("</script>", "<\\/script>").replace("'", "\\'") + "'";
    }
}
