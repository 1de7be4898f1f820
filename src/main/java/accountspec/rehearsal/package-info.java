/**
 * A whole run in memory, against a reference endpoint whose accounts are the target's: what certify would send.
 *
 * <p>Sends nothing and needs no credentials. Must not know the command line, nor how a plan is told.
 */
@NullMarked
package accountspec.rehearsal;

import org.jspecify.annotations.NullMarked;
