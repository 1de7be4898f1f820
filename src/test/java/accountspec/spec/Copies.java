package accountspec.spec;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A page that looks like one of AWS's, in words of our own; and the many ways in which programs and people copy a page. */
final class Copies {

    static final String FENCE = """
            PaintFence
            Paints a fence. It doesn't dry it.
            Note
            Nobody else paints it.
            Request Syntax
            POST /paintFence HTTP/1.1
            Content-type: application/json
            {
            "Colour": "string
            ",
            "Name": "string
            "
            }
            Request Body
            The request accepts JSON.
            - Colour
            -
            Specifies a "colour".
            Give no
            Name
            ; give thatColour
            instead.To leave it out, don't paint.
            Type: String
            Length Constraints: Minimum length of 1. Maximum length of 9.
            Pattern:
            ^[\\s0-9()+-]+$
            Required: No
            - Name
            -
            Whose fence.
            Valid Values:
            ANN | BOB
            Required: Yes
            Response Syntax
            HTTP/1.1 200
            Response Elements
            If it works, the fence is painted.
            Errors
            See Common Errors.
            - WetPaintException
            -
            Too wet.
            HTTP Status Code: 400
            Examples
            Example 1
            Ann's fence.
            Sample Request
            POST / HTTP/1.1
            X-Amz-Target: Fences2021.PaintFence
            {
            "Name": "Ann"
            }
            Sample Response
            HTTP/1.1 200 OK
            See Also
            For more about fences, see the following:""";

    private Copies() {}

    static Stream<Arguments> of(String page) {
        return Stream.of(
                arguments("with Windows' line ends", page.replace("\n", "\r\n")),
                arguments("with old Macintoshes' line ends", page.replace("\n", "\r")),
                arguments("with empty lines", page.replace("\n", "\n\n\n")),
                arguments("on a single line", page.replace("\n", " ")),
                arguments("with a word on each line", page.replaceAll("\\s+", "\n")),
                arguments("wrapped at 40 columns", page.replaceAll("\\s+", " ").replaceAll("(.{1,40})(?: |$)", "$1\n")),
                arguments("indented with tabs", page.replaceAll("(?m)^", "\t  ")),
                arguments("with no-break spaces", page.replace(' ', '\u00a0')),
                arguments("with spaces of no width", page.replace(" ", " \u200b")),
                arguments("with curly apostrophes", page.replace('\'', '\u2019')),
                arguments("with curly quotes", page.replaceAll("\"(\\w[^\"]*)\"", "\u201c$1\u201d")),
                arguments("with a byte-order mark", "\ufeff" + page),
                arguments("with bullets for its lists", page.replace("\n- ", "\n\u2022 ")),
                arguments(
                        "with no marks for its lists",
                        page.replace("\n-\n", "\n").replace("\n- ", "\n")),
                arguments(
                        "with code and text joined well",
                        page.replace("\n; ", "; ").replace("string\n\"", "string\"")),
                arguments("with the buttons of the web page", page.replaceFirst("\n", "\nPDF\nRSS\nFocus mode\n")));
    }
}
