package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.recording.Assignment;
import accountspec.recording.Recording;
import accountspec.reference.Flaw;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.reference.Time;
import accountspec.reference.World;
import accountspec.target.ProfileText;
import accountspec.target.Target;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is judged again from its recording comes out as it did, with nobody there to ask. */
@Isolated // there is one System.out
final class RejudgeTest {

    /** One folder for all: Allure reads its settings once. */
    @TempDir
    private static Path folder;

    /** A filter that leaves everything: with a filter, a run asks a little less than without. */
    private static final String ALL = "@PAC-EMAIL-2 or not @PAC-EMAIL-2";

    private static final String SOME = "not @PAC-ACCOUNT-3 and not @PAC-EMAIL-3";

    private final Path reports = folder.resolve("reports");
    private final Path again = folder.resolve("again");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "phone-may-be-one-longer",
                "phone-too-long-is-cut",
                "stored-although-invalid",
                "every-error-is-400",
                "one-place-for-all-types"
            })
    void every_clause_gets_the_verdict_that_it_got(String flaw) throws IOException {
        Run run;
        try (ReferenceServer server = ReferenceServer.start(endpoint(flaw), 0)) {
            run = flaw.isEmpty() ? certify(server) : certify(server, "--requests", "100");
        }
        Run judged = rejudge();

        assertThat(judged.told(), verdicts(again), is(verdicts(reports)));
        assertThat(judged.told(), judged.status(), is(run.status()));
        assertThat(run.told(), judged.status(), is(flaw.isEmpty() ? 0 : 1));
        assertThat(judged.console(), containsString("nothing was sent."));
        assertThat(judged.console(), not(containsString("not in the recording")));
        judged.assertHarmless(Set.of());
    }

    @Test
    void what_the_run_did_not_ask_is_unproven_and_never_conforms() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            certify(server, "--clause", "PAC-PHONE-2");
        }
        Path recording = reports.resolve("exchanges.jsonl");
        Path wider = folder.resolve("wider.jsonl");
        told(recording, wider, "[\"PAC-PHONE-2\"]", "[\"PAC-PHONE-2\",\"PAC-TITLE-2\"]");

        Run judged = Run.of(List.of("rejudge", wider.toString(), "--reports", again.toString()), again);

        assertThat(judged.told(), judged.status(), is(3));
        assertThat(verdicts(again).get("PAC-PHONE-2"), containsString("\"verdict\":\"conforms\""));
        assertThat(verdicts(again).get("PAC-TITLE-2"), containsString("\"verdict\":\"unproven\""));
        assertThat(verdicts(again).get("PAC-TITLE-2"), containsString("not in the recording"));
        assertThat(judged.console(), containsString("not in the recording; what they were to show is unproven."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stored-although-invalid"})
    void scenarios_that_came_since_leave_the_others_their_verdicts(String flaw) throws IOException {
        Run run = certify(flaw, "--depth", "core", "--tags", SOME);
        Path wider = folder.resolve("wider.jsonl");
        told(reports.resolve("exchanges.jsonl"), wider, SOME, ALL);

        Run judged = Run.of(List.of("rejudge", wider.toString(), "--reports", again.toString()), again);

        assertThat(run.told(), run.status(), is(flaw.isEmpty() ? 0 : 1));
        assertThat(judged.told(), judged.status(), is(flaw.isEmpty() ? 3 : 1));
        assertThat(judged.told(), otherwise(Set.of("PAC-ACCOUNT-3", "PAC-EMAIL-3")), is(empty()));
        for (String since : List.of("PAC-ACCOUNT-3", "PAC-EMAIL-3")) {
            assertThat(verdicts(again).get(since), containsString("\"verdict\":\"unproven\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stored-although-invalid"})
    void scenarios_that_are_gone_leave_the_others_their_verdicts(String flaw) throws IOException {
        Run run = certify(flaw, "--depth", "core", "--tags", ALL);
        Path narrower = folder.resolve("narrower.jsonl");
        told(reports.resolve("exchanges.jsonl"), narrower, ALL, SOME);

        Run judged = Run.of(List.of("rejudge", narrower.toString(), "--reports", again.toString()), again);

        assertThat(run.told(), run.status(), is(flaw.isEmpty() ? 0 : 1));
        assertThat(judged.told(), judged.status(), is(run.status()));
        assertThat(judged.told(), otherwise(Set.of("PAC-ACCOUNT-3", "PAC-EMAIL-3")), is(empty()));
        assertThat(judged.console(), not(containsString("not in the recording")));
    }

    @Test
    void a_scenario_that_has_another_name_now_keeps_its_verdict() throws IOException {
        Run run = certify("phone-too-long-is-cut", "--depth", "core");
        Path renamed = folder.resolve("renamed.jsonl");
        told(
                reports.resolve("exchanges.jsonl"),
                renamed,
                "\"scenario\":\"A phone number of 26",
                "\"scenario\":\"As it was called: 26");
        assertThat(Files.readString(renamed), containsString("As it was called: 26"));

        Run judged = Run.of(List.of("rejudge", renamed.toString(), "--reports", again.toString()), again);

        assertThat(judged.told(), judged.status(), is(run.status()));
        assertThat(judged.told(), otherwise(Set.of()), is(empty()));
        assertThat(judged.console(), not(containsString("not in the recording")));
    }

    /** Clauses that have another verdict than in the run, those apart. */
    private List<String> otherwise(Set<String> apart) throws IOException {
        Map<String, String> was = verdicts(reports);
        Map<String, String> is = verdicts(again);
        return was.keySet().stream()
                .filter(clause -> !apart.contains(clause))
                .filter(clause -> !was.get(clause).equals(is.get(clause)))
                .map(clause -> was.get(clause) + " is now " + is.get(clause))
                .toList();
    }

    private Run certify(String flaw, String... options) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(endpoint(flaw), 0)) {
            return certify(server, options);
        }
    }

    /** The recording with other words in it, as that of a run that was asked for something else would have. */
    private static void told(Path recording, Path changed, String words, String others) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(recording));
        lines.replaceAll(line -> line.replace(words, others));
        String last = lines.remove(lines.size() - 1);
        String text = String.join("\n", lines) + "\n";
        String sum = HexFormat.of().formatHex(sha256(text));
        Files.writeString(
                changed, text + last.replaceAll("\"sha256\":\"[0-9a-f]+\"", "\"sha256\":\"" + sum + "\"") + "\n");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_recording_that_was_cut_short_or_would_be_written_over_is_told() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            certify(server, "--clause", "PAC-PHONE-2");
        }
        Path recording = reports.resolve("exchanges.jsonl");
        List<String> lines = Files.readAllLines(recording);
        Path cut = Files.write(folder.resolve("cut.jsonl"), lines.subList(0, lines.size() - 1));

        Run judged = Run.of(List.of("rejudge", cut.toString(), "--reports", again.toString()), again);
        Run over = Run.of(List.of("rejudge", reports.toString(), "--reports", reports.toString()), again);

        assertThat(judged.told(), judged.status(), is(2));
        assertThat(judged.err(), containsString("is cut short after " + (lines.size() - 2) + " exchanges"));
        assertThat(over.told(), over.status(), is(2));
        assertThat(over.err(), containsString("would be written over"));
        assertThat(Files.exists(recording), is(true));
    }

    @Test
    void a_recording_holds_what_was_asked_and_no_key() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            certify(server, "--clause", "PAC-PHONE-2");
            Recording recording = Recording.open(reports.resolve("exchanges.jsonl"));
            Assignment assignment = recording.facts().assignment();
            Target was = Target.read("written", server.profileYaml(), Map.of());
            Target is = Target.read("recorded", assignment.profile(), Map.of());

            assertThat(assignment.clauses(), is(List.of("PAC-PHONE-2")));
            assertThat(is.organizations().keySet(), is(was.organizations().keySet()));
            assertThat(is.met(), is(was.met()));
            assertThat(is.patience(), is(was.patience()));
            assertThat(is.provoke(), is(was.provoke()));
            assertThat(ProfileText.of(is), is(ProfileText.of(was)));
            for (String secret : was.secrets()) {
                assertThat(Files.readString(recording.file()), not(containsString(secret)));
            }
        }
    }

    private static ReferenceEndpoint endpoint(String flaw) {
        return flaw.isEmpty()
                ? ReferenceEndpoint.standard()
                : ReferenceEndpoint.of(
                        World.standard(), Flaw.named(flaw).orElseThrow().behaviour(), Time.real());
    }

    private Run certify(ReferenceServer server, String... options) throws IOException {
        Path profile = Files.writeString(folder.resolve("target.yaml"), server.profileYaml());
        List<String> words = new ArrayList<>(
                List.of("certify", "--target", profile.toString(), "--reports", reports.toString(), "--show-values"));
        words.addAll(List.of(options));
        return Run.of(words, reports);
    }

    private Run rejudge() {
        return Run.of(List.of("rejudge", reports.toString(), "--reports", again.toString()), again);
    }

    private static Map<String, String> verdicts(Path folder) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode clause : JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("report.json")))
                .path("clauses")) {
            verdicts.put(clause.path("id").asText(), clause.toString());
        }
        return verdicts;
    }
}
