package accountspec;

import accountspec.steps.ContactSteps;
import accountspec.steps.OutcomeSteps;
import accountspec.steps.RequestSteps;
import accountspec.steps.Vocabulary;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every form of step that there is. */
record Language(List<Expression> forms) {

    static Language spoken() {
        ParameterTypeRegistry words = new ParameterTypeRegistry(Locale.ENGLISH);
        for (Method method : Vocabulary.class.getMethods()) {
            io.cucumber.java.ParameterType word = method.getAnnotation(io.cucumber.java.ParameterType.class);
            if (word != null) {
                CaptureGroupTransformer<String> captured = groups ->
                        String.join(" ", Stream.of(groups).map(String::valueOf).toList());
                words.defineParameterType(new ParameterType<>(
                        method.getName(), List.of(word.value()), String.class, captured, false, false));
            }
        }
        ExpressionFactory expressions = new ExpressionFactory(words);
        return new Language(Stream.of(RequestSteps.class, ContactSteps.class, OutcomeSteps.class)
                .flatMap(steps -> Stream.of(steps.getMethods()))
                .flatMap(method -> wording(method).stream())
                .map(expressions::createExpression)
                .toList());
    }

    private static Optional<String> wording(Method method) {
        return Stream.of(
                        Optional.ofNullable(method.getAnnotation(Given.class)).map(Given::value),
                        Optional.ofNullable(method.getAnnotation(When.class)).map(When::value),
                        Optional.ofNullable(method.getAnnotation(Then.class)).map(Then::value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The forms that a step can be read as; there should be just one. */
    List<String> readings(String step) {
        return forms.stream()
                .filter(form -> form.match(step) != null)
                .map(Expression::getSource)
                .toList();
    }
}
