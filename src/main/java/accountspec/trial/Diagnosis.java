package accountspec.trial;

import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import accountspec.operation.Operation.Departure;
import accountspec.outcome.Outcome.Accepted;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Why a target refuses a valid request, where a handful of others can show it.
 *
 * @param clause the clause that the refusal is a breach of
 * @param refused the valid request that was refused
 * @param accepted in words, what the same request had to be sent like
 */
public record Diagnosis(String clause, Sending refused, String accepted) {

    /** What was refused, and what was accepted instead. */
    public String told() {
        return refused.outcome().told() + ", but accepted " + accepted;
    }

    /**
     * Sends the refused request again in every other way that somebody might ask for, until one is accepted.
     *
     * @param ask sends a request, and takes the first answer
     */
    static Optional<Diagnosis> of(Sending refused, Draft valid, Cast cast, Function<Request, Sending> ask) {
        return valid.operation().instead().stream()
                .filter(departure -> request(departure, refused, valid, cast)
                        .map(ask)
                        .filter(sending -> sending.outcome() instanceof Accepted)
                        .isPresent())
                .findFirst()
                .map(departure -> new Diagnosis(departure.clause(), refused, departure.told()));
    }

    private static Optional<Request> request(Departure departure, Sending refused, Draft valid, Cast cast) {
        Operation operation = valid.operation();
        Form form = departure.from(Form.documented(operation));
        if (departure.named()) {
            return cast.giver().map(giver -> naming(giver, valid, form));
        }
        if (departure.refusedTo().isPresent()) {
            return cast.giver()
                    .map(Map.Entry::getKey)
                    .filter(giver -> departure
                            .refusedTo()
                            .get()
                            .equals(refused.request().caller().name()))
                    .map(giver -> new Request(giver, valid, form, "diagnosis", false));
        }
        return Optional.of(new Request(refused.request().caller(), valid, form, "diagnosis", false));
    }

    private static Request naming(Map.Entry<Caller, Caller> giver, Draft valid, Form form) {
        String member = giver.getValue().account().orElseThrow();
        return new Request(giver.getKey(), valid.about(member), form, "diagnosis", false);
    }
}
