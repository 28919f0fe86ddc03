package bactrian.ledger;

import bactrian.operation.Change;
import bactrian.outcome.Outcome;

/** Takes a plan as it is made. Not for several threads. */
public interface PlanSink {

    /** Takes a distinct change and gives it a number; called once for each, before the calls that carry it. */
    int change(Change change);

    /** Takes a call, in the order of numbers. */
    void call(DraftCall call);

    /** Takes an edit that is settled without any call. */
    void unsent(long ordinal, Outcome outcome);
}
