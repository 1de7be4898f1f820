/**
 * The reference endpoint without a network: a request goes in and its answer comes back, in imagined time.
 *
 * <p>Must not know what the answers are good for.
 */
@NullMarked
package accountspec.memory;

import org.jspecify.annotations.NullMarked;
