/**
 * Columns as people have them, and how they become those of an operation: mappings, read strictly from YAML and applied
 * row by row.
 */
@NullMarked
package bactrian.instruction.mapping;

import org.jspecify.annotations.NullMarked;
