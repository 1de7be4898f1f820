package accountspec.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.LongSupplier;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.scheme.SchemeSocketFactory;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.HttpParams;

/** Kept-alive connections whose sockets know the deadline of the request they serve. */
@SuppressWarnings("deprecation") // as LiveWire
final class Connections {

    private static final int MOST = 16;

    private Connections() {}

    static PoolingClientConnectionManager pool(LongSupplier deadline) {
        SchemeRegistry schemes = new SchemeRegistry();
        schemes.register(new Scheme("http", 80, new Bounded(PlainSocketFactory.getSocketFactory(), deadline)));
        schemes.register(new Scheme("https", 443, new Bounded(SSLSocketFactory.getSystemSocketFactory(), deadline)));
        PoolingClientConnectionManager pool = new PoolingClientConnectionManager(schemes);
        pool.setMaxTotal(MOST);
        pool.setDefaultMaxPerRoute(MOST);
        return pool;
    }

    /** Gives out deadline sockets; TLS is laid over them when they connect. */
    private record Bounded(SchemeSocketFactory sockets, LongSupplier deadline) implements SchemeSocketFactory {

        @Override
        public Socket createSocket(HttpParams params) {
            return new DeadlineSocket(deadline);
        }

        @Override
        public Socket connectSocket(Socket socket, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
                throws IOException {
            return sockets.connectSocket(socket, remote, local, params);
        }

        @Override
        public boolean isSecure(Socket socket) {
            return sockets instanceof SSLSocketFactory;
        }
    }
}
