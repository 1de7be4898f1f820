/** Endpoints that mean harm, or are broken beyond HTTP. They know nothing of what they are up against. */
@NullMarked
package accountspec.hostile;

import org.jspecify.annotations.NullMarked;
