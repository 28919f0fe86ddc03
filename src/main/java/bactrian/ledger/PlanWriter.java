package bactrian.ledger;

import bactrian.operation.Change;
import bactrian.outcome.Outcome;

/**
 * Writes a job's plan into the ledger, in pieces, so that a big plan does not hold up the others. Until {@link #commit}
 * the job stays {@code received} and none of its calls can be claimed; a plan that was not committed is forgotten when
 * the job is planned again.
 */
public final class PlanWriter implements PlanSink, AutoCloseable {

    PlanWriter() {}

    @Override
    public int change(Change change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void call(DraftCall call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unsent(long ordinal, Outcome outcome) {
        throw new UnsupportedOperationException();
    }

    /** The plan is whole: the job becomes {@code planned}. */
    public void commit(long totalEdits) {
        throw new UnsupportedOperationException();
    }

    /** Forgets what was not committed. */
    @Override
    public void close() {}
}
