/**
 * The benchmark: what Bactrian does beside a bare loop that does the same, in processes of their own, against a server
 * that is faster than both.
 */
@NullMarked
package bactrian.cli.bench;

import org.jspecify.annotations.NullMarked;
