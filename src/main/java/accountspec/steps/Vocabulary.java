package accountspec.steps;

import accountspec.names.Names;
import accountspec.notation.Alphabet;
import accountspec.notation.Notation;
import accountspec.notation.Value;
import accountspec.target.Setup;
import accountspec.trial.Caller;
import io.cucumber.java.ParameterType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of the step language: what stands where a step has a parameter. */
public final class Vocabulary {

    private static final String PARTY = "the account|a caller without permission|an outsider"
            + "|the management account|the delegated administrator|a member|another member";

    private final Conversation conversation;

    public Vocabulary(Conversation conversation) {
        this.conversation = conversation;
    }

    @ParameterType("with all features and trusted access|without trusted access|without all features")
    public Setup setup(String words) {
        return Setup.of(words).orElseThrow();
    }

    @ParameterType(PARTY)
    public Caller party(String name) {
        return conversation.party(name);
    }

    /** Who sends: nobody named means the standalone account. */
    @ParameterType("the request is sent|(?:" + PARTY + ") sends the request")
    public Caller request(String words) {
        String sends = " sends the request";
        return words.endsWith(sends)
                ? conversation.party(words.substring(0, words.length() - sends.length()))
                : conversation.trial().cast().standalone();
    }

    @ParameterType("this request is sent|(?:" + PARTY + ") sends this request")
    public Caller thisRequest(String words) {
        String sends = " sends this request";
        return words.endsWith(sends)
                ? conversation.party(words.substring(0, words.length() - sends.length()))
                : conversation.trial().cast().standalone();
    }

    @ParameterType("its own|an unknown account's|a foreign member's|(?:" + PARTY + ")'s")
    public Whose whose(String words) {
        return new Whose(words);
    }

    @ParameterType("[A-Z][A-Za-z]*")
    public String field(String name) {
        if (!conversation.operation().members().contains(name)) {
            throw new IllegalArgumentException(
                    Names.unknown("member", name, conversation.operation().members()));
        }
        return name;
    }

    @ParameterType("[A-Z][A-Za-z]+")
    public String operation(String name) {
        return name;
    }

    @ParameterType("[A-Z][A-Za-z]+(?:Exception|Error|Failure)")
    public String error(String name) {
        return name;
    }

    /** Text in the features' notation. */
    @ParameterType("\"([^\"]*)\"")
    public String text(String cell) {
        return Notation.read(cell, conversation::accountOf);
    }

    /** JSON as written, but for account numbers. */
    @ParameterType(".+")
    public Value.Json json(String cell) {
        return new Value.Json(Notation.read(cell, conversation::accountOf));
    }

    @ParameterType(Alphabet.FORM)
    public Alphabet alphabet(String words) {
        return Alphabet.of(words);
    }

    @ParameterType(Variation.FORMS)
    public Variation variation(String words) {
        return Variation.of(words, conversation);
    }

    /** One of a party's contacts; of the valid request's type where none is named. */
    @ParameterType("the (?:([A-Z]+) )?contact of (" + PARTY + ")")
    public ContactOf contact(@Nullable String type, String party) {
        return new ContactOf(Optional.ofNullable(type), conversation.party(party));
    }

    /** A contact that a party has, or has not. */
    @ParameterType("(an?|no)(?: ([A-Z]+))? contact")
    public Holding holding(String article, @Nullable String type) {
        return new Holding(!article.equals("no"), Optional.ofNullable(type));
    }

    record Whose(String words) {}

    record ContactOf(Optional<String> type, Caller owner) {}

    record Holding(boolean exists, Optional<String> type) {}
}
