/**
 * Findings that one behaviour explains, told as one cause.
 *
 * <p>Must not know the target: a cause is read off the findings, the measurements and the exchanges.
 */
@NullMarked
package accountspec.cause;

import org.jspecify.annotations.NullMarked;
