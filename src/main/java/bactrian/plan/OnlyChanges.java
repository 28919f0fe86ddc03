package bactrian.plan;

import bactrian.instruction.EditSink;
import bactrian.operation.Edit;
import bactrian.outcome.Code;
import bactrian.outcome.Outcome;
import bactrian.outcome.Place;
import bactrian.outcome.Problem;

/** Hands on the edits of a snapshot that change something; the others are accounted for and not sent. */
final class OnlyChanges implements EditSink {
    private static final Problem SELECTION = Problem.of(
            Code.INVALID_VALUE,
            Place.document().field("where"),
            "A schedule that syncs compares targets, and a selection is none. Name ids, or use mode apply.");

    private final Stocktaking stocktaking;
    private final Staging staging;
    private final EditSink rest;

    /** @param rest takes what is to be sent */
    OnlyChanges(Stocktaking stocktaking, Staging staging, EditSink rest) {
        this.stocktaking = stocktaking;
        this.staging = staging;
        this.rest = rest;
    }

    @Override
    public void edit(Edit edit) {
        int ordinal = Math.toIntExact(edit.ordinal());
        if (edit.change().where().isPresent()) {
            rest.invalid(edit.ordinal(), SELECTION);
        } else if (stocktaking.unchanged().get(ordinal)) {
            staging.settled(edit.ordinal(), Outcome.skipped(Code.UNCHANGED, ""));
        } else if (stocktaking.doubtful().get(ordinal)) {
            staging.settled(
                    edit.ordinal(),
                    Outcome.unknown("An earlier run may have applied this, and a repeat is not safe."
                            + " Look at the target, or run the schedule with --all."));
        } else {
            rest.edit(edit);
        }
    }

    @Override
    public void invalid(long ordinal, Problem problem) {
        rest.invalid(ordinal, problem);
    }
}
