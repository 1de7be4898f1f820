package accountspec.reference;

import static accountspec.reference.Flaw.flaw;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.reference.Answers.ErrorForm;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can go wrong with each of the four errors: its status, its name, its form. */
final class ErrorFlaws {

    private static final String NAME = "x-amzn-ErrorType";
    private static final String UNNAMED = "PAC-COMMON-2";
    private static final String NO_JSON = "PAC-COMMON-3";

    /**
     * One of the errors, as flaws speak of it.
     *
     * @param called the clause about its name
     * @param status the clause about its status
     */
    private record Kind(
            Fault fault, String name, String called, String status, List<Integer> wrong, List<String> mistaken) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    Fault.VALIDATION,
                    "validation",
                    "PAC-VALIDATION-1",
                    "PAC-VALIDATION-2",
                    List.of(200, 404, 422),
                    List.of("InvalidParameterException", "ValidationError")),
            new Kind(
                    Fault.ACCESS_DENIED,
                    "access-denied",
                    "PAC-ACCESS-1",
                    "PAC-ACCESS-2",
                    List.of(200, 400, 401),
                    List.of("AccessDenied", "UnauthorizedException")),
            new Kind(
                    Fault.TOO_MANY_REQUESTS,
                    "throttle",
                    "PAC-THROTTLE-1",
                    "PAC-THROTTLE-2",
                    List.of(200, 400, 503),
                    List.of("ThrottlingException", "InternalServerException")),
            new Kind(
                    Fault.INTERNAL,
                    "failure",
                    "PAC-INTERNAL-1",
                    "PAC-INTERNAL-2",
                    List.of(200, 400, 503),
                    List.of("InternalFailure", "TooManyRequestsException")));

    private ErrorFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(
                        KINDS.stream().flatMap(ErrorFlaws::of),
                        Stream.of(confused(), invalid(), successful()),
                        nowAndThen(),
                        KINDS.stream().skip(2).map(ErrorFlaws::blamed),
                        everyError())
                .flatMap(family -> family);
    }

    private static Stream<Flaw> of(Kind kind) {
        return Stream.of(
                        kind.wrong().stream().map(status -> status(kind, status)),
                        kind.mistaken().stream().map(name -> mistaken(kind, name)),
                        forms(kind))
                .flatMap(family -> family);
    }

    private static Flaw status(Kind kind, int status) {
        return form(
                kind,
                "has-status-" + status,
                "has the status " + status,
                List.of(kind.status()),
                right -> (fault, reason) -> right.of(new Fault(fault.name(), status), reason));
    }

    private static Flaw mistaken(Kind kind, String name) {
        return form(
                kind,
                "is-called-" + kebab(name),
                "is called " + name,
                Stream.concat(Stream.of(kind.called(), kind.status()), taken(name))
                        .toList(),
                right -> (fault, reason) -> right.of(new Fault(name, fault.status()), reason));
    }

    /** It looks like the refusal of a caller at fault, and right requests are accepted all the same. */
    private static Flaw blamed(Kind kind) {
        return form(
                kind,
                "is-a-validation-exception",
                "is a ValidationException",
                List.of(kind.called()),
                right -> (fault, reason) -> right.of(Fault.VALIDATION, reason));
    }

    /** The one confusion that a refusal of a missing member shows as well. */
    private static Flaw confused() {
        return mistaken(KINDS.get(0), Fault.ACCESS_DENIED.name())
                .also("PAC-EMAIL-1", "PAC-NAME-1", "PAC-PHONE-1", "PAC-TITLE-1");
    }

    private static Flaw invalid() {
        return flaw(
                "callers-without-permission-are-invalid",
                "A caller without permission is answered with a ValidationException.",
                List.of("PAC-ACCESS-1"),
                b -> b.authority(right ->
                        Authority.documented().answering(Authority.Check.CALLER_HAS_PERMISSION, Fault.VALIDATION)));
    }

    /** An error that only people can tell from a success is accepted, and that alone is said of it. */
    private static Flaw successful() {
        Fault trouble = new Fault("Trouble", 200);
        return flaw(
                "phone-breach-is-a-success-that-says-error",
                "What is wrong with a phone number is answered with the status 200 and a body that speaks of an error.",
                List.of("PAC-PHONE-3", "PAC-PHONE-1", "PAC-PHONE-2"),
                b -> b.rule(Member.PHONE_NUMBER, r -> r.answering(trouble))
                        .answers(a -> a.errors(right -> (fault, reason) -> fault.equals(trouble)
                                ? Answers.json(
                                        200,
                                        JsonNodeFactory.instance.objectNode().put("error", reason))
                                : right.of(fault, reason))));
    }

    /** Where it takes the name of another of the errors, it shows under what is said of that one as well. */
    private static Stream<String> taken(String name) {
        return KINDS.stream()
                .filter(other -> other.fault().name().equals(name))
                .flatMap(other -> Stream.of(other.called(), other.status()));
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Stream<Flaw> forms(Kind kind) {
        List<String> unnamed = List.of(UNNAMED, kind.called(), kind.status());
        List<String> unnamedAndNoJson = List.of(UNNAMED, NO_JSON, kind.called(), kind.status());
        List<String> noJson = List.of(NO_JSON);
        return Stream.of(
                form(
                        kind,
                        "has-no-name",
                        "does not say its name",
                        unnamed,
                        right -> (fault, reason) -> Answers.json(
                                fault.status(),
                                JsonNodeFactory.instance.objectNode().put("message", reason))),
                form(
                        kind,
                        "has-its-name-in-small-letters",
                        "has its name in small letters",
                        List.of(kind.called(), kind.status()),
                        right -> (fault, reason) ->
                                right.of(new Fault(fault.name().toLowerCase(Locale.ROOT), fault.status()), reason)),
                form(
                        kind,
                        "says-nothing-at-all",
                        "has neither a name nor a body",
                        unnamedAndNoJson,
                        right -> (fault, reason) -> Received.of(fault.status(), List.of(), new byte[0])),
                form(
                        kind,
                        "is-a-page",
                        "is a page of HTML without a name",
                        unnamedAndNoJson,
                        right -> (fault, reason) -> Answers.answer(
                                fault.status(),
                                "text/html",
                                "<html><body><h1>" + fault.status() + "</h1></body></html>")),
                form(
                        kind,
                        "is-xml",
                        "is XML as older AWS services have it",
                        unnamedAndNoJson,
                        right -> (fault, reason) -> Answers.answer(
                                fault.status(),
                                "text/xml",
                                "<ErrorResponse><Error><Code>" + fault.name() + "</Code></Error></ErrorResponse>")),
                form(kind, "has-an-empty-body", "has a name but no body", noJson, named("application/json", "")),
                form(kind, "is-plain-text", "has plain text for a body", noJson, named("text/plain", "Refused")),
                form(
                        kind,
                        "has-a-list-for-a-body",
                        "has a JSON list for a body",
                        noJson,
                        named("application/json", "[]")));
    }

    private static Change named(String type, String body) {
        return right -> (fault, reason) -> Answers.answer(fault.status(), type, body, new Header(NAME, fault.name()));
    }

    private interface Change {
        ErrorForm of(ErrorForm right);
    }

    private static Flaw form(Kind kind, String name, String what, List<String> clauses, Change change) {
        return flaw(
                kind.name() + "-" + name,
                "The answer with " + kind.fault().name() + " " + what + ".",
                clauses,
                b -> b.answers(a -> a.errors(only(kind.fault()::equals, change))));
    }

    private static UnaryOperator<ErrorForm> only(Predicate<Fault> some, Change change) {
        return right -> {
            ErrorForm wrong = change.of(right);
            return (fault, reason) -> (some.test(fault) ? wrong : right).of(fault, reason);
        };
    }

    /** What nobody provoked, while that which is provoked is told rightly. */
    private static Stream<Flaw> nowAndThen() {
        Kind throttle = KINDS.get(2);
        Kind failure = KINDS.get(3);
        ErrorForm page = (fault, reason) ->
                Answers.answer(fault.status(), "text/html", "<html><body><h1>Sorry</h1></body></html>");
        ErrorForm text = (fault, reason) ->
                Answers.answer(fault.status(), "text/plain", "Sorry", new Header(NAME, fault.name()));
        return Stream.of(
                nowAndThen(
                        "throttled-with-a-page",
                        "throttled with a page of HTML",
                        throttle.fault(),
                        page,
                        UNNAMED,
                        NO_JSON),
                nowAndThen("throttled-in-plain-text", "throttled in plain text", throttle.fault(), text, NO_JSON),
                nowAndThen(
                        "throttled-under-another-name",
                        "throttled with a ThrottlingException of status 429",
                        new Fault("ThrottlingException", 429),
                        ErrorForm.aws(),
                        throttle.called()),
                nowAndThen(
                        "throttled-with-status-400",
                        "throttled with a TooManyRequestsException of status 400",
                        new Fault(throttle.fault().name(), 400),
                        ErrorForm.aws(),
                        throttle.status()),
                nowAndThen(
                        "failing-with-a-page",
                        "answered with a page of HTML that says 500",
                        failure.fault(),
                        page,
                        UNNAMED,
                        NO_JSON),
                nowAndThen(
                        "failing-under-another-name",
                        "answered with a RuntimeException of status 500",
                        new Fault("RuntimeException", 500),
                        ErrorForm.aws(),
                        failure.called()),
                nowAndThen(
                        "failing-with-status-503",
                        "answered with an InternalServerException of status 503",
                        new Fault(failure.fault().name(), 503),
                        ErrorForm.aws(),
                        failure.status()));
    }

    private static Flaw nowAndThen(String name, String what, Fault fault, ErrorForm form, String... clauses) {
        return flaw(
                "now-and-then-" + name,
                "Every fifteenth request is " + what + ", and in order when it is sent again.",
                List.of(clauses),
                b -> ConductVariants.nowAndThen(b, fault, form));
    }

    private static Stream<Flaw> everyError() {
        // That of a ValidationException comes first.
        List<String> statuses = KINDS.stream().map(Kind::status).toList();
        List<String> names = Stream.concat(
                        Stream.of(UNNAMED), KINDS.stream().flatMap(k -> Stream.of(k.called(), k.status())))
                .toList();
        return Stream.of(
                every(
                        "every-error-is-400",
                        "Every error has the status 400.",
                        statuses.stream().skip(1).toList(),
                        right -> (fault, reason) -> right.of(new Fault(fault.name(), 400), reason)),
                every(
                        "every-error-is-200",
                        "Every error has the status 200.",
                        statuses,
                        right -> (fault, reason) -> right.of(new Fault(fault.name(), 200), reason)),
                every(
                        "every-error-is-unnamed",
                        "No error says its name.",
                        names,
                        right -> (fault, reason) -> Answers.json(
                                fault.status(),
                                JsonNodeFactory.instance.objectNode().put("message", reason))),
                every(
                        "every-error-is-plain-text",
                        "Every error has plain text for a body.",
                        List.of(NO_JSON),
                        named("text/plain", "Refused")));
    }

    private static Flaw every(String name, String says, List<String> clauses, Change change) {
        return flaw(name, says, clauses, b -> b.answers(a -> a.errors(only(any -> true, change))));
    }
}
