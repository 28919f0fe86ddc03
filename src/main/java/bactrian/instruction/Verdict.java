package bactrian.instruction;

import bactrian.operation.Change;
import bactrian.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What checking a row or an instruction came to, but for its target.
 *
 * @param fit empty where it must not be sent
 * @param flaws why not; at least one where it must not
 * @param known whether the operation is one of the catalogue
 */
record Verdict(Optional<Fit> fit, List<Flaw> flaws, boolean known) {

    /**
     * What may be done.
     *
     * @param composed whether the edits of one instruction must go together
     */
    record Fit(Operation operation, Change change, boolean composed) {}

    static Verdict fit(Operation operation, Change change, boolean composed) {
        return new Verdict(Optional.of(new Fit(operation, change, composed)), List.of(), true);
    }

    static Verdict unfit(List<Flaw> flaws, boolean known) {
        return new Verdict(Optional.empty(), List.copyOf(flaws), known);
    }
}
