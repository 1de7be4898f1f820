/**
 * The clauses: what AWS's page says in our own words, where it says it, and how a new copy of the page is noticed.
 *
 * <p>Must not know how a clause is tested, nor what an endpoint made of it.
 */
@NullMarked
package accountspec.spec;

import org.jspecify.annotations.NullMarked;
