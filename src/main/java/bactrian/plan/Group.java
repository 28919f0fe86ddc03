package bactrian.plan;

/**
 * Edits of one kind that go out in one call.
 *
 * @param kind as {@link Patterns} numbers it
 * @param sequences what the targets still had before them, this edit included
 * @param counts how many targets of each, at least 1
 */
record Group(int kind, int[] sequences, int[] counts) {}
