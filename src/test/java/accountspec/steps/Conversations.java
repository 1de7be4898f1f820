package accountspec.steps;

import accountspec.doubles.Trials;
import accountspec.reference.ReferenceEndpoint;
import accountspec.spec.ClauseBook;
import accountspec.trial.Trial;
import accountspec.wire.Wire;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Scenarios that tests play by hand. */
final class Conversations {

    private Conversations() {}

    /** With one caller that need not sign. */
    static Conversation with(Wire wire, String clause) {
        return about(Trials.of(Trials.target(Trials.ALONE), wire), clause);
    }

    /** With everybody of the reference's world. */
    static Conversation withEverybody(String clause) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        String profile = endpoint.profileYaml(URI.create("http://double.test"));
        return about(Trials.of(Trials.target(profile), endpoint::answer), clause);
    }

    private static Conversation about(Trial trial, String clause) {
        return new Conversation(
                trial,
                new Scene(
                        "a scenario",
                        ClauseBook.bundled().require(clause),
                        List.of(clause),
                        List.of(),
                        Optional.empty(),
                        false,
                        id -> true));
    }
}
