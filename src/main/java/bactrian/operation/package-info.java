/**
 * The catalogue of what can be done at which provider, and the values that travel through the gateway: edit, change,
 * call, connection.
 */
@NullMarked
package bactrian.operation;

import org.jspecify.annotations.NullMarked;
