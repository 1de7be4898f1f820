/**
 * Telling people: console, files, Cucumber's and Allure's own formats.
 *
 * <p>Must not judge: it shows what the verdict package decided.
 */
@NullMarked
package accountspec.report;

import org.jspecify.annotations.NullMarked;
