package accountspec.verdict;

import java.util.Locale;

/** What a run says about a clause, from good to bad where several scenarios differ. */
public enum Verdict {
    NOT_RUN,
    NOTED,
    CONFORMS,
    UNPROVEN,
    DEVIATES;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
