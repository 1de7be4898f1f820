package accountspec.spec;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Splits a copy of one of AWS's operation pages.
 *
 * <p>Lines mean nothing in a copy, so the text is taken as one line and cut at the marks that every such page has: its headings, the
 * names of members and errors, labels such as {@code Pattern:}, and the lines of samples. What stands between them is prose.
 */
final class PageReader {

    private static final String SECTION =
            "Request Syntax|URI Request Parameters|Request Parameters|Request Headers|Request Body"
                    + "|Response Syntax|Response Headers|Response Body|Response Elements|Errors|Examples|See Also";
    private static final String LABEL =
            "Type|Pattern|Length Constraints|Valid Values|Valid Range|Array Members|Default|Required|HTTP Status Code";
    private static final String LINE = "[A-Z]+ /\\S* HTTP/[\\d.]+|HTTP/[\\d.]+ \\d{3}";
    private static final Set<String> SECTIONS_WITH_ITEMS = Set.of("Request Body", "Response Elements", "Errors");

    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\" ?:");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?][)\"']?|following:) (?=[A-Z\"(])|(?<=[a-z]\\.)(?=[A-Z])");
    /** The operation's name before the first sentence, perhaps with the buttons of the web page between. */
    private static final Pattern TITLE = Pattern.compile("\\b(\\w+)(?: (?:PDF|RSS|PDFRSS|Focus mode))* (?=[A-Z])");

    private final List<Page.Sentence> sentences = new ArrayList<>();

    private PageReader() {}

    /** Empty when the text has no headings of such a page. */
    static List<Page.Sentence> sentences(String copy) {
        var reader = new PageReader();
        reader.read(plain(copy));
        return reader.sentences;
    }

    private void read(String text) {
        var mark = marks(text).matcher(text);
        var where = Where.in("Introduction");
        var from = title(text);
        while (mark.find()) {
            if (item(mark) != null && !SECTIONS_WITH_ITEMS.contains(where.section)) {
                continue;
            }
            say(where, text.substring(Math.min(from, mark.start()), mark.start()));
            where = where.at(mark);
            from = where.isProse() ? mark.end() : mark.start();
        }
        if (where.equals(Where.in("Introduction"))) {
            sentences.clear();
        } else {
            say(where, text.substring(from));
        }
    }

    private int title(String text) {
        var title = TITLE.matcher(text);
        if (!title.find()) {
            return 0;
        }
        sentences.add(new Page.Sentence("Title", title.group(1)));
        return title.end();
    }

    private void say(Where where, String text) {
        if (!where.item.isEmpty() && where.kind.isEmpty() && !mentioned(where.kind("name"))) {
            sentences.add(new Page.Sentence(where.kind("name").place(), where.item));
        }
        var parts = where.isProse() ? SENTENCE_END.split(text) : new String[] {text};
        for (var part : parts) {
            var sentence = part.replaceAll("^[ •*-]+|[ •*-]+$", "");
            if (!where.isProse()) {
                sentence = sentence.replaceAll("[ ,{}]+$", "");
            }
            if (!sentence.isEmpty()) {
                sentences.add(new Page.Sentence(where.place(), sentence));
            }
        }
    }

    private boolean mentioned(Where where) {
        return sentences.stream().anyMatch(s -> s.place().equals(where.place()));
    }

    private static Pattern marks(String text) {
        var names = Stream.concat(
                MEMBER.matcher(text).results().map(m -> m.group(1)).distinct(), Stream.of("\\w+Exception"));
        return Pattern.compile("(?<![\\w\"/-])(?:"
                + ("(?<section>" + SECTION + ")(?= [^a-z]|$)")
                + "|(?<example>Example \\d+)(?= )"
                + "|(?<sample>Sample Request|Sample Response)(?= )"
                + "|(?<note>Note|Important|Warning):?(?= [A-Z])"
                + "|[-•*] (?<item>\\w+) -(?= )"
                + ("|(?<name>" + names.collect(Collectors.joining("|")) + ")(?: -)?(?= [A-Z])")
                + ("|(?<label>" + LABEL + "):")
                + ("|(?<line>" + LINE + ")")
                + "|(?<header>[A-Z][A-Za-z]*(?:-[A-Za-z]+)+):(?= )"
                + ")|\"(?<member>\\w+)\" ?:");
    }

    private static @Nullable String item(Matcher mark) {
        return mark.group("item") != null ? mark.group("item") : mark.group("name");
    }

    /** A copy's letters, without the ways in which programs dress them. */
    private static String plain(String copy) {
        return Normalizer.normalize(copy, Normalizer.Form.NFKC)
                .replaceAll("[\\u200B-\\u200D\\u2060\\uFEFF\\u00AD]", "")
                .replaceAll("[\\u2018\\u2019\\u201A\\u201B]", "'")
                .replaceAll("[\\u201C\\u201D\\u201E]", "\"")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ")
                .strip();
    }

    /** Where the reader is on the page; parts that do not apply are empty. */
    private record Where(String section, String example, String sample, String item, String kind) {

        static Where in(String section) {
            return new Where(section, "", "", "", "");
        }

        Where at(Matcher mark) {
            if (mark.group("section") != null) {
                return in(mark.group("section"));
            }
            if (mark.group("example") != null) {
                return new Where(section, mark.group("example"), "", "", "");
            }
            if (mark.group("sample") != null) {
                return new Where(section, example, lower(mark.group("sample")), "", "");
            }
            var item = PageReader.item(mark);
            if (item != null) {
                return new Where(section, "", "", item, "");
            }
            if (mark.group("note") != null) {
                return kind("note");
            }
            if (mark.group("label") != null) {
                return kind(lower(mark.group("label").replace("HTTP ", "")));
            }
            if (mark.group("header") != null) {
                return kind("header");
            }
            if (mark.group("member") != null) {
                return kind(mark.group("member"));
            }
            return kind(mark.group("line").startsWith("HTTP/") ? "status line" : "request line");
        }

        Where kind(String kind) {
            return new Where(section, example, sample, item, kind);
        }

        boolean isProse() {
            return kind.isEmpty() || kind.equals("note");
        }

        String place() {
            return Stream.of(section, example, sample, item, kind)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        private static String lower(String words) {
            return words.toLowerCase(Locale.ROOT);
        }
    }
}
