package accountspec;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import accountspec.operation.Operation;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import accountspec.run.Depth;
import accountspec.run.FeatureRun;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.target.Target;
import accountspec.trial.Cast;
import accountspec.trial.ProfileSigners;
import accountspec.trial.Time;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.Certificate.Outcome;
import accountspec.verdict.ScenarioResult;
import accountspec.wire.Binding;
import accountspec.wire.Bounds;
import accountspec.wire.LiveWire;
import accountspec.wire.Pace;
import accountspec.wire.Wire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The features, run by the JUnit Platform against the reference endpoint over real HTTP: the same scenarios, one by one, in
 * every IDE and build that speaks JUnit.
 */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = "cucumber.glue", value = "accountspec.steps")
@ConfigurationParameter(key = "cucumber.object-factory", value = "accountspec.run.ScenarioObjects")
@ConfigurationParameter(key = "cucumber.plugin", value = "accountspec.run.Hearing")
@ConfigurationParameter(key = "cucumber.publish.quiet", value = "true")
final class ConformanceIT {

    private static Certification certification;

    @BeforeSuite
    static void begin() {
        certification = Certification.ofTheReference();
    }

    @AfterSuite
    static void theReferenceConforms() {
        Certificate certificate = certification.end();

        assertThat(certificate.reasons().toString(), certificate.outcome(), is(Outcome.CONFORMS));
        assertThat(certificate.findings(), is(empty()));
        assertThat(certificate.scenarios(), hasSize(Features.read().cases().size()));
    }

    /** A run that somebody else drives, against a server of its own. */
    private record Certification(
            ReferenceServer server,
            Wire wire,
            Target target,
            Trial trial,
            FeatureRun run,
            List<ScenarioResult> results) {

        private static final ClauseBook BOOK = ClauseBook.bundled();

        static Certification ofTheReference() {
            ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0);
            Target target = Target.read("the reference endpoint", server.profileYaml(), Map.of());
            Wire wire = new LiveWire(
                    target.endpoint(), Bounds.within(target.patience().timeout()));
            Trial trial = trial(target, wire);
            List<ScenarioResult> results = new CopyOnWriteArrayList<>();
            FeatureRun run =
                    new FeatureRun(trial, BOOK, target, Selection.all(Depth.FULL), LocalDate.now(), results::add);
            run.begin();
            return new Certification(server, wire, target, trial, run, results);
        }

        private static Trial trial(Target target, Wire wire) {
            Cast cast = new Cast(
                    target,
                    party -> ProfileSigners.of(target, party),
                    Operation.load("get-alternate-contact"),
                    Operation.load("delete-alternate-contact"));
            return new Trial(
                    Operation.load("put-alternate-contact"),
                    cast,
                    wire,
                    new Binding(target.endpoint(), "accountspec/test"),
                    Pace.of(Map.of()),
                    target.patience(),
                    Time.REAL,
                    exchange -> {});
        }

        Certificate end() {
            run.end();
            wire.close();
            server.close();
            return Certificate.of(BOOK, results, trial.hopeless(), target.waivers(), LocalDate.now());
        }
    }
}
