package accountspec.measure;

import accountspec.operation.Documented;
import accountspec.operation.Operation;
import accountspec.trial.Sending;
import accountspec.trial.Trial;
import accountspec.verdict.Unproven;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Measures a target once its scenarios are over.
 *
 * <p>First comes what the run has told already. Only where a clause deviates are more requests spent, at most a dozen on
 * each limit; none of them changes a verdict.
 */
public final class Measurement {

    private final Trial trial;
    private final Set<String> deviating;
    private final boolean mayAsk;
    private final List<Sending> met;
    private final Probes.Line line;

    private Measurement(Trial trial, Set<String> deviating, boolean mayAsk) {
        this.trial = trial;
        this.deviating = deviating;
        this.mayAsk = mayAsk;
        this.met = trial.answered();
        this.line = new Probes.Line(trial);
    }

    /**
     * @param deviating ids of the clauses that the target was found to break
     * @param mayAsk whether any requests may be spent
     */
    public static Measured of(Trial trial, Set<String> deviating, boolean mayAsk) {
        return new Measurement(trial, deviating, mayAsk && trial.hopeless().isEmpty()).measured();
    }

    private Measured measured() {
        trial.enter(Probes.PURPOSE);
        Map<String, LengthMeasure> lengths = new LinkedHashMap<>();
        Map<String, CharacterMeasure> characters = new LinkedHashMap<>();
        try {
            documented().members().forEach((member, rules) -> {
                rules.limits().ifPresent(length -> lengths.put(member, length(member, rules, length)));
                rules.form().ifPresent(form -> characters.put(member, characters(member, rules, form)));
            });
        } catch (Unproven nobodyToCallAs) {
            // Then nothing was sent, and there is nothing to tell.
        }
        return new Measured(
                trial.operation(),
                Collections.unmodifiableMap(lengths),
                Collections.unmodifiableMap(characters),
                effect(),
                Kinds.of(trial.operation(), met),
                Answers.of(met));
    }

    private Documented documented() {
        return trial.operation().documented();
    }

    private LengthMeasure length(String member, Documented.Member rules, Documented.Length length) {
        return new LengthSearch(length, isLawful(rules), questions(member, length.clauses())).found();
    }

    private CharacterMeasure characters(String member, Documented.Member rules, Documented.Form form) {
        int longest = rules.limits().map(Documented.Length::most).orElse(Integer.MAX_VALUE);
        return new CharacterSearch(form, longest, questions(member, form.clauses())).found();
    }

    private Optional<EffectMeasure> effect() {
        Optional<Documented.Group> effect = documented().leaves();
        return effect.filter(group -> mayAsk && deviates(group.clauses()))
                .flatMap(group -> new EffectSearch(Probes.of(line)).found());
    }

    private Questions questions(String member, List<String> clauses) {
        boolean asks = mayAsk && !member.equals(Operation.ACCOUNT) && deviates(clauses);
        return new Questions(
                member,
                Evidence.of(member, met, trial.cast().standalone()),
                asks ? Probes.of(line) : Probes.none(line));
    }

    private boolean deviates(List<String> clauses) {
        return clauses.stream().anyMatch(deviating::contains);
    }

    private static Predicate<String> isLawful(Documented.Member rules) {
        return text -> rules.form().map(form -> form.allows(text)).orElse(true);
    }
}
