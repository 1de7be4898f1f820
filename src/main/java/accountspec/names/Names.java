package accountspec.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names that people type, and the known ones that they may have meant. */
public final class Names {

    private Names() {}

    /** The known name that is a slip of the hand away, letter case aside; the first of several as near. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        return near(name, known, 1).stream().findFirst();
    }

    /** As {@link #nearest}, but up to {@code limit} of them, nearest first. */
    public static List<String> near(String name, Collection<String> known, int limit) {
        var tolerance = name.length() <= 3 ? 1 : Math.max(2, name.length() / 4);
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(candidate -> new Candidate(candidate, misses(lower(name), lower(candidate))))
                .filter(candidate -> candidate.distance <= tolerance)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(limit)
                .map(Candidate::name)
                .toList();
    }

    /** {@code unknown key 'singing' at callers; did you mean 'signing'? Known: endpoint, signing}, without the parts that do not apply. */
    public static String unknown(String kind, String name, String where, Collection<String> known) {
        return "unknown " + kind + " '" + name + "'" + (where.isEmpty() ? "" : " at " + where)
                + suggestion(name, known);
    }

    /** As {@link #unknown(String, String, String, Collection)}, where there is only one place for such a name. */
    public static String unknown(String kind, String name, Collection<String> known) {
        return unknown(kind, name, "", known);
    }

    private static String suggestion(String name, Collection<String> known) {
        var meant = nearest(name, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(".");
        return known.isEmpty() ? meant : meant + " Known: " + String.join(", ", known);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A word left out before or after it is one slip, however long the word. */
    private static int misses(String name, String candidate) {
        boolean part = !name.isEmpty() && (candidate.endsWith(" " + name) || candidate.startsWith(name + " "));
        return part ? 1 : distance(name, candidate);
    }

    /** Damerau and Levenshtein's: letters left out, added, changed, or swapped with their neighbour. */
    private static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
