package accountspec.exchange;

/** What came back for a request: an answer, or none that could be read as HTTP. */
public sealed interface Answer permits Received, Silence {}
