/**
 * From a document to calls: taking it in, planning the fewest calls that keep the order of every target's edits, and
 * putting the plan into the ledger.
 */
@NullMarked
package bactrian.plan;

import org.jspecify.annotations.NullMarked;
