/**
 * What a target really does, where it does otherwise than documented: how much it accepts, how it counts, what it keeps.
 *
 * <p>Must not know the steps, nor who is told; it judges nothing, and no verdict depends on it.
 */
@NullMarked
package accountspec.measure;

import org.jspecify.annotations.NullMarked;
