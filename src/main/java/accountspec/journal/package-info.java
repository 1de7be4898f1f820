/**
 * What a target's contacts were before a run, on disk before the first write; and how they are put back.
 *
 * <p>Must not know the features, nor how a run is told. Holds contacts, since that is its purpose, and no credentials.
 */
@NullMarked
package accountspec.journal;

import org.jspecify.annotations.NullMarked;
