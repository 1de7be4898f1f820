package accountspec.spec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** SHA-256 of text without its white space: copies differ in where they break and pad, never in their letters. */
final class Fingerprint {

    private Fingerprint() {}

    record Placed(String place, String fingerprint) {}

    static String of(String text) {
        return sha256(text.replaceAll("\\s", ""));
    }

    static String ofPage(List<Placed> sentences) {
        return sha256(sentences.stream()
                .map(s -> s.place + "\n" + s.fingerprint + "\n")
                .collect(Collectors.joining()));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
