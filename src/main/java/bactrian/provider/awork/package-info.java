/**
 * awork: one form, {@code POST /tasks/batch/{operation}}, for fourteen operations, answered at once with {@code 207} and
 * the ids sorted into four lists.
 */
@NullMarked
package bactrian.provider.awork;

import org.jspecify.annotations.NullMarked;
