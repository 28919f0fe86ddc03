package bactrian.ledger;

/**
 * Where a claimed call stands in the ledger, so that settling need not look for it.
 *
 * @param job the job's number
 * @param requests edit-carrying requests, the one of this claim included
 */
record Held(long job, int part, int requests) {}
