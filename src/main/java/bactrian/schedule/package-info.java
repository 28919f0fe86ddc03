/** Scheduled jobs: what they are, and how the snapshot of one is fetched from a file, a web address or a database. */
@NullMarked
package bactrian.schedule;

import org.jspecify.annotations.NullMarked;
