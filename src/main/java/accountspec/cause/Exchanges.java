package accountspec.cause;

import accountspec.exchange.Exchange;
import accountspec.outcome.Outcome;
import accountspec.verdict.Deviation;
import java.util.List;
import java.util.Optional;

/** The exchanges of a run, in the order of their numbers. */
record Exchanges(List<Exchange> exchanges) {

    Optional<Exchange> of(Deviation deviation) {
        return deviation.request() < 1 || deviation.request() > exchanges.size()
                ? Optional.empty()
                : Optional.of(exchanges.get(deviation.request() - 1));
    }

    Optional<Outcome> outcome(Deviation deviation) {
        return of(deviation).map(exchange -> Outcome.of(exchange.answer()));
    }

    /** How much was sent; a deviation that no one request shows is the largest. */
    int size(Deviation deviation) {
        return of(deviation).map(exchange -> exchange.sent().body().length).orElse(Integer.MAX_VALUE);
    }
}
