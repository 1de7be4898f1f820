/**
 * What crossed the wire in a run, in a file: written while the run goes on, read again exchange by exchange.
 *
 * <p>Must not know what an exchange means.
 */
@NullMarked
package accountspec.recording;

import org.jspecify.annotations.NullMarked;
