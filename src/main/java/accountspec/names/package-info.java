/**
 * What to say to someone who mistyped a name: the nearest known one.
 *
 * <p>Must not know what the names stand for.
 */
@NullMarked
package accountspec.names;

import org.jspecify.annotations.NullMarked;
