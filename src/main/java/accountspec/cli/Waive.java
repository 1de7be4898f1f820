package accountspec.cli;

import accountspec.exchange.Printable;
import accountspec.report.RunReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the first list of waivers for a target that has long deviated. */
@Command(
        name = "waive",
        mixinStandardHelpOptions = true,
        header = "Write a waiver for each deviation in a report, to paste into the target's profile.",
        description = {
            "",
            "A waiver ends after 90 days unless --until says otherwise. Change each reason into one that a colleague"
                    + " would accept, and add a link. A waiver whose deviation is gone, or whose date has passed, fails"
                    + " the run.",
            ""
        })
final class Waive implements Callable<Integer> {

    private static final int DAYS = 90;

    @Parameters(paramLabel = "REPORT", description = "The report.json of a run, or the folder that it is in.")
    private Path report;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day, as in 2027-03-01.")
    private @Nullable LocalDate until;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        JsonNode findings = RunReport.read(report).json().path("findings");
        LocalDate last = until == null ? LocalDate.now().plusDays(DAYS) : until;
        PrintWriter out = spec.commandLine().getOut();
        Set<String> waived = new LinkedHashSet<>();
        for (JsonNode finding : findings) {
            String clause = Printable.line(finding.path("clause").asText(), 40);
            boolean due = "deviation".equals(finding.path("severity").asText())
                    && !finding.path("waived").asBoolean();
            if (due && waived.add(clause)) {
                if (waived.size() == 1) {
                    out.println("waivers:");
                }
                out.println("  # expected " + told(finding, "expected") + ", was " + told(finding, "was"));
                out.println("  - { clause: " + clause + ", reason: " + quoted("known: " + told(finding, "was"))
                        + ", until: " + last + " }");
            }
        }
        if (waived.isEmpty()) {
            out.println("# The report has no deviation that is not waived already.");
        }
        out.flush();
        return 0;
    }

    private static String told(JsonNode finding, String member) {
        return Printable.line(finding.path(member).asText(), 200);
    }

    /** A string in JSON is one in YAML. */
    private static String quoted(String text) throws JsonProcessingException {
        return JsonMapper.builder().build().writeValueAsString(text);
    }
}
