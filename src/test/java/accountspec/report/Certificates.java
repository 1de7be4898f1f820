package accountspec.report;

import accountspec.spec.ClauseBook;
import accountspec.spec.ClauseId;
import accountspec.target.Waiver;
import accountspec.verdict.Certificate;
import accountspec.verdict.Deviation;
import accountspec.verdict.ScenarioResult;
import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Noted;
import accountspec.verdict.ScenarioResult.Result;
import accountspec.verdict.ScenarioResult.Undecided;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Certificates about colours, for reports to tell. */
final class Certificates {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Result CONFORMS = new Conforms();
    static final Result NOTED = new Noted("accepted");
    static final Result NOT_OFFERED = new Undecided("the profile does not offer brushes", true);
    static final Result NOT_DECIDED = new Undecided("the control was refused", false);
    static final Result BROKEN = new Broken("a step has no definition");
    static final Result DEVIATES = deviates("accepted (HTTP 200)");

    static final RunFacts FACTS = new RunFacts(
            "1.2.3",
            "PutAlternateContact",
            "0123456789abcdef",
            "staging",
            "http://double.test",
            "full",
            "./accountspec certify --target staging.yaml",
            4,
            17,
            Duration.ofMillis(2_345),
            Course.NONE,
            "",
            Strength.UNKNOWN);

    private static final String BOOK = """
            ### PF-STATED-1
            A colour is required.

            Page: Colours. Standing: stated.

            ### PF-IMPLIED-1
            A colour has a name.

            Page: Colours. Standing: implied: it follows.

            ### PF-ADVISED-1
            A colour is bright.

            Page: Colours. Standing: advised: painters say so.

            ### PF-OPEN-1
            A colour that is a number.

            Page: Colours. Standing: open: the page is silent.
            Readings: accepted | refused.

            ### PF-DARK-1
            Colours are there at night.

            Page: Colours. Standing: unobservable: nobody can see it.
            """;

    private Certificates() {}

    static Certificate of(ScenarioResult... scenarios) {
        return certificate(List.of(scenarios), Optional.empty(), List.of());
    }

    static Certificate hopeless(String reason, ScenarioResult... scenarios) {
        return certificate(List.of(scenarios), Optional.of(reason), List.of());
    }

    static Certificate waiving(String clause, ScenarioResult... scenarios) {
        Waiver waiver = new Waiver(ClauseId.of(clause), "known", Optional.empty(), Optional.empty(), "profile.yaml:9");
        return certificate(List.of(scenarios), Optional.empty(), List.of(waiver));
    }

    private static Certificate certificate(
            List<ScenarioResult> scenarios, Optional<String> hopeless, List<Waiver> waivers) {
        try {
            ClauseBook book = ClauseBook.read("colours.md", new StringReader(BOOK));
            return Certificate.of(book, scenarios, hopeless, waivers, TODAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Result deviates(String was) {
        return new Deviates(new Deviation("refused", was, "POST /colours, Name \"red\"", 1));
    }

    static ScenarioResult result(String clause, Result result) {
        return result(clause, "A scenario of " + clause, result);
    }

    static ScenarioResult result(String clause, String name, Result result) {
        return in("put-alternate-contact/colours.feature", clause, name, result);
    }

    static ScenarioResult in(String feature, String clause, String name, Result result) {
        return new ScenarioResult(feature, 12, name, List.of(clause), result, Duration.ofMillis(1_500), 1);
    }
}
