package bactrian.plan;

import bactrian.ledger.DraftCall;
import bactrian.ledger.PlanSink;
import bactrian.operation.Change;
import bactrian.outcome.Outcome;

/** Takes a plan of which only the account is wanted; the calls go nowhere. */
public final class Unheard implements PlanSink {
    private int changes;

    @Override
    public int change(Change change) {
        return changes++;
    }

    @Override
    public void call(DraftCall call) {}

    @Override
    public void unsent(long ordinal, Outcome outcome) {}
}
