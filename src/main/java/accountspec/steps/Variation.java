package accountspec.steps;

import accountspec.notation.Notation;
import accountspec.notation.Value;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Form.Signature;
import accountspec.operation.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One way of writing or sending a request that is, or should be, the same request.
 *
 * @param draft what it changes in the values
 * @param form what it changes in how they are written and sent
 */
record Variation(UnaryOperator<Draft> draft, UnaryOperator<Form> form) {

    private static final int MEGABYTE = 1_000_000;

    private static final Map<String, Signature> SIGNATURES = Map.of(
            "unsigned", Signature.NONE,
            "signed with a wrong secret", Signature.WRONG_SECRET,
            "signed with an unknown key", Signature.UNKNOWN_KEY,
            "signed an hour ago", Signature.AN_HOUR_AGO,
            "signed for another region", Signature.OTHER_REGION,
            "signed for another service", Signature.OTHER_SERVICE,
            "signed before its body was changed", Signature.OF_ANOTHER_BODY);

    /** A way of saying it, and what it does; the groups are those of the words. */
    private record Wording(Pattern words, Meaning meaning) {}

    @FunctionalInterface
    private interface Meaning {
        Variation of(Matcher words, Conversation conversation);
    }

    private static Wording wording(String words, Meaning meaning) {
        return new Wording(Pattern.compile(words), meaning);
    }

    private static Wording written(String words, UnaryOperator<Form> form) {
        return wording(words, (groups, conversation) -> formed(groups.group(), form));
    }

    private static final List<Wording> WORDINGS = List.of(
            written("with its members in reverse order", form -> form.withBody(Json::reversed)),
            written("with white space around every part", form -> form.withBody(Json::spaced)),
            written("with every character as a \\\\u escape", form -> form.withBody(Json::escaped)),
            written("after a byte-order mark", form -> form.withBody(Json::afterByteOrderMark)),
            written("padded to 1 MB", form -> form.withBody(draft -> Json.padded(draft, MEGABYTE))),
            written("without a content type", form -> form.withContentType(Optional.empty())),
            wording("with the unknown member \"([^\"]+)\"", (words, conversation) -> {
                String member = words.group(1);
                return formed(words.group(), form -> form.withBody(draft -> Json.withUnknown(draft, member)));
            }),
            wording("with ([A-Z][A-Za-z]*) given twice", (words, conversation) -> {
                String member = words.group(1);
                return formed(words.group(), form -> {
                    String first =
                            conversation.trial().validDraft().text(member).orElse("");
                    return form.withBody(draft -> Json.withTwice(draft, member, first));
                });
            }),
            wording(
                    "with ([A-Z][A-Za-z]*) as the bytes ([0-9A-F]{2}(?: [0-9A-F]{2})*)",
                    (words, conversation) -> {
                        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(words.group(2));
                        return drafted(draft -> draft.with(words.group(1), new Value.Bytes(bytes)));
                    }),
            wording("as the body \"([^\"]*)\"", (words, conversation) -> {
                String body = Notation.read(words.group(1), conversation::accountOf);
                return formed(
                        "as the body \"" + words.group(1) + "\"",
                        form -> form.withBody(draft -> body.getBytes(StandardCharsets.UTF_8)));
            }),
            wording("with the content type \"([^\"]*)\"", (words, conversation) -> {
                String type = Notation.read(words.group(1), conversation::accountOf);
                return formed(words.group(), form -> form.withContentType(Optional.of(type)));
            }),
            wording(
                    "by the method ([A-Z]+)",
                    (words, conversation) -> formed(words.group(), form -> form.withMethod(words.group(1)))),
            wording(
                    "at the path \"([^\"]*)\"",
                    (words, conversation) -> formed(words.group(), form -> form.withPath(words.group(1)))),
            wording(
                    SIGNATURES.keySet().stream().sorted().collect(Collectors.joining("|")),
                    (words, conversation) ->
                            formed(words.group(), form -> form.withSignature(SIGNATURES.get(words.group())))));

    /** All the wordings, for a step's parameter; none of them can be taken for another form of step. */
    static final String FORMS = "with its members in reverse order|with white space around every part"
            + "|with every character as a \\\\u escape|after a byte-order mark|padded to 1 MB|without a content type"
            + "|with the unknown member \"[^\"]+\"|with [A-Z][A-Za-z]* given twice"
            + "|with [A-Z][A-Za-z]* as the bytes [0-9A-F]{2}(?: [0-9A-F]{2})*|as the body \"[^\"]*\""
            + "|with the content type \"[^\"]*\"|by the method [A-Z]+|at the path \"[^\"]*\""
            + "|unsigned|signed (?:with a wrong secret|with an unknown key|an hour ago|for another region"
            + "|for another service|before its body was changed)";

    static Variation of(String words, Conversation conversation) {
        for (Wording wording : WORDINGS) {
            Matcher matcher = wording.words.matcher(words);
            if (matcher.matches()) {
                return wording.meaning.of(matcher, conversation);
            }
        }
        throw new IllegalArgumentException("no variation is worded '" + words + "'");
    }

    private static Variation formed(String told, UnaryOperator<Form> form) {
        return new Variation(
                UnaryOperator.identity(), before -> form.apply(before).told(told));
    }

    private static Variation drafted(UnaryOperator<Draft> draft) {
        return new Variation(draft, UnaryOperator.identity());
    }
}
