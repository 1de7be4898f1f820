/**
 * An endpoint that does what the AWS page says, or all of it but one thing: the suite is proven against it.
 *
 * <p>Must not know the features, nor any code that judges: it counts every rule again, on purpose, so that a mistake
 * made twice has to be made in two places.
 */
@NullMarked
package accountspec.reference;

import org.jspecify.annotations.NullMarked;
