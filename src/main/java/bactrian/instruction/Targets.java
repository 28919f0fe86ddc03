package bactrian.instruction;

import bactrian.operation.Operation;
import bactrian.outcome.Code;
import java.util.Optional;

/** Checks how the target of an edit is given. */
final class Targets {
    private Targets() {}

    /**
     * What is wrong with an edit that gives ids, a selection, both or neither.
     *
     * @param idField what holds ids here: {@code id} or {@code ids}
     */
    static Optional<Flaw> flaw(Operation operation, String idField, boolean hasIds, boolean hasWhere) {
        boolean takesIds = operation.selectors().contains(Operation.Selector.IDS);
        boolean takesWhere = operation.selectors().contains(Operation.Selector.WHERE);
        if (hasIds && hasWhere) {
            return Optional.of(Flaw.in("where", Code.INVALID_VALUE, "Both an id and a selection are given.")
                    .hint("An edit is for ids or for a selection (where). Leave one of them out."));
        }
        if (hasWhere && !takesWhere) {
            return Optional.of(Flaw.in("where", Code.INVALID_VALUE, operation + " takes no selection.")
                    .hint("Name the targets by id."));
        }
        if (hasIds && !takesIds) {
            return Optional.of(Flaw.in(idField, Code.INVALID_VALUE, operation + " takes no ids.")
                    .hint("Say what to edit with where."));
        }
        if (!hasIds && !hasWhere) {
            String missing = takesIds ? idField : "where";
            return Optional.of(Flaw.in(missing, Code.MISSING_VALUE, "Nothing says what to edit.")
                    .hint(takesIds && takesWhere ? "Fill in " + idField + " or where." : "Fill in " + missing + "."));
        }
        return Optional.empty();
    }

    /** What is wrong with an id as it is written. */
    static Optional<Flaw> flaw(Operation operation, String idField, String written) {
        if (operation.targetForm().fits(operation.targetForm().canonical(written))) {
            return Optional.empty();
        }
        return Optional.of(Flaw.in(idField, Code.INVALID_VALUE, "This is no id of " + operation.provider() + ".")
                .found(written)
                .hint("An id is written like " + operation.targetForm().example() + "."));
    }
}
