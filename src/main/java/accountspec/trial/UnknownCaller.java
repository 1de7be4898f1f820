package accountspec.trial;

import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Refused;
import java.util.List;
import java.util.Set;

/** What a target says of a caller whom it does not know. */
public final class UnknownCaller {

    /** Errors with which an endpoint says that it does not know the caller at all. */
    private static final Set<String> NAMES = Set.of(
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "InvalidClientTokenId",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired");

    private UnknownCaller() {}

    /** Whether the answer says that the target does not know these credentials. */
    public static boolean isTold(Outcome outcome) {
        return outcome instanceof Refused
                && outcome.error().filter(NAMES::contains).isPresent();
    }

    /**
     * What to do about a target that refuses requests that are known to be right.
     *
     * @param signs whether the requests were signed
     */
    static String advice(List<Outcome> refused, boolean signs) {
        if (!signs && refused.stream().allMatch(UnknownCaller::isAskedFor)) {
            return "; it seems to ask for signatures. Instead of signing: none, write signing: { region: us-east-1,"
                    + " service: account } into the profile, and give the account credentials";
        }
        return refused.stream().allMatch(UnknownCaller::isTold)
                ? "; it does not know the credentials. See the keys, and the region and the service under signing"
                : "";
    }

    private static boolean isAskedFor(Outcome outcome) {
        return isTold(outcome)
                || outcome instanceof Refused refused && (refused.status() == 401 || refused.status() == 403);
    }
}
