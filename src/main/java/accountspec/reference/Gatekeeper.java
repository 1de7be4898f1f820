package accountspec.reference;

import accountspec.exchange.Sent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who sent a request by its signature (AWS Signature Version 4). Written from AWS's description and with the
 * platform's cryptography alone, so that a signer and its library cannot agree with themselves.
 */
final class Gatekeeper {

    private static final String SERVICE = "account";
    private static final Duration LEEWAY = Duration.ofMinutes(5);
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    private final World world;
    private final Time time;
    private final Set<SigningCheck> checks;

    Gatekeeper(World world, Time time, Set<SigningCheck> checks) {
        this.world = world;
        this.time = time;
        this.checks = checks;
    }

    Party callerOf(Sent request) {
        if (!world.signed()) {
            return world.anybody();
        }
        Optional<String> header = request.header("Authorization");
        if (header.isEmpty()) {
            require(SigningCheck.IT_IS_THERE, false, Fault.MISSING_AUTHENTICATION, "Missing Authentication Token");
            return world.anybody();
        }
        Optional<Authorization> parsed = header.flatMap(Authorization::parse);
        if (parsed.isEmpty()) {
            require(SigningCheck.IT_IS_WHOLE, false, Fault.INCOMPLETE_SIGNATURE, "Authorization header is incomplete");
            return world.anybody();
        }
        return callerOf(request, parsed.get());
    }

    private Party callerOf(Sent request, Authorization authorization) {
        Optional<Party> holder = world.holderOf(authorization.accessKey());
        if (holder.isEmpty()) {
            require(SigningCheck.KEY_IS_KNOWN, false, Fault.UNRECOGNIZED_CLIENT, "The security token is invalid");
            return world.anybody();
        }
        Credentials credentials = holder.flatMap(Party::credentials).orElseThrow();
        checkToken(request, credentials);
        String date = request.header("X-Amz-Date")
                .orElseThrow(() -> Fault.INCOMPLETE_SIGNATURE.because("The request has no X-Amz-Date"));
        checkScope(authorization, date);
        require(
                SigningCheck.DATE_IS_NOW,
                Duration.between(instant(date), time.now()).abs().compareTo(LEEWAY) <= 0,
                Fault.INVALID_SIGNATURE,
                "The signature is more than five minutes old, or from the future");
        require(
                SigningCheck.HOST_AND_DATE_ARE_SIGNED,
                authorization.signedHeaders().contains("host")
                        && authorization.signedHeaders().contains("x-amz-date"),
                Fault.INVALID_SIGNATURE,
                "Host and X-Amz-Date must be signed");
        String payload = payload(request);
        String expected = Signature.of(request, authorization, date, payload, credentials.secretKey());
        require(
                SigningCheck.SIGNATURE_IS_RIGHT,
                same(expected, authorization.signature()),
                Fault.INVALID_SIGNATURE,
                "The signature is not the one that this endpoint calculates");
        return holder.get();
    }

    private void checkToken(Sent request, Credentials credentials) {
        Optional<String> token = request.header("X-Amz-Security-Token");
        require(
                SigningCheck.TOKEN_IS_THE_KEYS,
                token.isPresent() == credentials.sessionToken().isPresent()
                        && same(token.orElse(""), credentials.sessionToken().orElse("")),
                Fault.UNRECOGNIZED_CLIENT,
                "The security token is invalid");
        require(
                SigningCheck.TOKEN_IS_FRESH,
                credentials.until().filter(end -> !time.now().isBefore(end)).isEmpty(),
                Fault.EXPIRED_TOKEN,
                "The security token has expired");
    }

    private void checkScope(Authorization authorization, String date) {
        require(
                SigningCheck.SCOPE_IS_OF_THE_DATE,
                date.startsWith(authorization.date() + "T"),
                Fault.INVALID_SIGNATURE,
                "The scope is of another day than the request");
        require(
                SigningCheck.SCOPE_IS_OF_THE_REGION,
                authorization.region().equals(world.region()),
                Fault.INVALID_SIGNATURE,
                "Credential should be scoped to a valid region: " + world.region());
        require(
                SigningCheck.SCOPE_IS_OF_THE_SERVICE,
                authorization.service().equals(SERVICE),
                Fault.INVALID_SIGNATURE,
                "Credential should be scoped to the correct service: " + SERVICE);
    }

    /** The digest of the body that goes into the signature: of the body as it came, whatever a header says. */
    private String payload(Sent request) {
        String actual = Signature.sha256(request.body());
        String claimed = request.header("X-Amz-Content-Sha256").orElse(actual);
        if (!checks.contains(SigningCheck.PAYLOAD_IS_THE_SIGNED_ONE)) {
            return claimed;
        }
        require(
                SigningCheck.PAYLOAD_IS_THE_SIGNED_ONE,
                same(actual, claimed),
                Fault.INVALID_SIGNATURE,
                "The body is not the one of X-Amz-Content-Sha256");
        return actual;
    }

    private void require(SigningCheck check, boolean holds, Fault fault, String otherwise) {
        if (!holds && checks.contains(check)) {
            throw fault.because(otherwise);
        }
    }

    private static Instant instant(String date) {
        try {
            return LocalDateTime.parse(date, BASIC).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Fault.INCOMPLETE_SIGNATURE.because("X-Amz-Date is not a date such as 20261122T171500Z");
        }
    }

    /** Takes as long for a nearly right secret as for a wrong one. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
