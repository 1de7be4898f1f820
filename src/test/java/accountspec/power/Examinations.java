package accountspec.power;

import accountspec.cause.Cause;
import accountspec.reference.Behaviour;
import accountspec.reference.Flaw;
import accountspec.run.Depth;
import accountspec.run.Script;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import java.util.List;

/** Endpoints with flaws, judged and looked into. */
public final class Examinations {

    private static final Duel DUEL = new Duel(Script.load(), ClauseBook.bundled());

    private Examinations() {}

    /** An endpoint with all of these flaws at once. */
    public static Duel.Examined of(String... flaws) {
        return at(Depth.FULL, flaws);
    }

    public static Duel.Examined at(Depth depth, String... flaws) {
        Behaviour behaviour = Behaviour.right();
        for (String flaw : flaws) {
            behaviour = Flaw.named(flaw).orElseThrow().change().apply(behaviour);
        }
        return of(depth, behaviour);
    }

    public static Duel.Examined of(Depth depth, Behaviour behaviour) {
        return DUEL.examined(behaviour, Selection.all(depth));
    }

    /** The causes in words, what is only advice marked. */
    public static List<String> causes(Duel.Examined examined) {
        return examined.diagnosis().causes().stream()
                .map(cause -> (cause.isAdvisory() ? "advice: " : "") + cause.sentence())
                .toList();
    }

    public static List<Cause> all(Duel.Examined examined) {
        return examined.diagnosis().causes();
    }
}
