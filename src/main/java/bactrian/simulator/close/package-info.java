/** Close as a local server: tasks, and bulk edits of leads and what belongs to them. */
@NullMarked
package bactrian.simulator.close;

import org.jspecify.annotations.NullMarked;
