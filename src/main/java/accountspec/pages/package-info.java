/**
 * Pages for people to open in a browser: the report of a run, and the features as a book. Each is one file that asks
 * nothing of any network.
 *
 * <p>Must not know how a run goes.
 */
@NullMarked
package accountspec.pages;

import org.jspecify.annotations.NullMarked;
