/**
 * What crossed the wire: requests and answers as values, byte for byte.
 *
 * <p>Must not know how they were sent, nor what they mean.
 */
@NullMarked
package accountspec.exchange;

import org.jspecify.annotations.NullMarked;
