/**
 * Close (close.com): one task by {@code PUT /task/{id}/}, many by {@code PUT /task/} with a read-back that proves each,
 * and bulk edits of leads, contacts and other objects, which Close runs in the background.
 */
@NullMarked
package bactrian.provider.close;

import org.jspecify.annotations.NullMarked;
