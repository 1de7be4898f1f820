package accountspec.reference;

/** Somebody else listens where the reference server was to listen. */
public final class PortTakenException extends RuntimeException {

    private final int port;

    PortTakenException(String host, int port, Throwable cause) {
        super(
                "The reference endpoint cannot listen on " + host + ":" + port
                        + ": the port is taken. Choose another one, or 0 for any that is free.",
                cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
