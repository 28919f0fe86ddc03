package bactrian.instruction;

import bactrian.operation.Edit;
import bactrian.outcome.Outcome;
import bactrian.outcome.Problem;

/** Takes the edits of a document in their order: ordinals count up from 0 without a gap over both methods. */
public interface EditSink {

    /** Takes a valid edit. Edits with equal changes share one {@code Change} object as far as memory allows. */
    void edit(Edit edit);

    /** Takes an edit that fails alone and must never be sent. */
    void invalid(long ordinal, Problem problem);

    /** Takes a valid edit that is not sent because its outcome is known; never called while a document is read. */
    default void settled(long ordinal, Outcome outcome) {
        throw new IllegalStateException("edit " + ordinal + " is settled before it is planned");
    }
}
