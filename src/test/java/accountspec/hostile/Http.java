package accountspec.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers as bytes. Written by hand, since no library writes wrong ones. */
public final class Http {

    private Http() {}

    public static byte[] answer(int status, String body, String... headers) {
        return answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** @param headers whole lines; the length of the body is added */
    public static byte[] answer(int status, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        List.of(headers).forEach(line -> head.append(line).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** An error as AWS writes it. */
    public static byte[] error(String name, int status) {
        return answer(status, "{\"message\":\"no\"}", "Content-Type: application/json", "X-Amzn-Errortype: " + name);
    }

    /** Just the head, as if more were to come, and then nothing more. */
    public static byte[] head(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
