package accountspec.report;

import accountspec.exchange.Printable;
import accountspec.exchange.Redaction;
import accountspec.verdict.Certificate;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Undecided;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}, as CI servers read it: a suite a feature, a case a scenario, named by its clause. Deviations are
 * failures, the suite's own faults are errors; what is unproven, advised or waived is skipped, with its reason.
 */
public final class JUnitXml {

    private final Certificate certificate;
    private final Redaction redaction;

    private JUnitXml(Certificate certificate, Redaction redaction) {
        this.certificate = certificate;
        this.redaction = redaction;
    }

    public static Path write(Path folder, Certificate certificate, Redaction redaction) throws IOException {
        Path file = folder.resolve("junit.xml");
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitXml(certificate, redaction).write(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(file + " could not be written", e);
        }
        return file;
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        Map<String, List<ScenarioResult>> features = certificate.scenarios().stream()
                .collect(Collectors.groupingBy(ScenarioResult::feature, TreeMap::new, Collectors.toList()));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "accountspec");
        boolean asAWhole = failsAsAWhole();
        totals(xml, certificate.scenarios(), asAWhole ? 1 : 0);
        for (Map.Entry<String, List<ScenarioResult>> feature : features.entrySet()) {
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", feature.getKey());
            totals(xml, feature.getValue(), 0);
            for (ScenarioResult scenario : feature.getValue()) {
                testCase(xml, scenario);
            }
            xml.writeEndElement();
        }
        if (asAWhole) {
            wholeRun(xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private boolean failsAsAWhole() {
        return certificate.outcome().exitStatus() != 0
                && certificate.scenarios().stream().noneMatch(s -> fails(s) || s.result() instanceof Broken);
    }

    /** A run may fail as a whole while no single scenario does; no reader may take that for green. */
    private void wholeRun(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "the run as a whole");
        xml.writeAttribute("tests", "1");
        xml.writeAttribute("failures", "0");
        xml.writeAttribute("errors", "1");
        xml.writeAttribute("skipped", "0");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "accountspec");
        xml.writeAttribute("name", "the run as a whole");
        String reasons = String.join(System.lineSeparator(), certificate.reasons());
        element(
                xml,
                "error",
                certificate.outcome().word() + ", exit status "
                        + certificate.outcome().exitStatus(),
                reasons);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** @param more errors that are no scenario's */
    private void totals(XMLStreamWriter xml, List<ScenarioResult> scenarios, int more) throws XMLStreamException {
        Duration took = scenarios.stream().map(ScenarioResult::took).reduce(Duration.ZERO, Duration::plus);
        xml.writeAttribute("tests", String.valueOf(scenarios.size() + more));
        xml.writeAttribute("failures", count(scenarios, this::fails));
        long broken = scenarios.stream()
                .filter(scenario -> scenario.result() instanceof Broken)
                .count();
        xml.writeAttribute("errors", String.valueOf(broken + more));
        xml.writeAttribute("skipped", count(scenarios, this::isSkipped));
        xml.writeAttribute("time", seconds(took));
    }

    private static String count(List<ScenarioResult> scenarios, Predicate<ScenarioResult> which) {
        return String.valueOf(scenarios.stream().filter(which).count());
    }

    private boolean fails(ScenarioResult scenario) {
        return scenario.result() instanceof Deviates && !isExcused(scenario);
    }

    private boolean isSkipped(ScenarioResult scenario) {
        return scenario.result() instanceof Undecided || isExcused(scenario);
    }

    /** Advised or waived: told, but failing nobody. */
    private boolean isExcused(ScenarioResult scenario) {
        return scenario.result() instanceof Deviates deviates
                && certificate.findings().stream()
                        .filter(finding -> scenario.clauses().contains(finding.clause())
                                && finding.deviation()
                                        .expected()
                                        .equals(deviates.deviation().expected())
                                && finding.deviation()
                                        .was()
                                        .equals(deviates.deviation().was()))
                        .allMatch(finding -> finding.advisory() || finding.waived());
    }

    private void testCase(XMLStreamWriter xml, ScenarioResult scenario) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname", scenario.feature().replace(".feature", "").replace('/', '.'));
        xml.writeAttribute("name", safe(String.join(" ", scenario.clauses()) + " " + scenario.name()));
        xml.writeAttribute("file", "features/" + scenario.feature());
        xml.writeAttribute("line", String.valueOf(scenario.line()));
        xml.writeAttribute("time", seconds(scenario.took()));
        if (scenario.result() instanceof Undecided undecided) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", safe("unproven: " + undecided.reason()));
        } else if (scenario.result() instanceof Broken broken) {
            element(xml, "error", "the suite failed", broken.message());
        } else if (scenario.result() instanceof Deviates deviates) {
            String told = deviates.deviation().told(String.join(" ", scenario.clauses()));
            String message = "expected " + deviates.deviation().expected() + ", was "
                    + deviates.deviation().was();
            if (isExcused(scenario)) {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", safe("advised or waived: " + message));
            } else {
                element(xml, "failure", message, told);
            }
        }
        xml.writeEndElement();
    }

    private void element(XMLStreamWriter xml, String name, String message, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("message", safe(message));
        xml.writeCharacters(redaction.in(Printable.body(text.getBytes(StandardCharsets.UTF_8))));
        xml.writeEndElement();
    }

    private String safe(String text) {
        return redaction.in(Printable.line(text, 1_000));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9);
    }
}
