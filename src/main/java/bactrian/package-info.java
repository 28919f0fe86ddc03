/** Where Bactrian starts and is put together. */
@NullMarked
package bactrian;

import org.jspecify.annotations.NullMarked;
