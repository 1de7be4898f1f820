package accountspec.spec;

import accountspec.names.Names;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code clauses.md}: {@code ## group}, {@code ### id}, and paragraphs under each. */
final class ClauseReader {

    private static final Pattern OPENING = Pattern.compile("(Page:|Note \\(|Readings:).*");
    private static final Pattern PAGE =
            Pattern.compile("Page: (?<place>.+?)\\.? Standing: (?<standing>[^:.]*)(: (?<reason>.+?))?\\.?");
    private static final Pattern NOTE = Pattern.compile("Note \\((?<dated>\\d{4}-\\d{2})\\): (?<text>.+)");
    private static final Pattern READINGS = Pattern.compile("Readings: (?<words>.+?)\\.?");

    private final String source;
    private final Map<ClauseId, Clause> clauses = new LinkedHashMap<>();
    private String group = "";
    private @Nullable Draft draft;

    ClauseReader(String source) {
        this.source = source;
    }

    Collection<Clause> read(Reader text) throws IOException {
        var lines = new BufferedReader(text).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line(i + 1, lines.get(i).strip());
        }
        finish();
        if (clauses.isEmpty()) {
            throw new SpecException(source + ": holds no clause; each begins with a line such as '### PAC-EMAIL-2'");
        }
        return clauses.values();
    }

    private void line(int number, String line) {
        if (line.startsWith("### ")) {
            finish();
            draft = new Draft(number, idAt(number, line.substring(4).strip()));
        } else if (line.startsWith("# ") || line.startsWith("## ")) {
            finish();
            group = line.startsWith("## ") ? line.substring(3).strip() : group;
        } else if (draft != null) {
            draft.add(number, line);
        }
    }

    private ClauseId idAt(int line, String text) {
        if (!ClauseId.isClauseId(text)) {
            throw SpecException.at(
                    source,
                    line,
                    "'" + text + "' is no clause id; one is capital letters and digits in parts joined by hyphens,"
                            + " such as PAC-EMAIL-2");
        }
        return ClauseId.of(text);
    }

    private void finish() {
        if (draft != null) {
            var done = draft;
            draft = null;
            if (clauses.putIfAbsent(done.id, done.clause()) != null) {
                throw SpecException.at(
                        source, done.line, "a second clause " + done.id + "; give one of them another id");
            }
        }
    }

    private record Paragraph(int line, String text) {

        Paragraph and(String more) {
            return new Paragraph(line, text + " " + more);
        }
    }

    private final class Draft {

        private final int line;
        private final ClauseId id;
        private final List<Paragraph> paragraphs = new ArrayList<>();
        private boolean ended = true;

        Draft(int line, ClauseId id) {
            this.line = line;
            this.id = id;
        }

        void add(int number, String text) {
            if (text.isEmpty()) {
                ended = true;
            } else if (ended || OPENING.matcher(text).matches()) {
                paragraphs.add(new Paragraph(number, text));
                ended = false;
            } else {
                var last = paragraphs.size() - 1;
                paragraphs.set(last, paragraphs.get(last).and(text));
            }
        }

        Clause clause() {
            var words = paragraphs.stream()
                    .takeWhile(p -> !OPENING.matcher(p.text).matches())
                    .toList();
            if (words.isEmpty()) {
                throw SpecException.at(source, line, id + " says nothing; write the statement under its heading");
            }
            var page = paragraphs.stream()
                    .filter(p -> p.text.startsWith("Page:"))
                    .findFirst()
                    .orElseThrow(() -> SpecException.at(
                            source,
                            line,
                            id + " has no place and standing; add 'Page: <section, member>. Standing: <standing>.'"));
            var parts =
                    match(PAGE, page, "'Page: <section, member>. Standing: <standing>.' or '... <standing>: <why>.'");
            var standing = standing(page.line, parts.group("standing").strip());
            var notes = new ArrayList<Clause.Note>();
            var readings = new ArrayList<String>();
            for (var paragraph : paragraphs.subList(words.size(), paragraphs.size())) {
                if (paragraph.text.startsWith("Note (")) {
                    var note = match(NOTE, paragraph, "'Note (2026-11): <text>'");
                    notes.add(new Clause.Note(note.group("dated"), note.group("text")));
                } else if (paragraph.text.startsWith("Readings:")) {
                    readings.addAll(readings(paragraph, standing));
                } else if (paragraph != page) {
                    throw SpecException.at(
                            source,
                            paragraph.line,
                            "a paragraph of " + id + " that is no 'Page:', 'Note (2026-11):' or 'Readings:'");
                }
            }
            return new Clause(
                    id,
                    group,
                    String.join("\n", words.stream().map(Paragraph::text).toList()),
                    parts.group("place"),
                    standing,
                    Optional.ofNullable(parts.group("reason")),
                    notes,
                    readings);
        }

        private Standing standing(int at, String word) {
            return Standing.of(word)
                    .orElseThrow(() -> SpecException.at(source, at, Names.unknown("standing", word, Standing.words())));
        }

        private List<String> readings(Paragraph paragraph, Standing standing) {
            if (standing != Standing.OPEN) {
                throw SpecException.at(
                        source, paragraph.line, id + " is " + standing.word() + "; only an open clause has readings");
            }
            var words =
                    match(READINGS, paragraph, "'Readings: <word> | <word>.'").group("words");
            return Arrays.stream(words.split("\\|")).map(String::strip).toList();
        }

        private Matcher match(Pattern pattern, Paragraph paragraph, String form) {
            var matcher = pattern.matcher(paragraph.text);
            if (!matcher.matches()) {
                throw SpecException.at(source, paragraph.line, "cannot read this line of " + id + "; it goes " + form);
            }
            return matcher;
        }
    }
}
