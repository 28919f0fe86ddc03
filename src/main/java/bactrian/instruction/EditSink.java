package bactrian.instruction;

import bactrian.operation.Edit;
import bactrian.outcome.Problem;

/** Takes the edits of a document in their order: ordinals count up from 0 without a gap over both methods. */
public interface EditSink {

    /** Takes a valid edit. Edits with equal changes share one {@code Change} object as far as memory allows. */
    void edit(Edit edit);

    /** Takes an edit that fails alone and must never be sent. */
    void invalid(long ordinal, Problem problem);
}
