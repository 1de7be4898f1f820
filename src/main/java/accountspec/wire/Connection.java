package accountspec.wire;

import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection to an endpoint, for one exchange after another. Whoever has it may close it at any time. */
final class Connection implements Closeable {

    /** More than this is written beside the reading: some targets answer before they have read it all. */
    private static final int LONG_BODY = 1 << 14;

    private final URI endpoint;
    private final Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    /** One that is yet to be made. */
    Connection(URI endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Connects, and greets where the endpoint speaks TLS. Neither has an end of its own: whoever asked looks at the clock,
     * and closes this.
     */
    void open() throws IOException {
        boolean secure = endpoint.getScheme().equals("https");
        String host = endpoint.getHost().replaceAll("[\\[\\]]", "");
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : secure ? 443 : 80;
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(host, port));
        Socket spoken = secure ? secured(host, port) : socket;
        in = new BufferedInputStream(spoken.getInputStream(), 1 << 14);
        out = spoken.getOutputStream();
    }

    /** Whether anybody is at the other end, be it one who does not greet. */
    boolean isConnected() {
        return socket.isConnected();
    }

    private Socket secured(String host, int port) throws IOException {
        try {
            SSLSocket secured =
                    (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket(socket, host, port, true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK speaks TLS", e);
        }
    }

    /** Whether nothing came that nobody asked for; such a connection is not used again. */
    boolean isQuiet() {
        try {
            return !socket.isClosed() && in.available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends the bytes as they are, and reads what comes. */
    AnswerReader.Read exchange(Sent sent, Bounds bounds) throws IOException {
        byte[] head = head(sent);
        if (sent.body().length <= LONG_BODY) {
            return afterWriting(head, sent, bounds);
        }
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                write(head, sent.body());
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        AnswerReader.Read read = new AnswerReader(in, bounds.body()).answerTo(sent.method());
        return writing.isDone() && !writing.isCompletedExceptionally() ? read : read.andNoMore();
    }

    private AnswerReader.Read afterWriting(byte[] head, Sent sent, Bounds bounds) throws IOException {
        try {
            write(head, sent.body());
        } catch (IOException e) {
            try {
                return new AnswerReader(in, bounds.body())
                        .answerTo(sent.method())
                        .andNoMore();
            } catch (IOException nothing) {
                throw e;
            }
        }
        return new AnswerReader(in, bounds.body()).answerTo(sent.method());
    }

    private void write(byte[] head, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length + body.length);
        all.writeBytes(head);
        all.writeBytes(body);
        out.write(all.toByteArray());
        out.flush();
    }

    private byte[] head(Sent sent) {
        StringBuilder head = new StringBuilder();
        head.append(sent.method()).append(' ').append(sent.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(endpoint.getRawAuthority()).append("\r\n");
        for (Header header : sent.headers()) {
            if (!header.is("Host")) { // the connection's to write, and it writes the same
                head.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        if (sent.body().length > 0 || !sent.method().equals("GET")) {
            head.append("Content-Length: ").append(sent.body().length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
