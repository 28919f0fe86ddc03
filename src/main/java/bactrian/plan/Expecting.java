package bactrian.plan;

import bactrian.ledger.DraftCall;
import bactrian.ledger.PlanSink;
import bactrian.ledger.PlanWriter;
import bactrian.operation.Change;
import bactrian.outcome.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes beside each call what its targets are expected to be. */
record Expecting(PlanWriter writer, Expectations expectations) implements PlanSink {

    @Override
    public int change(Change change) {
        return writer.change(change);
    }

    @Override
    public void call(DraftCall call) {
        writer.call(call);
        try {
            Map<String, ObjectNode> before = expectations.before(call.ordinals(), call.targets());
            if (!before.isEmpty()) {
                writer.expect(call.number(), before);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void unsent(long ordinal, Outcome outcome) {
        writer.unsent(ordinal, outcome);
    }
}
