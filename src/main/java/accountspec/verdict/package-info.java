/**
 * What the scenarios' results mean for each clause, and for the target as a whole.
 *
 * <p>Must not know how to tell it to people.
 */
@NullMarked
package accountspec.verdict;

import org.jspecify.annotations.NullMarked;
