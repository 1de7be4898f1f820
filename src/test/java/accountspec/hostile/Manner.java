package accountspec.hostile;

import java.io.IOException;

/** How an endpoint treats whoever connects to it. The connection is closed once it is through. */
@FunctionalInterface
public interface Manner {

    void meet(Visitor visitor) throws IOException, InterruptedException;

    /** The same for every request that comes over a connection, until the visitor leaves. */
    static Manner toEach(Reply reply) {
        return visitor -> {
            for (Visitor.Asked asked = visitor.ask(); asked != null; asked = visitor.ask()) {
                visitor.say(reply.to(asked));
            }
        };
    }

    /** What is said to one request. */
    @FunctionalInterface
    interface Reply {
        byte[] to(Visitor.Asked asked) throws IOException, InterruptedException;
    }
}
