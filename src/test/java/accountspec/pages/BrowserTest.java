package accountspec.pages;

import static accountspec.pages.SamplePages.MARKUP;
import static accountspec.pages.SamplePages.deviates;
import static accountspec.pages.SamplePages.runReport;
import static accountspec.pages.SamplePages.scenario;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import accountspec.report.Difference;
import accountspec.run.FeatureTexts;
import accountspec.spec.ClauseBook;
import accountspec.spec.PageMap;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Undecided;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages as a person meets them, in a real browser; the target of the report means harm. */
class BrowserTest {

    private static final int STATEMENTS = ClauseBook.bundled().clauses().size();

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path report;
    private static Path book;
    private static Path difference;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        report = SamplePages.report(folder, Optional.of("{\"message\":\"" + MARKUP + "\"}"), scenarios());
        book = folder.resolve("book.html");
        difference = folder.resolve("diff.html");
        DifferencePage.write(
                difference,
                Difference.between(runReport("conforms", "x".repeat(300)), runReport("deviates", MARKUP)),
                "then",
                "now");
        BookPage.write(book, "1.2.3", ClauseBook.bundled(), PageMap.bundled(), FeatureTexts.load());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOfAndNothingLeft() {
        assertThat(browser.complaints(), is(empty()));
        assertThat(browser.requestsThatLeave(), is(empty()));
        browser.width(1280);
    }

    @Test
    void a_search_leaves_what_has_its_words() {
        browser.go(report, "");

        find("#search").sendKeys("phone 25");

        assertThat(find("#PAC-PHONE-2").isDisplayed(), is(true));
        assertThat(find("#PAC-EMAIL-2").isDisplayed(), is(false));
        assertThat(find(".shown").getText(), containsString(" of " + STATEMENTS + " statements shown"));
        find("#search").sendKeys(Keys.ESCAPE);
        assertThat(find("#PAC-EMAIL-2").isDisplayed(), is(true));
    }

    @Test
    void a_search_that_finds_nothing_says_so_and_offers_a_way_back() {
        browser.go(report, "");

        find("#search").sendKeys("no such words");
        assertThat(find(".nothing").isDisplayed(), is(true));
        find("#clear").click();

        assertThat(find("#PAC-EMAIL-2").isDisplayed(), is(true));
    }

    @Test
    void a_filter_leaves_statements_with_its_verdict() {
        browser.go(report, "");

        find(".filters [data-verdict=deviates]").click();

        assertThat(find(".filters [data-verdict=deviates]").getAttribute("aria-pressed"), is("true"));
        assertThat(find("#PAC-PHONE-2").isDisplayed(), is(true));
        assertThat(find("#PAC-EMAIL-2").isDisplayed(), is(false));
        assertThat(find(".shown").getText(), is("1 of " + STATEMENTS + " statements shown"));
    }

    @Test
    void a_link_to_a_statement_opens_it_where_one_can_see_it() {
        browser.go(report, "#PAC-TITLE-2");

        assertThat(find("#PAC-TITLE-2").getAttribute("open"), is("true"));
        assertThat(browser.eventually(isInView("PAC-TITLE-2")), is(true));
    }

    @Test
    void a_link_to_a_statement_that_a_filter_hides_shows_it() {
        browser.go(report, "");
        find(".filters [data-verdict=unproven]").click();

        browser.script("location.hash = '#PAC-EMAIL-3'");

        assertThat(browser.eventually("document.getElementById('PAC-EMAIL-3').open"), is(true));
        assertThat(find("#PAC-EMAIL-3").isDisplayed(), is(true));
    }

    @Test
    void a_findings_exchange_can_be_read() {
        browser.go(report, "");
        WebElement exchange = find("#finding-1 .exchange");

        exchange.findElement(By.tagName("summary")).click();

        assertThat(exchange.getText(), containsString("POST /putAlternateContact"));
        assertThat(exchange.getText(), containsString("HTTP 200"));
        assertThat(exchange.getText(), containsString("\"Name\" : \"a\""));
        assertThat(find("#finding-1 .command pre").getAttribute("textContent"), containsString("# expected: refused"));
    }

    @Test
    void a_hostile_targets_markup_stays_text() {
        browser.go(report, "");
        browser.script("document.querySelectorAll('details').forEach(part => { part.open = true; })");

        assertThat(browser.script("return window.hostile"), is(nullValue()));
        assertThat(browser.script("return document.images.length"), is(0L));
        assertThat(browser.script("return document.scripts.length"), is(1L));
        assertThat(find("#finding-1").getText(), containsString(MARKUP));
    }

    @Test
    void the_policy_would_stop_a_script_that_got_in_all_the_same() {
        browser.go(report, "");

        browser.script("const s = document.createElement('script'); s.textContent = 'window.hostile = 1';"
                + "document.body.append(s)");

        assertThat(browser.script("return window.hostile"), is(nullValue()));
        assertThat(browser.complaints().toString(), containsString("Content Security Policy"));
    }

    @Test
    void with_six_hundred_scenarios_it_opens_within_a_second() {
        browser.go(report, "");

        assertThat(browser.script("return document.querySelectorAll('.scenarios li').length"), is(600L));
        Number opened = (Number) browser.script("return performance.getEntriesByType('navigation')[0].loadEventEnd");
        assertThat(opened.doubleValue(), is(lessThan(1_000.0)));
    }

    @Test
    void the_keyboard_reaches_the_search() {
        browser.go(report, "");

        find("body").sendKeys("/");

        assertThat(browser.script("return document.activeElement.id"), is("search"));
    }

