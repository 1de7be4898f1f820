package accountspec.cli;

import accountspec.reference.ReferenceEndpoint;
import accountspec.rehearsal.Planned;
import accountspec.rehearsal.Rehearsal;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.target.Hosts;
import accountspec.target.Target;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what certify would send. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        header = "List every request that certify would send, and send nothing.",
        description = {
            "",
            "With whose credentials, about which account and which of its contacts; and how many there are. The run is"
                    + " rehearsed in memory, so no credentials are needed. A target that is busy, slow to show what it"
                    + " stored, or that deviates is asked more than this.",
            ""
        })
final class Plan implements Callable<Integer> {

    @Mixin
    private Asked asked = new Asked();

    @Mixin
    private Consent consent = new Consent();

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        ClauseBook book = ClauseBook.bundled();
        Target target = asked.target().orElseGet(Plan::embedded);
        target.validate(book);
        Selection selection = asked.selection(book);
        Rehearsal rehearsal = Rehearsal.of(target, book, selection);
        if (consent.isReadOnly()) {
            rehearsal = Rehearsal.readOnly(target, book, selection.without(rehearsal.writing()));
        }
        if (asked.target().isEmpty()) {
            // Its contacts end with it: nobody reads them beforehand.
            rehearsal = new Rehearsal(rehearsal.requests(), rehearsal.scenarios(), 0);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(json(rehearsal, target)));
        } else {
            tell(rehearsal, target, out);
        }
        out.flush();
        return 0;
    }

    private static Target embedded() {
        return Target.read(
                "the embedded reference endpoint",
                ReferenceEndpoint.standard().profileYaml(URI.create("http://127.0.0.1:1")),
                Map.of());
    }

    private static void tell(Rehearsal rehearsal, Target target, PrintWriter out) {
        out.println(
                "What certify would send to " + target.name() + "  " + target.endpoint() + "  (nothing is sent now)");
        String scenario = "";
        for (Planned request : rehearsal.requests()) {
            String title = String.join(" ", request.clauses()) + "  " + request.scenario() + "  (features/"
                    + request.feature() + ")";
            if (!title.equals(scenario)) {
                out.println();
                out.println(title);
                scenario = title;
            }
            out.println("  %-6s %s %-10s  %s%s"
                    .formatted(
                            request.writes() ? "writes" : "",
                            request.account(),
                            request.contact().orElse(""),
                            request.told(),
                            request.purpose().equals(request.scenario()) ? "" : " (" + request.purpose() + ")"));
        }
        out.println();
        out.println("Contacts written over: those of " + listed(rehearsal.written()));
        out.println("Called as or named, and only in requests that must be refused or only read: "
                + listed(rehearsal.named()));
        out.println(
                "%d requests in %d scenarios, and %d more that read the contacts first and put them back: %d requests"
                        .formatted(
                                rehearsal.requests().size(),
                                rehearsal.scenarios().size(),
                                rehearsal.looks(),
                                rehearsal.count()));
        if (Hosts.isAws(target.endpoint())) {
            out.println("This is AWS: certify wants "
                    + String.join(
                            " ",
                            rehearsal.written().stream()
                                    .map(account -> "--i-own-account " + account)
                                    .toList()));
        }
    }

    private static String listed(Set<String> accounts) {
        return accounts.isEmpty() ? "none" : String.join(", ", accounts);
    }

    private static Map<String, Object> json(Rehearsal rehearsal, Target target) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("target", target.name());
        plan.put("endpoint", target.endpoint().toString());
        plan.put("count", rehearsal.count());
        plan.put("written", rehearsal.written());
        plan.put("named", rehearsal.named());
        List<Map<String, Object>> requests =
                rehearsal.requests().stream().map(Plan::json).toList();
        plan.put("requests", requests);
        return plan;
    }

    private static Map<String, Object> json(Planned request) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("scenario", request.scenario());
        told.put("feature", request.feature());
        told.put("clauses", request.clauses());
        told.put("purpose", request.purpose());
        told.put("caller", request.caller());
        told.put("account", request.account());
        request.contact().ifPresent(contact -> told.put("contact", contact));
        told.put("request", request.told());
        told.put("writes", request.writes());
        return told;
    }
}
