package accountspec.report;

import static accountspec.report.Certificates.BROKEN;
import static accountspec.report.Certificates.CONFORMS;
import static accountspec.report.Certificates.DEVIATES;
import static accountspec.report.Certificates.FACTS;
import static accountspec.report.Certificates.NOTED;
import static accountspec.report.Certificates.NOT_DECIDED;
import static accountspec.report.Certificates.NOT_OFFERED;
import static accountspec.report.Certificates.deviates;
import static accountspec.report.Certificates.hopeless;
import static accountspec.report.Certificates.result;
import static accountspec.report.Certificates.waiving;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.hamcrest.Matchers.stringContainsInOrder;

import accountspec.cause.Cause;
import accountspec.cause.Diagnosis;
import accountspec.verdict.Certificate;
import accountspec.verdict.Finding;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Undecided;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final String STEERING = "a\u001b[31mb\rc\u0007d\u009be\u202ef\ng";

    @Test
    void it_begins_with_who_asks_whom_how_much() {
        assertThat(plain(console -> console.begin(FACTS)), is("""
                        accountspec 1.2.3  PutAlternateContact
                        target    staging  http://double.test
                        depth     full, 4 scenarios

                        """));
    }

    // ---- on the way

    @Test
    void a_file_hears_nothing_of_progress() {
        assertThat(plain(console -> console.progress(result("PF-STATED-1", CONFORMS), 2)), is(""));
    }

    @Test
    void a_terminal_has_one_line_that_is_written_over_and_taken_away_in_the_end() {
        assertThat(
                terminal(console -> console.progress(result("PF-STATED-1", CONFORMS), 2)),
                is("\r\u001b[K\u001b[?7l   1/2  PF-STATED-1  A scenario of PF-STATED-1\u001b[?7h"));
        assertThat(terminal(console -> console.progress(result("PF-STATED-1", CONFORMS), 1)), endsWith("\r\u001b[K"));
    }

    @Test
    void a_line_of_progress_is_never_longer_than_the_terminal() {
        ScenarioResult longest = result("PF-STATED-1", "x".repeat(1_000), CONFORMS);

        assertThat(
                terminal(console -> console.progress(longest, 2))
                        .replaceAll("\\r|\u001b\\[(K|[?]7[lh])", "")
                        .length(),
                is(lessThanOrEqualTo(100)));
    }

    @Test
    void a_terminal_sees_for_how_long_it_has_been_waiting_and_a_file_hears_of_it_once() {
        Consumer<Console> waiting = console -> {
            console.waiting(FACTS, "connection refused\u001b[2J", Duration.ofMillis(20), Duration.ofSeconds(30));
            console.waiting(FACTS, "connection refused\u001b[2J", Duration.ofSeconds(3), Duration.ofSeconds(30));
        };

        assertThat(
                terminal(waiting),
                endsWith(
                        "\r\u001b[K\u001b[?7lwaiting for http://double.test (connection refused\\u001b[2J), 3 s of 30 s"
                                + "\u001b[?7h"));
        assertThat(
                plain(waiting), is("waiting for http://double.test (connection refused\\u001b[2J), for up to 30 s\n"));
    }

    @Test
    void who_wants_no_colours_sees_progress_without_any() {
        Consumer<Console> whole = console -> {
            console.begin(FACTS);
            console.progress(result("PF-STATED-1", CONFORMS), 2);
        };

        String colourless = printed(true, Map.of("TERM", "xterm", "NO_COLOR", "1"), whole);

        assertThat(terminal(whole), containsString("\u001b[1m"));
        assertThat(colourless, not(containsString("\u001b[1m")));
        assertThat(colourless, containsString("\r\u001b[K\u001b[?7l   1/2"));
        assertThat(printed(true, Map.of("NO_COLOR", ""), whole), is(terminal(whole)));
    }

    @Test
    void a_terminal_that_can_do_nothing_gets_what_a_file_gets() {
        Consumer<Console> progress = console -> console.progress(result("PF-STATED-1", CONFORMS), 2);

        assertThat(printed(true, Map.of("TERM", "dumb"), progress), is(plain(progress)));
    }

    // ---- in the end

    @Test
    void the_last_word_is_the_verdict_with_its_reasons() {
        assertThat(
                told(Certificates.of(result("PF-STATED-1", CONFORMS), result("PF-IMPLIED-1", CONFORMS))),
                endsWith("""

                        CONFORMS  (exit status 0)
                          every stated and implied clause was proven
                        """));
        assertThat(
                told(hopeless("the target is gone", result("PF-STATED-1", NOT_DECIDED))),
                endsWith("\nNO VERDICT  (exit status 3)\n  the target is gone\n"));
        assertThat(
                told(Certificates.of(result("PF-STATED-1", DEVIATES))),
                endsWith("\nDOES NOT CONFORM  (exit status 1)\n  PF-STATED-1  A colour is required.\n"));
    }

    @Test
    void a_finding_says_clause_expected_was_sent_and_where() {
        assertThat(
                told(Certificates.of(result("PF-STATED-1", DEVIATES), result("PF-STATED-1", DEVIATES))),
                startsWith("""
                        Findings

                          clause    PF-STATED-1  A colour is required.
                          expected  refused
                          was       accepted (HTTP 200)
                          sent      POST /colours, Name "red"
                          where     features/put-alternate-contact/colours.feature:12  A scenario of PF-STATED-1, and 1 more scenario
                          again     ./accountspec certify --target staging.yaml --clause PF-STATED-1

                        """));
    }

    @Test
    void causes_come_first_and_one_finding_of_each_is_told_in_full() {
        Certificate certificate = Certificates.of(
                result("PF-STATED-1", DEVIATES),
                result("PF-STATED-1", DEVIATES),
                result("PF-IMPLIED-1", deviates("odd")),
                result("PF-ADVISED-1", DEVIATES));
        List<Finding> findings = certificate.findings();
        Diagnosis diagnosis = new Diagnosis(
                List.of(
                        new Cause(
                                "nothing\u001b is looked at",
                                findings.subList(0, 2),
                                findings.get(1).deviation()),
                        new Cause(
                                "not kept: brightness",
                                findings.subList(2, 3),
                                findings.get(2).deviation())),
                Map.of("PF-IMPLIED-1", List.of("accepts any text")));

        String told = plain(console -> {
            console.causes(certificate, diagnosis);
            console.end(certificate, FACTS, List.of());
        });

        assertThat(told, startsWith("""
                What is behind it: 2 causes of 3 findings

                  nothing\\u001b is looked at
                    sent  POST /colours, Name "red"
                    PF-STATED-1     A scenario of PF-STATED-1, and 1 more
                    PF-IMPLIED-1    A scenario of PF-IMPLIED-1

                  not kept: brightness  [advice]
                    sent  POST /colours, Name "red"
                    PF-ADVISED-1    A scenario of PF-ADVISED-1

                Findings

                  clause    PF-IMPLIED-1"""));
        assertThat(told, containsString("  was       odd\n  measured  accepts any text\n"));
        assertThat(told, containsString("  1 more, under its cause above, and in full in report.json\n"));
        assertThat(told, not(containsString("clause    PF-STATED-1")));
        assertThat(told, containsString("clause    PF-ADVISED-1"));
    }

    @Test
    void a_finding_that_is_alone_speaks_for_itself() {
        Certificate certificate = Certificates.of(result("PF-STATED-1", DEVIATES));
        Finding only = certificate.findings().get(0);
        Diagnosis diagnosis =
                new Diagnosis(List.of(new Cause("no colours", List.of(only), only.deviation())), Map.of());

        assertThat(plain(console -> console.causes(certificate, diagnosis)), is(""));
    }

    @Test
    void advice_comes_after_findings_under_a_heading_of_its_own() {
        assertThat(
                told(Certificates.of(result("PF-ADVISED-1", DEVIATES), result("PF-STATED-1", DEVIATES))),
                stringContainsInOrder(
                        "Findings\n", "PF-STATED-1", "Advice (the page is silent; fails nobody)\n", "PF-ADVISED-1"));
    }

    @Test
    void a_waived_finding_is_marked() {
        assertThat(
                told(waiving("PF-STATED-1", result("PF-STATED-1", DEVIATES))),
                containsString("PF-STATED-1  A colour is required.  [waived]\n"));
    }

    @Test
    void readings_of_open_clauses_are_listed() {
        assertThat(
                told(Certificates.of(result("PF-STATED-1", CONFORMS), result("PF-OPEN-1", NOTED))),
                containsString("""
                        Where the page is open, this target (noted, judged nowhere)
                          PF-OPEN-1       accepted  A colour that is a number.
                        """));
    }

    @Test
    void unproven_clauses_are_listed_with_what_they_want() {
        assertThat(
                told(Certificates.of(result("PF-STATED-1", NOT_OFFERED))),
                containsString("Unproven\n  PF-STATED-1\n      the profile does not offer brushes\n"));
    }

    @Test
    void what_the_profile_lacks_is_told_once_for_all_that_wants_it() {
        String told = told(Certificates.of(
                result("PF-STATED-1", CONFORMS),
                result("PF-STATED-1", lacking("no painter", "signing: on")),
                result("PF-IMPLIED-1", lacking("no brushes", "offers:\n  brushes: { width: 2 }")),
                result("PF-ADVISED-1", lacking("no varnisher", "signing: on"))));

        assertThat(told, containsString("""
                Unproven
                  PF-STATED-1 (1 of its 2 scenarios conform)
                      no painter
                  PF-ADVISED-1
                      no varnisher
                      the profile lacks: signing: on
                  PF-IMPLIED-1
                      no brushes
                      the profile lacks:
                        offers:
                          brushes: { width: 2 }

                """));
        assertThat(told, endsWith("""
                CONFORMS IN PART  (exit status 0)
                  what is unproven needs what the profile does not offer; see above
                """));
    }

    @Test
    void what_keeps_everything_from_being_judged_is_told_once() {
        assertThat(
                told(hopeless(
                        "the target is gone", result("PF-STATED-1", NOT_DECIDED), result("PF-IMPLIED-1", NOT_OFFERED))),
                startsWith("Clauses: 2 unproven\n"));
    }

    @Test
    void a_line_of_clauses_is_no_longer_than_the_terminal() {
        String clauses =
                "Unproven\n  PF-STATED-1 (1 of its 2 scenarios conform), PF-IMPLIED-1 (1 of its 2 scenarios conform),\n  PF-ADVISED-1\n";

        assertThat(
                told(Certificates.of(
                        result("PF-STATED-1", CONFORMS),
                        result("PF-STATED-1", NOT_OFFERED),
                        result("PF-IMPLIED-1", CONFORMS),
                        result("PF-IMPLIED-1", NOT_OFFERED),
                        result("PF-ADVISED-1", NOT_OFFERED))),
                startsWith(clauses));
    }

    @Test
    void many_clauses_that_want_the_same_thing_are_told_together() {
        assertThat(
                told(Certificates.of(
                        result("PF-STATED-1", NOT_DECIDED),
                        result("PF-IMPLIED-1", NOT_DECIDED),
                        result("PF-ADVISED-1", NOT_DECIDED),
                        result("PF-OPEN-1", NOT_DECIDED))),
                containsString(
                        "Unproven\n  PF-STATED-1, PF-IMPLIED-1, PF-ADVISED-1, PF-OPEN-1\n      the control was refused\n"));
    }

    @Test
    void clauses_scenarios_and_requests_are_counted() {
        assertThat(
                told(Certificates.of(
                        result("PF-STATED-1", CONFORMS),
                        result("PF-IMPLIED-1", DEVIATES),
                        result("PF-OPEN-1", NOTED),
                        result("PF-ADVISED-1", CONFORMS))),
                containsString("""
                        Clauses: 1 conforms, 1 deviates, 1 noted; advice followed in 1 of 1
                        4 scenarios, 17 requests in 2.3 s
                        """));
    }

    @Test
    void the_files_that_were_written_are_named() {
        Certificate certificate = Certificates.of(result("PF-STATED-1", CONFORMS));

        assertThat(
                plain(console -> console.end(certificate, FACTS, List.of("reports/report.json", "reports/junit.xml"))),
                containsString("\n\n  reports/report.json\n  reports/junit.xml\n\n"));
    }

    @Test
    void a_dozen_reasons_are_enough() {
        ScenarioResult[] broken = IntStream.range(0, 15)
                .mapToObj(i -> result("PF-STATED-1", BROKEN))
                .toArray(ScenarioResult[]::new);

        assertThat(told(Certificates.of(broken)), endsWith("a step has no definition\n  and 3 more\n"));
    }

    @Test
    void colours_are_for_terminals() {
        Certificate certificate = Certificates.of(result("PF-STATED-1", DEVIATES));

        assertThat(told(certificate), not(containsString("\u001b")));
        assertThat(
                terminal(console -> console.end(certificate, FACTS, List.of())),
                containsString("\u001b[1;31mDOES NOT CONFORM\u001b[0m"));
        assertThat(
                terminal(console -> console.end(Certificates.of(result("PF-STATED-1", CONFORMS)), FACTS, List.of())),
                containsString("\u001b[1;32mCONFORMS IN PART\u001b[0m"));
    }

    // ---- what a target says

    @Test
    void nothing_that_a_target_says_steers_the_terminal() {
        for (Certificate certificate : List.of(
                Certificates.of(result("PF-STATED-1", deviates(STEERING)), result("PF-ADVISED-1", deviates(STEERING))),
                Certificates.of(result("PF-STATED-1", new Undecided(STEERING, false))),
                Certificates.of(result("PF-STATED-1", new Undecided(STEERING, true))),
                Certificates.of(result("PF-STATED-1", new Broken(STEERING))),
                hopeless(STEERING, result("PF-STATED-1", CONFORMS)))) {
            assertThat(controls(told(certificate)), is(""));
            assertThat(told(certificate), containsString("a\\u001b[31mb c\\u0007d\\u009be\\u202ef g"));
        }
    }

    @Test
    void nor_does_what_many_clauses_want() {
        Undecided steering = new Undecided(STEERING, false);

        assertThat(
                controls(told(Certificates.of(
                        result("PF-STATED-1", steering),
                        result("PF-IMPLIED-1", steering),
                        result("PF-ADVISED-1", steering),
                        result("PF-OPEN-1", steering)))),
                is(""));
    }

    /** Whatever steers a terminal, line feeds apart. */
    private static String controls(String text) {
        StringBuilder controls = new StringBuilder();
        text.codePoints()
                .filter(point -> point != '\n')
                .filter(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT)
                .forEach(controls::appendCodePoint);
        return controls.toString();
    }

    private static Undecided lacking(String reason, String remedy) {
        return new Undecided(reason, true, Optional.of(remedy));
    }

    private static String told(Certificate certificate) {
        return plain(console -> console.end(certificate, FACTS, List.of()));
    }

    private static String plain(Consumer<Console> telling) {
        return printed(false, telling);
    }

    private static String terminal(Consumer<Console> telling) {
        return printed(true, telling);
    }

    private static String printed(boolean terminal, Consumer<Console> telling) {
        return printed(terminal, Map.of("TERM", "xterm"), telling);
    }

    private static String printed(boolean terminal, Map<String, String> environment, Consumer<Console> telling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        telling.accept(Console.on(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, environment));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
