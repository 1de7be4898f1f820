/**
 * Hamcrest matchers for the nouns of the features.
 *
 * <p>Must not know scenarios, clauses or how an answer was fetched.
 */
@NullMarked
package accountspec.checks;

import org.jspecify.annotations.NullMarked;
