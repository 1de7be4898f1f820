package accountspec.reference;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestFactory;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.ProtocolVersion;
import org.apache.http.RequestLine;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.SocketConfig;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.DefaultBHttpServerConnectionFactory;
import org.apache.http.impl.EnglishReasonPhraseCatalog;
import org.apache.http.impl.bootstrap.HttpServer;
import org.apache.http.impl.bootstrap.ServerBootstrap;
import org.apache.http.impl.io.DefaultHttpRequestParserFactory;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicStatusLine;
import org.apache.http.protocol.HttpProcessorBuilder;
import org.apache.http.protocol.ResponseConnControl;
import org.apache.http.protocol.ResponseContent;
import org.apache.http.protocol.ResponseDate;

/**
 * What turns HTTP into requests as values, and answers as values into HTTP.
 *
 * <p>It is Apache's HttpCore: a thread a connection, so that no dispatcher has to be woken for each request as in the JDK's
 * server; and it can end an answer in every way of HTTP.
 */
final class Front implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final int IDLE_MILLIS = 30_000;

    private final HttpServer server;

    private Front(HttpServer server) {
        this.server = server;
    }

    static Front open(Function<Sent, Received> endpoint, Framing framing, int port) throws IOException {
        HttpServer server = ServerBootstrap.bootstrap()
                .setListenerPort(port)
                .setLocalAddress(InetAddress.getByName(HOST))
                .setSocketConfig(SocketConfig.custom()
                        .setTcpNoDelay(true)
                        .setSoReuseAddress(true) // so that it can start again on the port it just left
                        .setSoTimeout(IDLE_MILLIS)
                        .build())
                .setConnectionFactory(new DefaultBHttpServerConnectionFactory(
                        ConnectionConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build(),
                        new DefaultHttpRequestParserFactory(null, new AnyMethod()),
                        null))
                .setHttpProcessor(HttpProcessorBuilder.create()
                        .addAll(new ResponseDate(), new ResponseContent(), new ResponseConnControl())
                        .build())
                .registerHandler(
                        "*", (request, response, context) -> answer(endpoint.apply(sent(request)), framing, response))
                .create();
        try {
            server.start();
        } catch (BindException e) {
            throw new PortTakenException(HOST, port, e);
        }
        return new Front(server);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        server.shutdown(0, TimeUnit.SECONDS);
    }

    private static Sent sent(HttpRequest request) throws IOException {
        List<Header> headers = Stream.of(request.getAllHeaders())
                .map(header -> new Header(header.getName(), header.getValue()))
                .toList();
        HttpEntity body = ((HttpEntityEnclosingRequest) request).getEntity();
        return new Sent(
                request.getRequestLine().getMethod(),
                request.getRequestLine().getUri(),
                headers,
                body == null ? new byte[0] : bounded(body.getContent()));
    }

    /**
     * Reads a body, or as much of it as shows that it is too long: the endpoint says so. The rest of it is read and
     * forgotten, within reason, because a client that is still sending would not see the answer.
     */
    private static byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(ReferenceEndpoint.LARGEST_BODY + 1);
        if (bytes.length > ReferenceEndpoint.LARGEST_BODY) {
            byte[] forgotten = new byte[64 * 1024];
            long patience = 16L * ReferenceEndpoint.LARGEST_BODY;
            for (int n = 0; n >= 0 && patience > 0; n = body.read(forgotten)) {
                patience -= n;
            }
        }
        return bytes;
    }

    private static void answer(Received answer, Framing framing, HttpResponse response) {
        ProtocolVersion version = framing == Framing.HTTP_1_0 ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
        String reason = EnglishReasonPhraseCatalog.INSTANCE.getReason(answer.status(), Locale.ROOT);
        response.setStatusLine(new BasicStatusLine(version, answer.status(), reason));
        answer.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        if (answer.body().length > 0 || framing != Framing.BY_LENGTH) {
            response.setEntity(new Body(answer.body(), framing));
        }
    }

    /** HttpCore's own knows the methods of HTTP alone, and a body for some of them. */
    private static final class AnyMethod implements HttpRequestFactory {

        @Override
        public HttpRequest newHttpRequest(RequestLine line) {
            return new BasicHttpEntityEnclosingRequest(line);
        }

        @Override
        public HttpRequest newHttpRequest(String method, String uri) {
            return new BasicHttpEntityEnclosingRequest(method, uri);
        }
    }

    /** The body of an answer, which ends in the way that is asked for. */
    private static final class Body extends ByteArrayEntity {

        private final byte[] bytes;
        private final Framing framing;

        Body(byte[] bytes, Framing framing) {
            super(bytes);
            this.bytes = bytes;
            this.framing = framing;
        }

        @Override
        public boolean isChunked() {
            return framing == Framing.CHUNKED;
        }

        @Override
        public long getContentLength() {
            return framing == Framing.BY_LENGTH ? bytes.length : -1;
        }

        /** In two parts, so that somebody has to put chunks together again. */
        @Override
        public void writeTo(OutputStream out) throws IOException {
            int half = bytes.length / 2;
            out.write(bytes, 0, half);
            if (isChunked()) {
                out.flush();
            }
            out.write(bytes, half, bytes.length - half);
            out.flush();
        }
    }
}
