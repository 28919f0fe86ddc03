package bactrian.ledger;

import java.time.Instant;

/**
 * A message that waits to be gathered with others.
 *
 * @param fellowship messages that have the same may share a job
 * @param instruction what it asks for, as one line of NDJSON
 */
public record WaitingMessage(long number, String fellowship, String instruction, Instant receivedAt) {}
