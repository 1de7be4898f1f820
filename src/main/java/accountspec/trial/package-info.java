/**
 * One run against one target: controls, patience, what is believed to be stored, read-back.
 *
 * <p>Must not know the language of the features, nor the reports.
 */
@NullMarked
package accountspec.trial;

import org.jspecify.annotations.NullMarked;
