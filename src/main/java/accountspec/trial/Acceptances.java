package accountspec.trial;

import accountspec.operation.Operation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a target accepted once: by whom, about whom, and which contacts. */
final class Acceptances {

    /** Valid requests alike but for their values. */
    private record Kind(String caller, String callersAccount, String account, boolean named) {

        static Kind of(Request request) {
            return new Kind(
                    request.caller().name(),
                    request.caller().accountKey(),
                    request.account(),
                    request.draft().has(Operation.ACCOUNT));
        }
    }

    private final Set<Caller> callers = new HashSet<>();
    private final Set<Kind> asTheyAre = new HashSet<>();
    private final Set<Slot> contacts = new HashSet<>();

    void add(Caller caller) {
        callers.add(caller);
    }

    /** Notes what an accepted request says beside that its caller is known. */
    void add(Request request) {
        slot(request).ifPresent(contacts::add);
        if (request.isAsItIs()) {
            asTheyAre.add(Kind.of(request));
        }
    }

    boolean isOf(Caller caller) {
        return callers.contains(caller);
    }

    /** Whether a valid request of this caller about this account was accepted. */
    boolean isAsItIs(Request request) {
        return asTheyAre.contains(Kind.of(request));
    }

    boolean isAboutTheContactOf(Request request) {
        return slot(request).filter(contacts::contains).isPresent();
    }

    private static Optional<Slot> slot(Request request) {
        return request.draft().text(Operation.TYPE).map(type -> new Slot(request.account(), type));
    }
}
