package accountspec.cli;

import accountspec.cause.Causes;
import accountspec.cause.Diagnosis;
import accountspec.exchange.Exchange;
import accountspec.exchange.Redaction;
import accountspec.measure.AsBuilt;
import accountspec.measure.Measured;
import accountspec.measure.Measurement;
import accountspec.report.AsBuiltYaml;
import accountspec.report.RunFacts;
import accountspec.trial.Trial;
import accountspec.verdict.Certificate;
import accountspec.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is behind a certificate that is made already: whatever comes of it, the verdict stands. */
record Insight(Measured measured, Diagnosis diagnosis, Certificate certificate) {

    /**
     * @param exchanges of the run, in the order of their numbers; those of the measuring join them
     * @param measure whether requests may be spent on it
     */
    static Insight into(Certificate certificate, Trial trial, List<Exchange> exchanges, boolean measure) {
        Measured measured = Measurement.of(trial, certificate.ids(Verdict.DEVIATES), measure);
        Diagnosis diagnosis = Causes.of(certificate, trial.operation(), measured, exchanges);
        return new Insight(measured, diagnosis, certificate);
    }

    void write(Path reports, RunFacts facts, Redaction redaction) throws IOException {
        AsBuiltYaml.write(reports, facts, AsBuilt.of(measured, certificate.ids(Verdict.CONFORMS)), redaction);
    }
}
