package accountspec.reference;

/** How a client can tell where an answer ends: all of it is HTTP. */
public enum Framing {
    BY_LENGTH,
    CHUNKED,
    BY_CLOSING,
    HTTP_1_0
}
