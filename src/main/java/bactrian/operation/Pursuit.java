package bactrian.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is needed to ask a provider again about a call it has taken: a poll of work in the background, a read-back, or a
 * search for a call whose answer was lost. Kept in the ledger between two looks.
 *
 * @param step the provider's own name for what is asked next, for example {@code status}
 * @param notes what the provider needs to know to ask, for example the id of its job
 */
public record Pursuit(String step, ObjectNode notes) {}
