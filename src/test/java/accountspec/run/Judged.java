package accountspec.run;

import accountspec.doubles.Trials;
import accountspec.reference.ReferenceEndpoint;
import accountspec.spec.ClauseBook;
import accountspec.target.Target;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.ClauseResult;
import accountspec.verdict.Finding;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.Verdict;
import accountspec.wire.Wire;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the suite says of a double, or of some clauses of it. */
record Judged(Certificate certificate, int requests) {

    static final ClauseBook BOOK = ClauseBook.bundled();
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Script SCRIPT = Script.load();

    /** One caller that need not sign. */
    static Judged of(Wire wire, String... clauses) {
        return of(Trials.target(Trials.ALONE), wire, clauses);
    }

    /** Everybody of the reference's world. */
    static Judged ofEverybody(Wire wire, String... clauses) {
        String profile = ReferenceEndpoint.standard().profileYaml(URI.create("http://double.test"));
        return of(Trials.target(profile), wire, clauses);
    }

    static Judged of(Target target, Wire wire, String... clauses) {
        target.validate(BOOK);
        Trial trial = Trials.of(target, wire);
        Selection selection = Selection.about(Set.of(clauses));
        List<ScenarioResult> results = SCRIPT.play(trial, BOOK, target, selection, TODAY);
        return new Judged(Certificate.of(BOOK, results, trial.hopeless(), target.waivers(), TODAY), trial.requests());
    }

    Verdict verdict(String clause) {
        return clause(clause).verdict();
    }

    ClauseResult clause(String clause) {
        return certificate.clauses().stream()
                .filter(result -> result.clause().id().text().equals(clause))
                .findFirst()
                .orElseThrow();
    }

    /** Ids of the clauses that deviate, each once. */
    List<String> deviating() {
        return certificate.findings().stream().map(Finding::clause).distinct().toList();
    }

    Finding finding() {
        if (certificate.findings().size() != 1) {
            throw new AssertionError("There is not just one finding: " + certificate.findings());
        }
        return certificate.findings().get(0);
    }
}
