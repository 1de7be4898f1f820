package accountspec.report;

/**
 * What the features are worth: how many endpoints that are wrong on purpose they catch, and how many right ones they let
 * pass.
 *
 * @param flaws endpoints that are wrong in one way
 * @param full of them caught at depth full
 * @param core of them caught at depth core
 * @param variants endpoints that are right in an unusual way, and accepted
 * @param controls of the run at hand: what its own checks let pass, handed back to them corrupted, and noticed
 */
public record Strength(int flaws, int full, int core, int variants, int controls) {

    public static final Strength UNKNOWN = new Strength(0, 0, 0, 0, 0);

    /** The same, once a run is over. */
    public Strength shownBy(int noticed) {
        return new Strength(flaws, full, core, variants, noticed);
    }

    /** In a line. */
    public String told() {
        return "power %d/%d at full, %d/%d at core, %d lawful variants accepted; %d corrupted answers, all noticed"
                .formatted(full, flaws, core, flaws, variants, controls);
    }
}
