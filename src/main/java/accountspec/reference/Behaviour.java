package accountspec.reference;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Everything an endpoint could do otherwise, as values: a flaw or a variant is a change of one of them. */
public final class Behaviour {

    private static final Behaviour RIGHT = new Behaviour(
            Intake.documented(),
            MemberRule.documented(),
            Authority.documented(),
            Keeping.faithful(),
            Answers.documented(),
            Conduct.proper());

    private final Intake intake;
    private final Map<Member, MemberRule> rules;
    private final Authority authority;
    private final Keeping keeping;
    private final Answers answers;
    private final Conduct conduct;

    private Behaviour(
            Intake intake,
            Map<Member, MemberRule> rules,
            Authority authority,
            Keeping keeping,
            Answers answers,
            Conduct conduct) {
        this.intake = intake;
        this.rules = rules;
        this.authority = authority;
        this.keeping = keeping;
        this.answers = answers;
        this.conduct = conduct;
    }

    /** As the page says. */
    public static Behaviour right() {
        return RIGHT;
    }

    /** How the server marks the end of an answer. */
    public Framing framing() {
        return conduct.framing();
    }

    Intake intake() {
        return intake;
    }

    MemberRule rule(Member member) {
        return rules.get(member);
    }

    Authority authority() {
        return authority;
    }

    Keeping keeping() {
        return keeping;
    }

    Answers answers() {
        return answers;
    }

    Conduct conduct() {
        return conduct;
    }

    Behaviour intake(UnaryOperator<Intake> change) {
        return new Behaviour(change.apply(intake), rules, authority, keeping, answers, conduct);
    }

    Behaviour rule(Member member, UnaryOperator<MemberRule> change) {
        Map<Member, MemberRule> changed = new EnumMap<>(rules);
        changed.compute(member, (m, rule) -> change.apply(rule));
        return new Behaviour(intake, changed, authority, keeping, answers, conduct);
    }

    Behaviour authority(UnaryOperator<Authority> change) {
        return new Behaviour(intake, rules, change.apply(authority), keeping, answers, conduct);
    }

    Behaviour keeping(UnaryOperator<Keeping> change) {
        return new Behaviour(intake, rules, authority, change.apply(keeping), answers, conduct);
    }

    Behaviour answers(UnaryOperator<Answers> change) {
        return new Behaviour(intake, rules, authority, keeping, change.apply(answers), conduct);
    }

    /** Behaves otherwise towards some requests, from the moment that they have been read. */
    Behaviour towards(Predicate<Conduct.Circumstance> some, UnaryOperator<Behaviour> change) {
        Behaviour other = change.apply(this);
        return conduct(c -> c.mood((circumstance, usual) -> some.test(circumstance) ? other : usual));
    }

    Behaviour conduct(UnaryOperator<Conduct> change) {
        return new Behaviour(intake, rules, authority, keeping, answers, change.apply(conduct));
    }
}
