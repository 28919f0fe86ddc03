/**
 * Reads instruction documents (CSV, JSON, NDJSON) into edits, in bounded memory, and checks them against the catalogue.
 * What is wrong is a problem with a place, never an exception.
 */
@NullMarked
package bactrian.instruction;

import org.jspecify.annotations.NullMarked;
