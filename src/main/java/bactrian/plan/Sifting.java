package bactrian.plan;

import bactrian.instruction.EditSink;
import bactrian.operation.Edit;
import bactrian.outcome.Outcome;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Hands on the edits that a saved plan sends, and settles the others. */
record Sifting(EditSink next, Expectations expectations) implements EditSink {

    @Override
    public void edit(Edit edit) {
        try {
            Optional<Outcome> outcome = expectations.outcome(edit.ordinal());
            if (outcome.isPresent()) {
                next.settled(edit.ordinal(), outcome.get());
            } else {
                next.edit(edit);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void invalid(long ordinal, Problem problem) {
        next.invalid(ordinal, problem);
    }
}
