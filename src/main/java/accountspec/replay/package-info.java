/**
 * A recording in the place of a target: the same requests get the same answers, at the same times.
 *
 * <p>It answers only what was asked then, and invents nothing.
 */
@NullMarked
package accountspec.replay;

import org.jspecify.annotations.NullMarked;
