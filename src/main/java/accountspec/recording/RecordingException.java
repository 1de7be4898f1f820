package accountspec.recording;

import java.io.IOException;

/** A file is no whole recording; the message says why, and is ready to print. */
public final class RecordingException extends IOException {

    private static final long serialVersionUID = 1L;

    RecordingException(String message) {
        super(message);
    }
}
