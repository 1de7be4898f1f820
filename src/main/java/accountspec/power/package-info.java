/**
 * What the suite is worth: the features against endpoints that are wrong in one way each, or right in an unusual way.
 *
 * <p>Must not know the command line, nor how a score is told.
 */
@NullMarked
package accountspec.power;

import org.jspecify.annotations.NullMarked;
