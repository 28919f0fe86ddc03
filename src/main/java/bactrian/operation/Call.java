package bactrian.operation;

import java.util.List;

/**
 * One HTTP request that carries edits.
 *
 * @param job the id of the job it belongs to
 * @param number its number within the job, from 1; written as {@code _call} in the results
 * @param targets canonical ids, one an edit, none twice; empty where the change has a {@code where}
 * @param repeats how often edits of this call were sent before in another call because they proved not applied
 */
public record Call(String job, int number, Change change, List<String> targets, int repeats) {

    public Call {
        targets = List.copyOf(targets);
    }

    /** How many edits the call carries: one for a selection. */
    public int size() {
        return change.where().isPresent() ? 1 : targets.size();
    }
}
