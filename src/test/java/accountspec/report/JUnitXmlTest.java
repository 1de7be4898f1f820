package accountspec.report;

import static accountspec.report.Certificates.BROKEN;
import static accountspec.report.Certificates.CONFORMS;
import static accountspec.report.Certificates.DEVIATES;
import static accountspec.report.Certificates.NOTED;
import static accountspec.report.Certificates.NOT_DECIDED;
import static accountspec.report.Certificates.NOT_OFFERED;
import static accountspec.report.Certificates.deviates;
import static accountspec.report.Certificates.hopeless;
import static accountspec.report.Certificates.in;
import static accountspec.report.Certificates.result;
import static accountspec.report.Certificates.waiving;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.exchange.Redaction;
import accountspec.verdict.Certificate;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Undecided;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JUnitXmlTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG";

    @TempDir
    private Path folder;

    @Test
    void what_came_of_the_scenarios_is_counted_in_all_and_by_feature() throws Exception {
        Element all = written(Certificates.of(
                in("a.feature", "PF-STATED-1", "one", CONFORMS),
                in("a.feature", "PF-STATED-1", "two", DEVIATES),
                in("b.feature", "PF-IMPLIED-1", "three", BROKEN),
                in("b.feature", "PF-IMPLIED-1", "four", NOT_OFFERED),
                in("b.feature", "PF-OPEN-1", "five", NOTED)));

        assertThat(counts(all), is("5 tests, 1 failures, 1 errors, 1 skipped in 7.500 s"));
        assertThat(
                children(all, "testsuite").stream()
                        .map(suite -> suite.getAttribute("name") + ": " + counts(suite))
                        .toList(),
                contains(
                        "a.feature: 2 tests, 1 failures, 0 errors, 0 skipped in 3.000 s",
                        "b.feature: 3 tests, 0 failures, 1 errors, 1 skipped in 4.500 s"));
    }

    @Test
    void a_case_is_a_scenario_named_by_its_clause_and_its_place() throws Exception {
        Element testCase = only(written(Certificates.of(result("PF-STATED-1", "A colour is needed", CONFORMS))));

        assertThat(testCase.getAttribute("classname"), is("put-alternate-contact.colours"));
        assertThat(testCase.getAttribute("name"), is("PF-STATED-1 A colour is needed"));
        assertThat(testCase.getAttribute("file"), is("features/put-alternate-contact/colours.feature"));
        assertThat(testCase.getAttribute("line"), is("12"));
        assertThat(testCase.getAttribute("time"), is("1.500"));
        assertThat(children(testCase), is(empty()));
    }

    @Test
    void a_deviation_is_a_failure_with_all_its_facts() throws Exception {
        Element failure = onlyChild(only(written(Certificates.of(result("PF-STATED-1", DEVIATES)))), "failure");

        assertThat(failure.getAttribute("message"), is("expected refused, was accepted (HTTP 200)"));
        assertThat(
                failure.getTextContent().lines().toList(),
                contains(
                        "clause    PF-STATED-1",
                        "expected  refused",
                        "was       accepted (HTTP 200)",
                        "sent      POST /colours, Name \"red\""));
    }

    @Test
    void a_failure_of_the_suite_is_an_error() throws Exception {
        Element error = onlyChild(only(written(Certificates.of(result("PF-STATED-1", BROKEN)))), "error");

        assertThat(error.getAttribute("message"), is("the suite failed"));
        assertThat(error.getTextContent(), is("a step has no definition"));
    }

    @Test
    void what_is_unproven_is_skipped_with_its_reason() throws Exception {
        Element skipped = onlyChild(only(written(Certificates.of(result("PF-STATED-1", NOT_OFFERED)))), "skipped");

        assertThat(skipped.getAttribute("message"), is("unproven: the profile does not offer brushes"));
    }

    @Test
    void advice_that_is_not_followed_is_skipped_and_told() throws Exception {
        Element all = written(Certificates.of(result("PF-ADVISED-1", DEVIATES)));

        assertThat(
                onlyChild(only(all), "skipped").getAttribute("message"),
                is("advised or waived: expected refused, was accepted (HTTP 200)"));
        assertThat(counts(all), is("1 tests, 0 failures, 0 errors, 1 skipped in 1.500 s"));
    }

    @Test
    void a_waived_deviation_is_skipped_and_another_one_is_not() throws Exception {
        Element all = written(waiving(
                "PF-STATED-1",
                result("PF-STATED-1", "waived", DEVIATES),
                result("PF-IMPLIED-1", "not waived", DEVIATES)));

        List<Element> cases = elements(all, "testcase");
        assertThat(children(cases.get(0)).get(0).getTagName(), is("skipped"));
        assertThat(children(cases.get(1)).get(0).getTagName(), is("failure"));
    }

    @Test
    void markup_is_escaped_wherever_it_stands() throws Exception {
        String markup = "<b a='1' b=\"2\">&amp;</b> ]]> <!-- -->";
        Element all = written(Certificates.of(
                result("PF-STATED-1", markup, deviates(markup)),
                result("PF-IMPLIED-1", markup, new Broken(markup)),
                result("PF-ADVISED-1", markup, new Undecided(markup, true))));

        List<Element> cases = elements(all, "testcase");
        assertThat(cases.get(0).getAttribute("name"), is("PF-STATED-1 " + markup));
        assertThat(onlyChild(cases.get(0), "failure").getAttribute("message"), is("expected refused, was " + markup));
        assertThat(onlyChild(cases.get(0), "failure").getTextContent(), containsString("was       " + markup));
        assertThat(onlyChild(cases.get(1), "error").getTextContent(), is(markup));
        assertThat(onlyChild(cases.get(2), "skipped").getAttribute("message"), is("unproven: " + markup));
    }

    @Test
    void characters_that_xml_does_not_have_are_shown_by_their_numbers() throws Exception {
        String steering = "a\u0000b\u001b[31m\u0085\ud83dz";
        Element all = written(Certificates.of(
                result("PF-STATED-1", steering, deviates(steering)),
                result("PF-IMPLIED-1", steering, new Broken(steering)),
                result("PF-ADVISED-1", steering, new Undecided(steering, true))));

        assertThat(
                elements(all, "testcase").get(0).getAttribute("name"),
                is("PF-STATED-1 a\\u0000b\\u001b[31m\\u0085\\ud83dz"));
    }

    @Test
    void characters_that_are_none_are_shown_by_their_numbers_too() throws Exception {
        String none = "a\ufffe\uffffz";

        Element all = written(Certificates.of(result("PF-STATED-1", none, deviates(none))));

        assertThat(elements(all, "testcase").get(0).getAttribute("name"), is("PF-STATED-1 a\\ufffe\\uffffz"));
    }

    @Test
    void secrets_are_masked_wherever_they_stand() throws Exception {
        write(Certificates.of(
                result("PF-STATED-1", "with " + SECRET, deviates("echoed " + SECRET)),
                result("PF-IMPLIED-1", "with " + SECRET, new Broken(SECRET)),
                result("PF-ADVISED-1", "with " + SECRET, new Undecided(SECRET, true))));

        assertThat(Files.readString(folder.resolve("junit.xml")), not(containsString(SECRET)));
    }

    // ---- the run as a whole

    @Test
    void a_run_that_failed_although_no_scenario_did_is_an_error_of_its_own() throws Exception {
        for (Certificate certificate : List.of(
                Certificates.of(),
                Certificates.of(result("PF-STATED-1", NOT_DECIDED)),
                hopeless("the target is gone", result("PF-STATED-1", NOT_DECIDED)),
                waiving("PF-STATED-1", result("PF-STATED-1", CONFORMS)))) {
            List<Element> suites = children(written(certificate), "testsuite");
            Element last = suites.get(suites.size() - 1);

            assertThat(last.getAttribute("name"), is("the run as a whole"));
            assertThat(last.getAttribute("errors"), is("1"));
            assertThat(
                    onlyChild(children(last).get(0), "error").getAttribute("message"),
                    is(certificate.outcome().word() + ", exit status "
                            + certificate.outcome().exitStatus()));
            assertThat(
                    onlyChild(children(last).get(0), "error").getTextContent(),
                    is(String.join(System.lineSeparator(), certificate.reasons())));
        }
    }

    @Test
    void the_error_of_the_run_as_a_whole_is_counted_in_all() throws Exception {
        Element all = written(hopeless("the target is gone", result("PF-STATED-1", NOT_DECIDED)));

        assertThat(all.getAttribute("tests"), is("2"));
        assertThat(all.getAttribute("errors"), is("1"));
    }

    @Test
    void a_run_that_conforms_or_whose_scenarios_tell_why_not_has_no_error_of_its_own() throws Exception {
        for (Certificate certificate : List.of(
                Certificates.of(result("PF-STATED-1", CONFORMS), result("PF-IMPLIED-1", CONFORMS)),
                Certificates.of(result("PF-STATED-1", CONFORMS)),
                Certificates.of(result("PF-STATED-1", DEVIATES)),
                Certificates.of(result("PF-STATED-1", BROKEN)))) {
            assertThat(children(written(certificate), "testsuite"), hasSize(1));
        }
    }

    private void write(Certificate certificate) throws IOException {
        Redaction redaction = new Redaction();
        redaction.hide(List.of(SECRET));
        JUnitXml.write(folder, certificate, redaction);
    }

    private Element written(Certificate certificate) throws IOException, ParserConfigurationException, SAXException {
        write(certificate);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("junit.xml").toFile())
                .getDocumentElement();
    }

    private static String counts(Element element) {
        return "%s tests, %s failures, %s errors, %s skipped in %s s"
                .formatted(
                        element.getAttribute("tests"),
                        element.getAttribute("failures"),
                        element.getAttribute("errors"),
                        element.getAttribute("skipped"),
                        element.getAttribute("time"));
    }

    private static Element only(Element all) {
        List<Element> cases = elements(children(all, "testsuite").get(0), "testcase");
        assertThat(cases, hasSize(1));
        return cases.get(0);
    }

    private static Element onlyChild(Element of, String name) {
        assertThat(children(of).stream().map(Element::getTagName).toList(), contains(name));
        return children(of).get(0);
    }

    private static List<Element> children(Element of, String name) {
        return children(of).stream()
                .filter(child -> child.getTagName().equals(name))
                .toList();
    }

    private static List<Element> children(Element of) {
        return listed(of.getChildNodes());
    }

    private static List<Element> elements(Element of, String name) {
        return listed(of.getElementsByTagName(name));
    }

    private static List<Element> listed(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
