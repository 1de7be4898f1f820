package accountspec.report;

import accountspec.verdict.Score;

/**
 * What a run's verdict rests on.
 *
 * @param score of the features, against endpoints that are wrong or right on purpose
 * @param controls of the run at hand: what its own checks let pass, handed back to them corrupted, and noticed
 */
public record Strength(Score score, int controls) {

    public static final Strength UNKNOWN = new Strength(Score.UNKNOWN, 0);

    /** In a line. */
    public String told() {
        return score.told() + "; " + controls + " corrupted answers, all noticed";
    }
}
