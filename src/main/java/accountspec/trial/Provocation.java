package accountspec.trial;

import accountspec.exchange.Header;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hamcrest.Matchers;

/** How the profile says that the target can be made to answer with an error that no request is documented to cause. */
public sealed interface Provocation {

    /** Sends until the target answers with something else than success, or the means are spent; gives the last answer. */
    Sending provoke(Trial trial, Caller caller, String purpose);

    /** Whether requests that may be accepted come before the one that is not. */
    boolean isBurst();

    /** By headers that the target understands as an order. */
    record ByHeaders(String error, List<Header> headers) implements Provocation {

        private static final int TRIES = 6;

        @Override
        public Sending provoke(Trial trial, Caller caller, String purpose) {
            Form form = Form.documented(trial.operation()).withHeaders(headers);
            Draft draft = trial.validDraft().changed("so that it provokes the error " + error);
            Request request = new Request(caller, draft, form, purpose, true);
            Sending sending = trial.sendOnce(request);
            // A target that is busy or failing for reasons of its own has not heard the order yet.
            for (int tries = 1; tries < TRIES && isSomethingElse(sending.outcome()); tries++) {
                trial.rest(tries);
                sending = trial.sendOnce(request);
            }
            trial.remember(sending);
            return sending;
        }

        private boolean isSomethingElse(Outcome outcome) {
            return outcome.mayPass() && outcome.error().filter(error::equals).isEmpty();
        }

        @Override
        public boolean isBurst() {
            return false;
        }
    }

    /** By so many requests at once that some are too many. */
    record ByBurst(int requests) implements Provocation {

        private static final int AT_ONCE = 8;

        @Override
        public Sending provoke(Trial trial, Caller caller, String purpose) {
            ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
            List<Sending> accepted = new ArrayList<>();
            try {
                Optional<Sending> refused = Optional.empty();
                for (int sent = 0; sent < requests && refused.isEmpty(); sent += AT_ONCE) {
                    for (Future<Sending> future :
                            round(Math.min(AT_ONCE, requests - sent), senders, trial, caller, purpose)) {
                        Sending sending = future.get();
                        if (sending.outcome() instanceof Accepted) {
                            accepted.add(sending);
                        } else if (refused.isEmpty()) {
                            refused = Optional.of(sending);
                        }
                    }
                }
                accepted.forEach(trial::remember);
                refused.ifPresent(trial::remember);
                rememberTheOneStored(trial, caller, accepted);
                return refused.orElseGet(() -> accepted.get(accepted.size() - 1));
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("a burst of requests could not be sent", e);
            } finally {
                senders.shutdownNow();
            }
        }

        private static List<Future<Sending>> round(
                int size, ExecutorService senders, Trial trial, Caller caller, String purpose) {
            List<Future<Sending>> round = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Draft draft = trial.validDraft().changed("one of many at once");
                Request request = new Request(caller, draft, Form.documented(trial.operation()), purpose, true);
                round.add(senders.submit(() -> trial.sendOnce(request)));
            }
            return round;
        }

        /** Requests sent at once may be stored in any order; which came last only a read can tell. */
        private static void rememberTheOneStored(Trial trial, Caller caller, List<Sending> accepted) {
            if (accepted.isEmpty() || !trial.cast().canReadBack()) {
                return;
            }
            String type = accepted.get(0).request().draft().text(Operation.TYPE).orElseThrow();
            List<Map<String, String>> sent = accepted.stream()
                    .map(sending -> Memory.contact(sending.request().draft()))
                    .toList();
            Map<String, String> stored = trial.reader().settled(caller, type, Matchers.in(sent));
            if (sent.contains(stored)) {
                trial.remember(new Slot(caller.accountKey(), type), stored);
            }
        }

        @Override
        public boolean isBurst() {
            return true;
        }
    }
}
