import accountspec.reference.ReferenceEndpoint;
import accountspec.reference.ReferenceServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the machine does without accountspec: starts the same reference endpoint in process and sends it N signed puts,
 * one after another, by a bare java.net.http client. Prints how long the requests took, in milliseconds.
 *
 * <pre>java --class-path target/accountspec.jar src/bench/BareClient.java 500</pre>
 */
public class BareClient {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Pattern KEYS =
            Pattern.compile("an outsider:.*accessKey: \"([^\"]+)\", secretKey: \"([^\"]+)\"");

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            Matcher keys = KEYS.matcher(server.profileYaml());
            if (!keys.find()) {
                throw new IllegalStateException("the reference endpoint's profile names no outsider with keys");
            }
            URI uri = URI.create(server.uri() + "/putAlternateContact");
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                HttpResponse<byte[]> answer = client.send(
                        put(uri, i, keys.group(1), keys.group(2)), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.statusCode() + " " + new String(answer.body()));
                }
            }
            System.out.println((System.nanoTime() - began) / 1_000_000);
        }
        System.exit(0); // the client's threads would live on for a while
    }

    private static HttpRequest put(URI uri, int number, String accessKey, String secretKey)
            throws GeneralSecurityException {
        byte[] body = ("{\"AlternateContactType\":\"BILLING\",\"EmailAddress\":\"carlos." + number
                        + "@example.com\",\"Name\":\"Carlos Salazar\",\"PhoneNumber\":\"206-555-0199\",\"Title\":\"CFO\"}")
                .getBytes(StandardCharsets.UTF_8);
        String time = ZonedDateTime.now(ZoneOffset.UTC).format(STAMP);
        String day = time.substring(0, 8);
        String scope = day + "/us-east-1/account/aws4_request";
        String canonical = "POST\n" + uri.getPath() + "\n\ncontent-type:application/json\nhost:" + uri.getAuthority()
                + "\nx-amz-date:" + time + "\n\ncontent-type;host;x-amz-date\n" + sha256(body);
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, "us-east-1", "account", "aws4_request"}) {
            key = hmac(key, part);
        }
        String signature = HexFormat.of().formatHex(hmac(key, "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
                + sha256(canonical.getBytes(StandardCharsets.UTF_8))));
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("X-Amz-Date", time)
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope
                        + ", SignedHeaders=content-type;host;x-amz-date, Signature=" + signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
