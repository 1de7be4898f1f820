package accountspec.target;

import java.util.List;

/** A target profile cannot be used. The message is ready to print: a line for each problem, with what to do. */
public final class ProfileException extends RuntimeException {

    ProfileException(List<String> problems) {
        super(String.join("\n", problems));
    }

    ProfileException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
