package bactrian.instruction;

import bactrian.operation.Operation;

/**
 * A document that is one sound edit of one target.
 *
 * @param connection the name of the connection it goes to
 * @param line the instruction, complete, as one line of NDJSON
 */
public record SingleEdit(String connection, Operation operation, String line) {}
