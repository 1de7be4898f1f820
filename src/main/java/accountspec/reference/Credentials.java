package accountspec.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Throw-away keys of a party in the reference world.
 *
 * @param sessionToken the token that must come along, for temporary credentials
 * @param until when temporary credentials stop being good
 */
public record Credentials(String accessKey, String secretKey, Optional<String> sessionToken, Optional<Instant> until) {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** Long-term keys that look like AWS's, always the same for the same holder. */
    public static Credentials longTerm(String holder) {
        return new Credentials(accessKey("AKIA", holder), secretKey(holder), Optional.empty(), Optional.empty());
    }

    /** Temporary keys with a session token, always the same for the same holder. */
    public static Credentials temporary(String holder) {
        return new Credentials(
                accessKey("ASIA", holder), secretKey(holder), Optional.of(sessionToken(holder)), Optional.empty());
    }

    public Credentials until(Instant end) {
        return new Credentials(accessKey, secretKey, sessionToken, Optional.of(end));
    }

    /** Keys must not leak into logs by accident, not even throw-away ones. */
    @Override
    public String toString() {
        return "Credentials[" + accessKey + "]";
    }

    private static String accessKey(String prefix, String holder) {
        StringBuilder key = new StringBuilder(prefix);
        byte[] noise = noise("access key of " + holder);
        for (int i = 0; i < 16; i++) {
            key.append(BASE_32.charAt(noise[i] & 31));
        }
        return key.toString();
    }

    private static String secretKey(String holder) {
        return base64("secret key of " + holder).substring(0, 40);
    }

    private static String sessionToken(String holder) {
        return base64("session token of " + holder) + base64("more of the session token of " + holder);
    }

    private static String base64(String seed) {
        return Base64.getEncoder().withoutPadding().encodeToString(noise(seed));
    }

    private static byte[] noise(String seed) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("accountspec reference: " + seed).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one", e);
        }
    }
}
