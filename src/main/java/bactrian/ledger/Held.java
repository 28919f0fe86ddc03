package bactrian.ledger;

/**
 * Where a claimed call stands in the ledger, so that settling need not look for it.
 *
 * @param job the job's number
 * @param requests edit-carrying requests, the one of this claim included
 * @param node who claimed it; the claim is void once that one was buried
 */
record Held(long job, int part, int requests, long node) {}
