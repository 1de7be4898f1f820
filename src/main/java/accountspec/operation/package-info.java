/**
 * What can be asked: an operation, a request in the making, and the ways of writing it down.
 *
 * <p>Must not know who is asked, nor what an answer means.
 */
@NullMarked
package accountspec.operation;

import org.jspecify.annotations.NullMarked;
