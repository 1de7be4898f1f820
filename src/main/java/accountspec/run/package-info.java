/**
 * Runs the features through the JUnit Platform and hears what came of each scenario.
 *
 * <p>Must not know the command line, nor how results are told.
 */
@NullMarked
package accountspec.run;

import org.jspecify.annotations.NullMarked;
