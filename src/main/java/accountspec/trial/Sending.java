package accountspec.trial;

import accountspec.exchange.Exchange;
import accountspec.outcome.Outcome;

/** A request and what came of it in the end, once throttles and failures were waited out. */
public record Sending(Request request, Exchange exchange, Outcome outcome) {

    /** Without most of a long answer's body, for keeping. */
    Sending abridged() {
        return new Sending(request, exchange.abridged(), outcome);
    }
}
