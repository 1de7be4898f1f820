package accountspec.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An Authorization header of Signature Version 4, taken apart. */
record Authorization(
        String accessKey, String date, String region, String service, List<String> signedHeaders, String signature) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String TERMINATOR = "aws4_request";

    Authorization {
        signedHeaders = List.copyOf(signedHeaders);
    }

    String scope() {
        return String.join("/", date, region, service, TERMINATOR);
    }

    static Optional<Authorization> parse(String header) {
        if (!header.startsWith(ALGORITHM + " ")) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(header.substring(ALGORITHM.length()).split(","))
                .map(field -> field.strip().split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> fields.put(pair[0], pair[1]));
        String[] credential = fields.getOrDefault("Credential", "").split("/", -1);
        String signedHeaders = fields.getOrDefault("SignedHeaders", "");
        String signature = fields.getOrDefault("Signature", "");
        if (credential.length != 5
                || !credential[4].equals(TERMINATOR)
                || signedHeaders.isEmpty()
                || signature.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Authorization(
                credential[0],
                credential[1],
                credential[2],
                credential[3],
                List.of(signedHeaders.split(";")),
                signature));
    }
}
