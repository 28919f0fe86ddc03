/**
 * Sends calls and settles them: one lane a connection, with its own workers' pace, pauses and retries. What follows from
 * an attempt is decided by one pure rule; how bytes travel is none of this room's business.
 */
@NullMarked
package bactrian.dispatch;

import org.jspecify.annotations.NullMarked;
