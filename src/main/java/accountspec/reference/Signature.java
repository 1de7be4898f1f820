package accountspec.reference;

import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The calculation of Signature Version 4: canonical request, string to sign, signing key, signature. */
final class Signature {

    private static final HexFormat HEX = HexFormat.of();

    private Signature() {}

    static String of(Sent request, Authorization authorization, String date, String payload, String secretKey) {
        String canonical = String.join(
                "\n",
                request.method(),
                path(request.target()),
                query(request.target()),
                headers(request, authorization),
                String.join(";", authorization.signedHeaders()),
                payload);
        String toSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                date,
                authorization.scope(),
                sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : authorization.scope().split("/")) {
            key = hmac(key, part);
        }
        return HEX.formatHex(hmac(key, toSign));
    }

    static String sha256(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256, but this one", e);
        }
    }

    private static String headers(Sent request, Authorization authorization) {
        return authorization.signedHeaders().stream()
                .map(name -> name + ":"
                        + request.headers().stream()
                                .filter(h -> h.is(name))
                                .map(Header::value)
                                .map(v -> v.strip().replaceAll(" +", " "))
                                .collect(Collectors.joining(","))
                        + "\n")
                .collect(Collectors.joining());
    }

    /** The path without empty, {@code .} and {@code ..} segments, encoded once more: only S3 takes it as it is. */
    private static String path(String target) {
        String raw = target.split("\\?", 2)[0];
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : raw.split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(encoded(segment.getBytes(StandardCharsets.UTF_8)));
            }
        }
        boolean endsInSlash = raw.endsWith("/") && !segments.isEmpty();
        return "/" + String.join("/", segments) + (endsInSlash ? "/" : "");
    }

    private static String query(String target) {
        String[] halves = target.split("\\?", 2);
        if (halves.length == 1 || halves[1].isEmpty()) {
            return "";
        }
        return Arrays.stream(halves[1].split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.split("=", 2))
                .map(pair -> List.of(encoded(decoded(pair[0])), pair.length == 2 ? encoded(decoded(pair[1])) : ""))
                // By name, then by value: comparing "name=value" would put a-b before a.
                .sorted(Comparator.<List<String>, String>comparing(pair -> pair.get(0))
                        .thenComparing(pair -> pair.get(1)))
                .map(pair -> String.join("=", pair))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (b >= 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0)) {
                text.append((char) b);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return text.toString();
    }

    private static byte[] decoded(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length; i++) {
            boolean escape = raw[i] == '%'
                    && i + 2 < raw.length
                    && HexFormat.isHexDigit(raw[i + 1])
                    && HexFormat.isHexDigit(raw[i + 2]);
            bytes.write(escape ? HexFormat.fromHexDigit(raw[i + 1]) << 4 | HexFormat.fromHexDigit(raw[i + 2]) : raw[i]);
            i += escape ? 2 : 0;
        }
        return bytes.toByteArray();
    }
}
