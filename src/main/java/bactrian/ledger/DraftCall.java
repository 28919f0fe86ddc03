package bactrian.ledger;

import java.util.List;

/**
 * A call as planned.
 *
 * @param number from 1, in the order in which calls of one section should go out
 * @param change as given by {@link PlanSink#change}
 * @param section calls of a connection's later section wait until every call of its earlier ones is settled
 * @param ordinals the edits it carries, ascending
 * @param targets their targets in the same order; empty for a selection
 * @param after numbers of calls that carry earlier edits of its targets and must be settled first
 */
public record DraftCall(
        int number, int change, int section, List<Long> ordinals, List<String> targets, List<Integer> after) {}
