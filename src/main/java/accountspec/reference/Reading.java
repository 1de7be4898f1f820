package accountspec.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a member's JSON value is as a text; empty when that is as good as no value. */
interface Reading {

    Optional<String> text(Member member, JsonNode value);

    /** Texts are texts, null is no value, and everything else is refused. */
    static Reading exact() {
        return (member, value) -> {
            if (value.isNull()) {
                return Optional.empty();
            }
            if (!value.isTextual()) {
                throw Fault.SERIALIZATION.because(member.key() + " is not a string");
            }
            return Optional.of(value.textValue());
        };
    }

    /** Reads some values in another way. */
    default Reading but(Predicate<JsonNode> some, Function<JsonNode, Optional<String>> way) {
        return (member, value) -> some.test(value) ? way.apply(value) : text(member, value);
    }

    /** Makes something else of each text. */
    default Reading then(Function<String, Optional<String>> change) {
        return (member, value) -> text(member, value).flatMap(change);
    }
}
