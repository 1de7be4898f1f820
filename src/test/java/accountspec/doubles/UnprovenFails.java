package accountspec.doubles;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** In a test of the instrument, what turns out unproven unexpectedly is a failure; JUnit would count it as skipped. */
public final class UnprovenFails implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw thrown instanceof TestAbortedException
                ? new AssertionError("unproven, and nobody expected it: " + thrown.getMessage(), thrown)
                : thrown;
    }
}
