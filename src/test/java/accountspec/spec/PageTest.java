package accountspec.spec;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PageTest {

    @Test
    void a_page_is_sentences_constraints_and_lines_of_samples_each_in_its_place() {
        assertThat(
                Page.of(Copies.FENCE).sentences().stream()
                        .map(s -> s.place() + " | " + s.text())
                        .toList(),
                contains(
                        "Title | PaintFence",
                        "Introduction | Paints a fence.",
                        "Introduction | It doesn't dry it.",
                        "Introduction, note | Nobody else paints it.",
                        "Request Syntax, request line | POST /paintFence HTTP/1.1",
                        "Request Syntax, header | Content-type: application/json",
                        "Request Syntax, Colour | \"Colour\": \"string \"",
                        "Request Syntax, Name | \"Name\": \"string \"",
                        "Request Body | The request accepts JSON.",
                        "Request Body, Colour, name | Colour",
                        "Request Body, Colour | Specifies a \"colour\".",
                        "Request Body, Colour | Give no Name ; give thatColour instead.",
                        "Request Body, Colour | To leave it out, don't paint.",
                        "Request Body, Colour, type | Type: String",
                        "Request Body, Colour, length constraints | Length Constraints: Minimum length of 1. Maximum length of 9.",
                        "Request Body, Colour, pattern | Pattern: ^[\\s0-9()+-]+$",
                        "Request Body, Colour, required | Required: No",
                        "Request Body, Name, name | Name",
                        "Request Body, Name | Whose fence.",
                        "Request Body, Name, valid values | Valid Values: ANN | BOB",
                        "Request Body, Name, required | Required: Yes",
                        "Response Syntax, status line | HTTP/1.1 200",
                        "Response Elements | If it works, the fence is painted.",
                        "Errors | See Common Errors.",
                        "Errors, WetPaintException, name | WetPaintException",
                        "Errors, WetPaintException | Too wet.",
                        "Errors, WetPaintException, status code | HTTP Status Code: 400",
                        "Examples, Example 1 | Ann's fence.",
                        "Examples, Example 1, sample request, request line | POST / HTTP/1.1",
                        "Examples, Example 1, sample request, header | X-Amz-Target: Fences2021.PaintFence",
                        "Examples, Example 1, sample request, Name | \"Name\": \"Ann\"",
                        "Examples, Example 1, sample response, status line | HTTP/1.1 200 OK",
                        "See Also | For more about fences, see the following:"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("copies")
    void another_copy_of_the_same_page_is_the_same_page(String how, String copy) {
        assertThat(Page.of(copy).sha256(), is(Page.of(Copies.FENCE).sha256()));
    }

    static Stream<Arguments> copies() {
        return Copies.of(Copies.FENCE);
    }

    @Test
    void another_word_is_another_page() {
        assertThat(
                Page.of(Copies.FENCE.replace("Too wet", "Too dry"))
                        .sha256()
                        .equals(Page.of(Copies.FENCE).sha256()),
                is(false));
    }

    @Test
    void HTML_is_refused() {
        assertThat(
                complaint(() -> Page.of("<!DOCTYPE html>\n<html><body>Request Syntax</body></html>")),
                is("this text: is HTML; open it in a browser, and save or paste the page as plain text"));
    }

    @Test
    void a_text_that_is_no_operation_page_is_refused() {
        for (var text : new String[] {"", "Dear diary, today I made a Request."}) {
            assertThat(
                    complaint(() -> Page.of(text)),
                    is(
                            "this text: is no copy of the page: it has none of the headings Request Syntax, Request Body and Errors;"
                                    + " save the page as plain text, from its title on"));
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_named(@TempDir Path folder) throws IOException {
        var missing = folder.resolve("missing.txt");
        assertThat(complaint(() -> Page.load(missing)), is(missing + ": no such file"));
        var latin = Files.write(folder.resolve("latin.txt"), "Fa\u00e7ade".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(
                complaint(() -> Page.load(latin)),
                is(latin + ": not text in UTF-8; save the page as plain text in UTF-8"));
        var long_ = Files.write(folder.resolve("long.txt"), new byte[3_000_000]);
        assertThat(
                complaint(() -> Page.load(long_)),
                is(long_ + ": is 3 MB long; the page is a few kilobytes of plain text"));
    }

    private static String complaint(Executable work) {
        return assertThrows(SpecException.class, work).getMessage();
    }
}
