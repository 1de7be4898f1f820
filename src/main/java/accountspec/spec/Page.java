package accountspec.spec;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A copy of AWS's page, sentence by sentence.
 *
 * <p>How the copy was made does not matter: line breaks, white space, the shape of quotation marks and hyphens, and the dashes of lists
 * make no difference.
 */
public record Page(List<Sentence> sentences) {

    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*<(!doctype|html|\\?xml|head|body|div)\\b.*|.*</(p|div|html)>.*");

    private static final int LIMIT = 1_000_000;

    public Page {
        sentences = List.copyOf(sentences);
    }

    /**
     * One thing that the page says: a sentence, a constraint, a line of a sample.
     *
     * @param place section, member and kind, such as {@code Request Body, EmailAddress, pattern}
     * @param text AWS's words, which belong to whoever made the copy: show them to their owner, store them nowhere
     */
    public record Sentence(String place, String text) {

        /** The same for every copy of the sentence, and tells nothing of its words. */
        public String fingerprint() {
            return Fingerprint.of(text);
        }
    }

    /** @throws SpecException when the text is not a copy of the page as text */
    public static Page of(String text) {
        return named("this text", text);
    }

    /** @throws SpecException when the file cannot be read, or is not a copy of the page as text */
    public static Page load(Path file) {
        try {
            if (Files.size(file) > LIMIT) {
                throw new SpecException(file + ": is " + Files.size(file) / LIMIT
                        + " MB long; the page is a few kilobytes of plain text");
            }
            return named(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new SpecException(file + ": not text in UTF-8; save the page as plain text in UTF-8", e);
        } catch (NoSuchFileException e) {
            throw new SpecException(
                    file + ": no such file"
                            + (file.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath()),
                    e);
        } catch (IOException e) {
            throw new SpecException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Page named(String name, String text) {
        if (HTML.matcher(text).matches()) {
            throw new SpecException(name + ": is HTML; open it in a browser, and save or paste the page as plain text");
        }
        var sentences = PageReader.sentences(text);
        if (sentences.isEmpty()) {
            throw new SpecException(name
                    + ": is no copy of the page: it has none of the headings Request Syntax, Request Body and Errors;"
                    + " save the page as plain text, from its title on");
        }
        return new Page(sentences);
    }

    /** The same for every copy of the page. */
    public String sha256() {
        return Fingerprint.ofPage(sentences.stream()
                .map(s -> new Fingerprint.Placed(s.place, s.fingerprint()))
                .toList());
    }
}
