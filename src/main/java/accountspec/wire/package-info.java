/**
 * Making and sending bytes: binding, signing, and the ends that requests can be sent to.
 *
 * <p>Must not know what an answer means.
 */
@NullMarked
package accountspec.wire;

import org.jspecify.annotations.NullMarked;
