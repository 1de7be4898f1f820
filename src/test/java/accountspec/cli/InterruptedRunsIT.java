package accountspec.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.doubles.Accounts;
import accountspec.hostile.Relay;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real jar, as a process of its own, interrupted at random moments: no contact is lost. {@code -Dinterruptions=N} says
 * how often; the seed is told, and can be given again with {@code -Dseed=N}.
 */
final class InterruptedRunsIT {

    private static final int INTERRUPTIONS = Integer.getInteger("interruptions", 10);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /** As many requests as the runs send, about: some are interrupted while they put contacts back. */
    private static final int REQUESTS = 330;

    private static final Path JAR = Path.of("target", "accountspec.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void no_contact_is_lost_however_a_run_ends() throws Exception {
        Random random = new Random(SEED);
        int killedMidway = 0;
        for (int i = 0; i < INTERRUPTIONS; i++) {
            String signal = List.of("KILL", "INT", "KILL", "TERM").get(i % 4);
            int moment = random.nextInt(REQUESTS);
            killedMidway += interrupted(signal, moment, "seed " + SEED + ", SIG" + signal + " at request " + moment);
        }
        assertThat("runs that had begun and not ended when they were killed", killedMidway, is(greaterThan(0)));
    }

    private int interrupted(String signal, int moment, String about) throws Exception {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        Accounts accounts = new Accounts(endpoint).withABillingContactEach();
        Map<String, String> before = accounts.all();
        try (ReferenceServer server = ReferenceServer.start(endpoint, 0);
                Relay relay = Relay.to(server.port(), Relay.Fault.NONE)) {
            Path profile = profile(endpoint, relay);
            Process run = certify(profile);
            relay.awaitRequests(moment, run);
            signal(signal, run);
            assertThat(about + told(), run.waitFor(60, TimeUnit.SECONDS), is(true));

            List<Path> journals = journals();
            if (signal.equals("KILL") && !journals.isEmpty()) {
                boolean changed = !accounts.all().equals(before);
                if (changed) {
                    Process again = certify(profile);
                    assertThat(about, again.waitFor(), is(2));
                    assertThat(about, told(), containsString("accountspec restore " + journals.get(0)));
                }
                assertThat(about, restore(journals.get(0)), is(0));
                assertThat(about, accounts.all(), is(before));
                assertThat(about + ", restored twice", restore(journals.get(0)), is(0));
            } else {
                int status = run.exitValue();
                assertThat(about + told(), status, anyOf(is(0), is(130), is(143), is(137)));
                assertThat(about, journals, is(List.of()));
            }
            assertThat(about + told(), accounts.all(), is(before));
            journals.forEach(InterruptedRunsIT::delete);
            return signal.equals("KILL") && !journals.isEmpty() ? 1 : 0;
        }
    }

    @Test
    void a_run_that_is_interrupted_tells_what_it_has_judged_and_that_the_contacts_are_back() throws Exception {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        try (ReferenceServer server = ReferenceServer.start(endpoint, 0);
                Relay relay = Relay.to(server.port(), Relay.Fault.NONE)) {
            Process run = certify(profile(endpoint, relay));
            relay.awaitRequests(200, run);
            signal("INT", run);

            assertThat(told(), run.waitFor(60, TimeUnit.SECONDS), is(true));
            assertThat(told(), run.exitValue(), is(130));
            String report = Files.readString(folder.resolve("reports/report.json"));
            assertThat(report, containsString("the run was interrupted"));
            assertThat(report, containsString("\"restored\" : \"proven\""));
            assertThat(report, containsString("\"verdict\" : \"conforms\""));
            assertThat(told(), not(containsString("\tat ")));
        }
    }

    private Path profile(ReferenceEndpoint endpoint, Relay relay) throws IOException {
        return Files.writeString(
                folder.resolve("target.yaml"),
                endpoint.profileYaml(relay.uri()) + "patience: { throttled: 5s, settle: 100ms, timeout: 2s }\n");
    }

    private Process certify(Path profile) throws IOException {
        return start(
                "certify",
                "--target",
                profile.toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--tags",
                "@PAC-SET-1 or @PAC-SET-2 or @PAC-SET-3 or @PAC-SET-4 or @PAC-SET-7 or @PAC-ORG-1 or @PAC-ORG-2 or"
                        + " @PAC-ORG-10 or @PAC-ORG-11 or @PAC-ACCOUNT-1");
    }

    private int restore(Path journal) throws Exception {
        Process restore = start("restore", journal.toString());
        assertThat(told(), restore.waitFor(60, TimeUnit.SECONDS), is(true));
        return restore.exitValue();
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.txt").toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return builder.start();
    }

    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private List<Path> journals() throws IOException {
        Path state = folder.resolve("state/accountspec");
        if (!Files.isDirectory(state)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(state)) {
            return files.toList();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String told() {
        try {
            return "\n" + Files.readString(folder.resolve("console.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
