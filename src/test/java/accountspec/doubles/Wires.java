package accountspec.doubles;

import accountspec.exchange.Answer;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.exchange.Silence;
import accountspec.reference.Behaviour;
import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.Time;
import accountspec.reference.World;
import accountspec.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Targets in memory, most of them wrong in one way. */
public final class Wires {

    private Wires() {}

    // ---- whole targets

    /** Does what the page says, for one caller that need not sign. */
    public static Wire right() {
        return ReferenceEndpoint.of(World.standard().unsigned(), Behaviour.right(), Time.real())::answer;
    }

    /** Says yes to everything, and keeps nothing. */
    public static Wire acceptingEverything() {
        return request -> answer(200, "");
    }

    /** Says no to everything. */
    public static Wire refusingEverything() {
        return request -> error(400, "ValidationException");
    }

    public static Wire deaf() {
        return request -> new Silence(Silence.Kind.UNREACHABLE, "connection refused");
    }

    public static Wire alwaysAnswering(Answer answer) {
        return request -> answer;
    }

    /** Answers with these, one after another; the last one for ever. */
    public static Wire answeringInTurn(Answer... answers) {
        AtomicInteger asked = new AtomicInteger();
        return request -> answers[Math.min(asked.getAndIncrement(), answers.length - 1)];
    }

    // ---- what is wrong with others

    /** Answers the first requests otherwise, whatever they are. */
    public static Wire atFirst(int times, Answer answer, Wire then) {
        AtomicInteger asked = new AtomicInteger();
        return request -> asked.getAndIncrement() < times ? answer : then.send(request);
    }

    public static Wire answering(Predicate<Sent> which, Answer answer, Wire others) {
        return request -> which.test(request) ? answer : others.send(request);
    }

    public static Wire changingAnswers(UnaryOperator<Received> change, Wire of) {
        return request -> {
            Answer answer = of.send(request);
            return answer instanceof Received received ? change.apply(received) : answer;
        };
    }

    /** Gives the errors of one name another. */
    public static Wire calling(String error, String otherwise, Wire of) {
        return changingAnswers(
                answer ->
                        answer.header("x-amzn-ErrorType").filter(error::equals).isPresent()
                                ? error(answer.status(), otherwise)
                                : answer,
                of);
    }

    /** Takes its time, which nobody has to wait for. */
    public static Wire taking(Duration each, ImaginedTime time, Wire of) {
        return request -> {
            time.goBy(each);
            return of.send(request);
        };
    }

    /** Shows what was put only once so many reads have been made since. */
    public static Wire lagging(int reads, Wire of) {
        return new Wire() {
            private final List<Sent> late = new ArrayList<>();
            private int read;

            @Override
            public Answer send(Sent request) {
                if (isPut(request)) {
                    late.add(request);
                    read = 0;
                    return answer(200, "");
                }
                if (isGet(request) && read++ >= reads) {
                    late.forEach(of::send);
                    late.clear();
                }
                return of.send(request);
            }
        };
    }

    // ---- requests

    public static boolean isPut(Sent request) {
        return request.target().contains("/putAlternateContact");
    }

    public static boolean isGet(Sent request) {
        return request.target().contains("/getAlternateContact");
    }

    public static boolean isDelete(Sent request) {
        return request.target().contains("/deleteAlternateContact");
    }

    public static boolean says(Sent request, String text) {
        return text(request).contains(text);
    }

    public static String text(Sent request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    // ---- answers

    public static boolean named(Received answer, String error) {
        return answer.header("x-amzn-ErrorType").filter(error::equals).isPresent();
    }

    public static boolean says(Received answer, String text) {
        return text(answer).contains(text);
    }

    public static String text(Received answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    public static Received answer(int status, String body, Header... headers) {
        return Received.of(status, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
    }

    public static Received error(int status, String name) {
        return answer(
                status,
                "{\"message\":\"no\"}",
                new Header("Content-Type", "application/json"),
                new Header("x-amzn-ErrorType", name));
    }

    public static Received throttled() {
        return error(429, "TooManyRequestsException");
    }

    public static Received failed() {
        return error(500, "InternalServerException");
    }
}
