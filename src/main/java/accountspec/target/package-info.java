/**
 * The endpoint under test: where it is, how to call it, and which accounts, credentials and powers its profile lends to the suite.
 *
 * <p>Must not know how a request is made or sent, nor what any answer means.
 */
@NullMarked
package accountspec.target;

import org.jspecify.annotations.NullMarked;
