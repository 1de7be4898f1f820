/**
 * What a cell of a feature's table means: the suite's way of writing values that are hard to see.
 *
 * <p>Must not know any operation, nor how a value is sent.
 */
@NullMarked
package accountspec.notation;

import org.jspecify.annotations.NullMarked;
