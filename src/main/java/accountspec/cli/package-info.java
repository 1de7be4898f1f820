/**
 * The command line.
 *
 * <p>Knows everything; nothing knows it.
 */
@NullMarked
package accountspec.cli;

import org.jspecify.annotations.NullMarked;