    @Test
    void the_keyboard_skips_to_what_matters_and_one_sees_where_it_is() {
        browser.go(report, "");

        find("body").sendKeys(Keys.TAB);
        WebElement skip = browser.driver().switchTo().activeElement();
        assertThat(skip.getText(), is("Skip to the findings"));
        assertThat(skip.getRect().getX(), is(greaterThanOrEqualTo(0)));
        skip.sendKeys(Keys.ENTER);
        assertThat(browser.eventually("document.activeElement.id === 'main'"), is(true));

        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        WebElement next = browser.driver().switchTo().activeElement();
        assertThat(next.findElement(By.xpath("ancestor::main")).isDisplayed(), is(true));
        assertThat(next.getCssValue("outline-style"), is("solid"));
    }

    @Test
    void whoever_listens_is_told_where_everything_is() {
        for (Path page : List.of(report, book)) {
            browser.go(page, "");
            browser.script("document.querySelectorAll('details').forEach(part => { part.open = true; })");

            for (String landmark :
                    List.of("header", "nav[aria-label]", "[role=search][aria-label]", "main", "footer")) {
                assertThat(landmark, find(landmark).isDisplayed(), is(true));
            }
            assertThat(find("html").getAttribute("lang"), is("en"));
            assertThat(
                    "headings that skip a level",
                    browser.script("let level = 0; return [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]"
                            + ".filter(one => { const deeper = one.tagName[1] - level > 1; level = +one.tagName[1];"
                            + " return deeper; }).map(one => one.textContent)"),
                    is(List.of()));
            assertThat(
                    "what can be reached and has no name",
                    browser.script("return [...document.querySelectorAll('a, button, input, [tabindex=\"0\"]')]"
                            + ".filter(one => !(one.textContent.trim() || one.ariaLabel || one.labels?.length"
                            + " || one.getAttribute('aria-labelledby'))).map(one => one.outerHTML)"),
                    is(List.of()));
        }
        browser.go(report, "");
        assertThat(find(".shown").getAttribute("aria-live"), is("polite"));
    }

    @Test
    void without_scripts_everything_is_there_but_what_would_not_work() {
        browser.allowScripts(false);
        try {
            browser.go(report, "#PAC-PHONE-2");

            assertThat(find("#search").isDisplayed(), is(false));
            assertThat(find("#PAC-PHONE-2").isDisplayed(), is(true));
            find("#PAC-PHONE-2 > summary").click();
            assertThat(find("#PAC-PHONE-2 .scenarios").isDisplayed(), is(true));
        } finally {
            browser.allowScripts(true);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void text_stands_out_by_day_and_by_night(boolean night) {
        browser.dark(night);
        try {
            browser.go(report, "");

            assertThat("the least contrast between text and paper", (Double) browser.script("""
                            const light = css => { const [r, g, b] = css.match(/[\\d.]+/g).map(Number)
                              .map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                              return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                            const paper = light(getComputedStyle(document.body).backgroundColor);
                            return Math.min(...[...document.querySelectorAll('h1, h2, h3, p, dt, dd, a.id, .word, .standing')]
                              .map(one => light(getComputedStyle(one).color))
                              .map(ink => (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)));
                            """), is(greaterThan(4.5)));
        } finally {
            browser.dark(false);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1280})
    void nothing_is_wider_than_the_window(int width) {
        browser.width(width);
        for (Path page : List.of(report, book, difference)) {
            browser.go(page, "");
            browser.script("document.querySelectorAll('details').forEach(part => { part.open = true; })");
            Number wide = (Number) browser.script("return document.documentElement.scrollWidth");

            assertThat(page.toString(), wide.intValue(), is(lessThanOrEqualTo(width)));
        }
    }

    @Test
    void a_telephone_shows_why_something_changed() {
        browser.width(400);
        browser.go(difference, "");

        WebElement because = find("[aria-labelledby=clause] td[data-head='Because of'] span");

        assertThat(because.getText(), containsString("target"));
        assertThat(because.getRect().getX() + because.getRect().getWidth(), is(lessThanOrEqualTo(400)));
    }

    @Test
    void the_book_is_searched_and_linked_to_as_well() {
        browser.go(book, "#PAC-EMAIL-2");
        assertThat(browser.eventually(isInView("PAC-EMAIL-2")), is(true));
        assertThat(find("#PAC-EMAIL-2").getText(), containsString("(a × 64)@(b × 63).(c × 63).(d × 57).com"));

        find("#search").sendKeys("PAC-PHONE-2");

        assertThat(find("#PAC-PHONE-2").isDisplayed(), is(true));
        assertThat(find("#PAC-EMAIL-2").isDisplayed(), is(false));
    }

    private static String isInView(String id) {
        return "(box => box.top >= 0 && box.top < innerHeight / 2)(document.getElementById('" + id
                + "').getBoundingClientRect())";
    }

    private static WebElement find(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    private static ScenarioResult[] scenarios() {
        List<String> ids = ClauseBook.bundled().clauses().stream()
                .map(clause -> clause.id().text())
                .toList();
        List<ScenarioResult> scenarios = new ArrayList<>();
        for (int i = 0; i < 599; i++) {
            String id = ids.get(i % ids.size());
            scenarios.add(scenario(
                    id,
                    "Scenario " + i,
                    id.startsWith("PAC-ORG") ? new Undecided("no organization", true) : new Conforms()));
        }
        scenarios.add(scenario("PAC-PHONE-2", "A long number", deviates(MARKUP)));
        return scenarios.toArray(ScenarioResult[]::new);
    }
}
