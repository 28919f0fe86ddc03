/**
 * What is remembered: jobs, their changes and their calls, each call with its edits and their outcomes packed in it. The
 * ledger is the queue: it alone says what is next, before and after a restart. Verbs, not tables; SQLite or PostgreSQL.
 */
@NullMarked
package bactrian.ledger;

import org.jspecify.annotations.NullMarked;
