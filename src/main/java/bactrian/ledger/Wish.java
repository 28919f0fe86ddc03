package bactrian.ledger;

/**
 * A worker's wish for the next call of a connection.
 *
 * @param now milliseconds; what becomes due later is not wanted
 * @param node whose worker it is
 */
record Wish(String connection, long now, long node, JobOrder order) {}
