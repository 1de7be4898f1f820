package accountspec.cli;

import accountspec.recording.Assignment;
import accountspec.run.Depth;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.target.ProfileText;
import accountspec.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is to be asked, and whom. */
final class Asked {

    @ArgGroup
    private @Nullable Where where;

    private static final class Where {
        @Option(
                names = "--target",
                paramLabel = "FILE",
                description = "The target's profile: endpoint, callers, organizations (YAML; see the README).")
        private @Nullable Path target;

        @Option(
                names = "--endpoint",
                paramLabel = "URL",
                description = "The endpoint alone, signed for with the AWS default credentials chain: one account,"
                        + " nothing else offered.")
        private @Nullable String endpoint;
    }

    @Option(
            names = "--depth",
            paramLabel = "core|full",
            defaultValue = "full",
            converter = Converters.ForDepth.class,
            description = "How much to ask: core touches every clause, full asks everything. Default: full.")
    private Depth depth = Depth.FULL;

    @Option(
            names = "--requests",
            paramLabel = "N",
            converter = Converters.ForRequests.class,
            description = "Only the scenarios that catch the most for about so many requests, of those selected.")
    private @Nullable Integer requests;

    @Option(
            names = "--clause",
            paramLabel = "ID",
            description = "Only this clause, as in PAC-EMAIL-2. May be given again.")
    private List<String> clauses = List.of();

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Only scenarios with these tags, as in '@PAC-EMAIL-2 and not @full'.")
    private @Nullable String tags;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "Where to write. Default: reports.")
    private Path reports = Path.of("reports");

    Selection selection(ClauseBook book) {
        Selection selection = Selection.of(depth, clauses, Optional.ofNullable(tags), book);
        return requests == null ? selection : selection.within(requests);
    }

    /**
     * All of it, to be written down.
     *
     * @param target as it was read
     */
    Assignment assignment(Target target, boolean readOnly, boolean measured) {
        return new Assignment(
                ProfileText.of(target),
                clauses,
                tags == null ? "" : tags,
                requests == null ? 0 : requests,
                readOnly,
                measured);
    }

    /** The target that was named, if one was. */
    Optional<Target> target() {
        if (where == null) {
            return Optional.empty();
        }
        return Optional.of(where.target != null ? Target.load(where.target) : Target.of(where.endpoint));
    }

    /** The file that the target is read from, if it is read from one. */
    Optional<Path> profile() {
        return where == null ? Optional.empty() : Optional.ofNullable(where.target);
    }

    Depth depth() {
        return depth;
    }

    Path reports() {
        return reports;
    }

    /** What to type for another such run, but for what of it. */
    String command() {
        String certify = "./accountspec certify";
        if (where == null) {
            return certify;
        }
        return where.target != null
                ? certify + " --target " + typed(where.target.toString())
                : certify + " --endpoint " + typed(String.valueOf(where.endpoint));
    }

    /** As a shell takes it for one word. */
    static String typed(String word) {
        return word.matches("[\\w./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
