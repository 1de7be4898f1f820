/**
 * What an answer amounts to: accepted, refused, not to be had.
 *
 * <p>Judges nothing: whether that is right is for the checks to say.
 */
@NullMarked
package accountspec.outcome;

import org.jspecify.annotations.NullMarked;
