/**
 * Camel carries: routes, the steps they name and the HTTP client. The only room that imports Camel; it decides nothing.
 */
@NullMarked
package bactrian.flow;

import org.jspecify.annotations.NullMarked;
