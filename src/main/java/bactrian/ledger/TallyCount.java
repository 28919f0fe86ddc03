package bactrian.ledger;

import bactrian.outcome.Outcome;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Counts outcomes by status, to be added to a job's tally in the transaction that settles them. */
final class TallyCount {
    private long succeeded;
    private long failed;
    private long skipped;
    private long unknown;

    /** Counts those that are there. */
    static TallyCount of(List<Optional<Outcome>> outcomes) {
        TallyCount count = new TallyCount();
        outcomes.forEach(outcome -> outcome.ifPresent(known -> count.add(known, 1)));
        return count;
    }

    void add(TallyCount other) {
        succeeded += other.succeeded;
        failed += other.failed;
        skipped += other.skipped;
        unknown += other.unknown;
    }

    void add(Outcome outcome, long times) {
        switch (outcome.status()) {
            case SUCCEEDED -> succeeded += times;
            case FAILED -> failed += times;
            case SKIPPED -> skipped += times;
            case UNKNOWN -> unknown += times;
        }
    }

    long succeeded() {
        return succeeded;
    }

    long failed() {
        return failed;
    }

    long skipped() {
        return skipped;
    }

    long unknown() {
        return unknown;
    }

    void addTo(Handle handle, long job) {
        if (succeeded + failed + skipped + unknown > 0) {
            handle.execute(
                    "update job set succeeded = succeeded + ?, failed = failed + ?, skipped = skipped + ?,"
                            + " unknown = unknown + ? where number = ?",
                    succeeded,
                    failed,
                    skipped,
                    unknown,
                    job);
        }
    }
}
