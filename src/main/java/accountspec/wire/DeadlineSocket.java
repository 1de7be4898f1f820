package accountspec.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.LongSupplier;

/**
 * A socket whose reads end at a deadline. A read time-out alone does not stop an answer that comes a byte a second.
 */
final class DeadlineSocket extends Socket {

    private final LongSupplier deadline;

    /** @param deadline the reading thread's, in {@link System#nanoTime} terms */
    DeadlineSocket(LongSupplier deadline) {
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                limit();
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                limit();
                return super.read(buffer, offset, length);
            }
        };
    }

    private void limit() throws IOException {
        long left = (deadline.getAsLong() - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no complete answer in time");
        }
        setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    }
}
