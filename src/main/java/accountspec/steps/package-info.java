/**
 * The language of the features.
 *
 * <p>A step writes, sends or judges, one of the three; everything else belongs to what it calls.
 */
@NullMarked
package accountspec.steps;

import org.jspecify.annotations.NullMarked;
