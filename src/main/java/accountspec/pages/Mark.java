package accountspec.pages;

import accountspec.verdict.ScenarioResult.Broken;
import accountspec.verdict.ScenarioResult.Conforms;
import accountspec.verdict.ScenarioResult.Deviates;
import accountspec.verdict.ScenarioResult.Noted;
import accountspec.verdict.ScenarioResult.Result;
import accountspec.verdict.Verdict;

/**
 * A verdict as a page shows it: by word, by shape and by colour, so that none of them is needed.
 *
 * @param css the class that colours it
 * @param shape one character
 */
public record Mark(String word, String css, String shape) {

    static final Mark BROKEN = new Mark("suite failed", "deviates", "✕");

    static Mark of(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> new Mark("conforms", "conforms", "●");
            case DEVIATES -> new Mark("deviates", "deviates", "▲");
            case UNPROVEN -> new Mark("unproven", "unproven", "◐");
            case NOTED -> new Mark("noted", "noted", "◇");
            case NOT_RUN -> new Mark("not run", "not-run", "○");
        };
    }

    static Mark of(Result result) {
        if (result instanceof Conforms) {
            return of(Verdict.CONFORMS);
        }
        if (result instanceof Deviates) {
            return of(Verdict.DEVIATES);
        }
        if (result instanceof Noted) {
            return of(Verdict.NOTED);
        }
        return result instanceof Broken ? BROKEN : of(Verdict.UNPROVEN);
    }
}
