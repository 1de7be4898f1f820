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
import java.util.Set;
import java.util.function.Supplier;

/** What is behind a certificate that is made already: whatever comes of it, the verdict stands. */
record Insight(Measured measured, Diagnosis diagnosis, Certificate certificate) {

    /**
     * @param exchanges of the run, in the order of their numbers; asked for once the measuring is over
     * @param measure whether requests may be spent on it
     */
    static Insight into(Certificate certificate, Trial trial, Supplier<List<Exchange>> exchanges, boolean measure) {
        Measured measured = measured(certificate, trial, measure);
        Diagnosis diagnosis = Causes.of(certificate, trial.operation(), measured, exchanges.get());
        return new Insight(measured, diagnosis, certificate);
    }

    private static Measured measured(Certificate certificate, Trial trial, boolean measure) {
        Set<String> deviating = certificate.ids(Verdict.DEVIATES);
        try {
            return Measurement.of(trial, deviating, measure);
        } catch (RuntimeException broken) {
            // The verdict is there already, and measuring is not worth losing it for.
            return Measurement.of(trial, deviating, false);
        }
    }

    void write(Path reports, RunFacts facts, Redaction redaction) throws IOException {
        AsBuiltYaml.write(
                reports,
                facts,
                AsBuilt.of(measured, certificate.ids(Verdict.CONFORMS), certificate.ids(Verdict.DEVIATES)),
                redaction);
    }
}
